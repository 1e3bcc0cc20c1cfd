package org.vitrine.app.job;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.unit.ByteSize;

/** One thing that takes time, as the job area shows it. Lives on the window's thread. */
public final class Job {

  private final String title;
  private final long startNanos = System.nanoTime();
  private final Optional<Runnable> canceller;
  private final ReadOnlyObjectWrapper<Progress> progress =
      new ReadOnlyObjectWrapper<>(Progress.UNKNOWN);
  private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final RateMeter rate = new RateMeter();
  private boolean cancelAsked;

  Job(String title, Optional<Runnable> canceller) {
    this.title = title;
    this.canceller = canceller;
  }

  public String title() {
    return title;
  }

  public boolean canCancel() {
    return canceller.isPresent() && outcome.get().isEmpty() && !cancelAsked;
  }

  public boolean isCancelAsked() {
    return cancelAsked;
  }

  public void cancel() {
    FxThread.assertHere();
    if (canCancel()) {
      cancelAsked = true;
      canceller.ifPresent(Runnable::run);
    }
  }

  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return outcome.get().isEmpty();
  }

  public Optional<Problem> problem() {
    return outcome
        .get()
        .flatMap(
            end ->
                end instanceof Outcome.Failed failed
                    ? Optional.of(failed.problem())
                    : Optional.empty());
  }

  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** Bytes a second over the last seconds; zero while unknown. */
  public double bytesPerSecond() {
    return rate.bytesPerSecond();
  }

  public Optional<Duration> timeLeft() {
    Progress now = progress.get();
    double speed = bytesPerSecond();
    if (!now.isKnown() || speed < 1) {
      return Optional.empty();
    }
    ByteSize left = new ByteSize(Math.max(0, now.total().bytes() - now.done().bytes()));
    return Optional.of(Duration.ofMillis((long) (left.bytes() * 1000.0 / speed)));
  }

  void report(Progress now) {
    if (!isRunning()) {
      // it was on its way when the job ended
      return;
    }
    rate.add(System.nanoTime(), now.done().bytes());
    progress.set(now);
  }

  void end(Outcome how) {
    outcome.set(Optional.of(how));
  }
}
