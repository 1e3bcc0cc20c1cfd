package org.vitrine.bridge.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * A program run for what it does, whose words are listened to with a bound: one that never stops
 * talking fills no memory, one that never ends is ended, and one that does not want to is killed.
 */
public final class Child {

  private static final int MOST_COMPLAINTS = 16 << 10;
  private static final int LONGEST_LINE = 4 << 10;
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final List<String> words;
  private final Duration limit;
  private Consumer<String> listener = line -> {};

  /**
   * A program to run.
   *
   * @param words the program and its arguments; no shell reads them
   */
  public Child(List<String> words, Duration limit) {
    this.words = List.copyOf(words);
    this.limit = limit;
  }

  /** How it ended. */
  public record Ended(int status, String complaints) {}

  /** Hears what it says on its standard output, by lines or by carriage returns. */
  public Child listen(Consumer<String> hears) {
    listener = hears;
    return this;
  }

  /** Blocks until it ended, and for two seconds at most once it is asked to stop. */
  public Ended run(Cancel cancel) throws ProblemException {
    Process process = start();
    StringBuilder complaints = new StringBuilder();
    Thread errors = Thread.ofVirtual().start(() -> drain(process.getErrorStream(), complaints));
    Thread output = Thread.ofVirtual().start(() -> lines(process.getInputStream()));
    cancel.onAsk(() -> end(process));
    boolean inTime;
    try {
      inTime = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        end(process);
      }
      errors.join(GRACE);
      output.join(GRACE);
    } catch (InterruptedException interrupted) {
      end(process);
      Thread.currentThread().interrupt();
      throw new ProblemException(Problem.of(Cause.CANCELLED, words.getFirst()), interrupted);
    }
    if (cancel.isAsked()) {
      throw new ProblemException(Problem.of(Cause.CANCELLED, words.getFirst()));
    }
    String said;
    synchronized (complaints) {
      said = complaints.toString().strip();
    }
    if (!inTime) {
      throw new ProblemException(
          new Problem(Cause.TIMED_OUT, words.getFirst(), "", new Problem.Raw(0, 0, said)));
    }
    return new Ended(process.exitValue(), said);
  }

  private Process start() throws ProblemException {
    ProcessBuilder builder = new ProcessBuilder(words);
    // what it says is read by this program, not by the user
    builder.environment().put("LC_ALL", "C");
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    try {
      return builder.start();
    } catch (IOException missing) {
      throw new ProblemException(
          new Problem(
              Cause.TOOL_MISSING,
              words.getFirst(),
              words.getFirst(),
              new Problem.Raw(0, 0, String.valueOf(missing.getMessage()))),
          missing);
    }
  }

  /** Asks it to end, and ends it when it does not. */
  private static void end(Process process) {
    process.destroy();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                if (!process.waitFor(GRACE.toMillis() / 2, TimeUnit.MILLISECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void drain(InputStream in, StringBuilder into) {
    byte[] buffer = new byte[LONGEST_LINE];
    try {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        synchronized (into) {
          int room = MOST_COMPLAINTS - into.length();
          if (room > 0) {
            into.append(new String(buffer, 0, Math.min(got, room), StandardCharsets.UTF_8));
          }
        }
      }
    } catch (IOException ended) {
      // nothing more to hear
    }
  }

  private void lines(InputStream in) {
    byte[] buffer = new byte[LONGEST_LINE];
    StringBuilder line = new StringBuilder();
    try {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        for (int i = 0; i < got; i++) {
          if (buffer[i] == '\r' || buffer[i] == '\n') {
            if (!line.isEmpty()) {
              listener.accept(line.toString());
            }
            line.setLength(0);
          } else if (line.length() < LONGEST_LINE) {
            line.append((char) (buffer[i] & 0xff));
          }
        }
      }
    } catch (IOException ended) {
      // nothing more to hear
    }
  }
}
