package org.vitrine.app.create.page;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.control.Icon;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.FxThread;
import org.vitrine.app.job.LatestOnly;
import org.vitrine.app.job.Newest;
import org.vitrine.app.job.Outcome;
import org.vitrine.app.job.Progress;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.media.MediumVerdict;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.port.MediaChecker;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * Compares a medium with what its makers published, when asked to, and says what came of it; what
 * came of it before is shown at once, as long as it is the same file.
 */
final class MediumCheck extends VBox {

  private final MediaChecker checker;
  private final Executor elsewhere;
  private final Newest remembered;
  private final Button start = new Button(Words.word("mediumCheck.start"), new Icon("check"));
  private final Button stop = new Button(Words.word("button.cancel"));
  private final TextField pasted = new TextField();
  private final ProgressBar bar = new ProgressBar(0);
  private final Icon icon = new Icon("check");
  private final Label verdict = Form.line("reading-what");
  private final Label more = Form.line("quiet-text");
  private final HBox result = new HBox(10, icon, new VBox(2, verdict, more));
  private String path = "";
  private AtomicBoolean asked = new AtomicBoolean();

  MediumCheck(MediaChecker checker, Executor elsewhere) {
    super(8);
    this.checker = checker;
    this.elsewhere = elsewhere;
    remembered = new Newest(elsewhere);
    start.setId("medium-check");
    start.setMinWidth(Region.USE_PREF_SIZE);
    stop.setId("medium-check-stop");
    stop.setMinWidth(Region.USE_PREF_SIZE);
    verdict.setId("medium-verdict");
    pasted.setId("medium-pasted");
    pasted.setPromptText(Words.word("mediumCheck.pasted"));
    pasted.setAccessibleText(Words.word("mediumCheck.pasted"));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(pasted, Priority.ALWAYS);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox asking = new HBox(8, start, pasted);
    HBox running = new HBox(8, bar, stop);
    running.setAlignment(Pos.CENTER_LEFT);
    running.visibleProperty().subscribe(running::setManaged);
    running.setVisible(false);
    result.getStyleClass().add("reading");
    Form.present(result, false);
    getChildren().addAll(asking, running, result);
    start.setOnAction(event -> check(running));
    stop.setOnAction(event -> asked.set(true));
  }

  /** Looks at another file; empty for none that can be checked. */
  void show(String medium) {
    if (medium.equals(path)) {
      return;
    }
    asked.set(true);
    path = medium;
    Form.present(this, !medium.isEmpty());
    Form.present(result, false);
    if (!medium.isEmpty()) {
      remembered.ask(() -> checker.remembered(medium), known -> known.ifPresent(this::tell));
    }
  }

  private void check(HBox running) {
    String medium = path;
    String list = pasted.getText().strip();
    AtomicBoolean mine = new AtomicBoolean();
    asked = mine;
    start.setDisable(true);
    running.setVisible(true);
    bar.setProgress(0);
    Form.present(result, false);
    LatestOnly<Progress> progress = new LatestOnly<>(now -> bar.setProgress(now.share()));
    CompletableFuture<MediumVerdict> work =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return checker.check(
                    medium,
                    list,
                    (done, total) -> progress.accept(new Progress(done, total)),
                    stopping(mine));
              } catch (ProblemException failure) {
                throw new CompletionException(failure);
              }
            },
            elsewhere);
    var _ =
        work.whenComplete(
            (found, failure) ->
                FxThread.later(
                    () -> {
                      start.setDisable(false);
                      running.setVisible(false);
                      if (!medium.equals(path) || mine.get()) {
                        return;
                      }
                      if (failure == null) {
                        tell(found);
                      } else if (!(failure instanceof CancellationException)) {
                        Outcome.problem(failure).ifPresent(this::tell);
                      }
                    }));
  }

  private static Cancel stopping(AtomicBoolean asked) {
    return new Cancel() {
      @Override
      public boolean isAsked() {
        return asked.get();
      }

      @Override
      public void onAsk(Runnable how) {
        // it looks by itself, after each piece that it reads
      }
    };
  }

  private void tell(MediumVerdict found) {
    icon.show(
        found.isFine() ? "check" : found.sum() == MediumVerdict.Sum.NO_LIST ? "info" : "alert");
    verdict.setText(Words.word("mediumSum", found.sum()));
    String signed =
        found.sum() == MediumVerdict.Sum.NO_LIST
            ? Words.word("mediumCheck.howTo")
            : found.signer().isEmpty()
                ? Words.word("mediumSignature", found.signature())
                : Words.word("mediumCheck.signedBy", found.signer());
    more.setText(
        found.computed().isEmpty()
            ? signed
            : signed
                + "\n"
                + Words.word("mediumCheck.computed", found.algorithm(), found.computed()));
    Form.present(result, true);
  }

  private void tell(Problem problem) {
    ProblemText text = ProblemText.of(problem);
    icon.show("alert");
    verdict.setText(text.what());
    more.setText(text.why() + " " + text.remedy());
    Form.present(result, true);
  }
}
