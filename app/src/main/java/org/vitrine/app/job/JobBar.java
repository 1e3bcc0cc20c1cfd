package org.vitrine.app.job;

import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.vitrine.app.control.Icon;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;

/** The one line that says what is under way; it opens upward to all that was. */
public final class JobBar extends VBox {

  private static final int SHOWN = 30;
  private final JobRunner runner;
  private final Label summary = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final Button toggle = new Button();
  private final VBox lines = new VBox(2);
  private final ScrollPane drawer = new ScrollPane(lines);
  private final Timeline clock =
      new Timeline(new KeyFrame(Duration.millis(500), tick -> refresh()));

  public JobBar(JobRunner runner) {
    this.runner = runner;
    getStyleClass().add("job-bar");
    setId("jobs");
    summary.getStyleClass().add("job-summary");
    summary.setMinWidth(0);
    progress.setPrefWidth(140);
    toggle.setId("jobs-toggle");
    toggle.setGraphic(new Icon("up"));
    toggle.getStyleClass().add("quiet");
    toggle.setAccessibleText(Words.word("jobs.toggle"));
    toggle.setOnAction(event -> toggle());
    HBox line = new HBox(8, toggle, progress, summary);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("job-line");
    drawer.setFitToWidth(true);
    drawer.setMaxHeight(240);
    drawer.getStyleClass().add("job-drawer");
    drawer.setVisible(false);
    drawer.setManaged(false);
    getChildren().add(line);
    clock.setCycleCount(Timeline.INDEFINITE);
    runner.jobs().addListener((ListChangeListener<Job>) change -> jobsChanged(change));
    refresh();
  }

  public void toggle() {
    boolean open = !drawer.isVisible();
    if (open && !getChildren().contains(drawer)) {
      getChildren().addFirst(drawer);
    }
    drawer.setVisible(open);
    drawer.setManaged(open);
    ((Icon) toggle.getGraphic()).show(open ? "open" : "up");
    refresh();
  }

  private void jobsChanged(ListChangeListener.Change<? extends Job> change) {
    while (change.next()) {
      for (Job job : change.getAddedSubList()) {
        job.outcomeProperty().subscribe(end -> refresh());
      }
    }
    refresh();
  }

  private void refresh() {
    List<Job> running = runner.jobs().stream().filter(Job::isRunning).toList();
    progress.setVisible(!running.isEmpty());
    progress.setManaged(!running.isEmpty());
    if (running.isEmpty()) {
      clock.stop();
      summary.setText(
          runner.jobs().isEmpty()
              ? Words.word("jobs.none")
              : Words.word(
                  "jobs.last", runner.jobs().getFirst().title(), result(runner.jobs().getFirst())));
    } else {
      clock.play();
      Job newest = running.getFirst();
      progress.setProgress(newest.progressProperty().get().share());
      summary.setText(
          running.size() == 1
              ? newest.title() + details(newest)
              : Words.word("jobs.several", newest.title() + details(newest), running.size() - 1));
    }
    if (drawer.isVisible()) {
      lines.getChildren().setAll(runner.jobs().stream().limit(SHOWN).map(this::line).toList());
      if (runner.jobs().isEmpty()) {
        Label none = new Label(Words.word("jobs.none.hint"));
        none.getStyleClass().add("quiet-text");
        lines.getChildren().setAll(none);
      }
    }
  }

  private HBox line(Job job) {
    Label title = new Label(job.title());
    Label state = new Label(job.isRunning() ? details(job) : result(job));
    state.getStyleClass().add("quiet-text");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, icon(job), title, gap, state);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("job-row");
    if (job.canCancel()) {
      Button cancel = new Button(Words.word("button.cancel"));
      cancel.getStyleClass().add("small");
      cancel.setOnAction(
          event -> {
            job.cancel();
            refresh();
          });
      line.getChildren().add(cancel);
    }
    return line;
  }

  private static Icon icon(Job job) {
    return new Icon(
        job.outcomeProperty()
            .get()
            .map(
                end ->
                    switch (end) {
                      case Outcome.Done() -> "check";
                      case Outcome.Failed(var problem) -> "error";
                      case Outcome.Cancelled() -> "close";
                    })
            .orElse("wait"));
  }

  private static String result(Job job) {
    return job.outcomeProperty()
        .get()
        .map(
            end ->
                switch (end) {
                  case Outcome.Done() -> Words.word("jobs.done");
                  case Outcome.Failed(var problem) -> ProblemText.of(problem).what();
                  case Outcome.Cancelled() -> Words.word("jobs.cancelled");
                })
        .orElse("");
  }

  private static String details(Job job) {
    if (job.isCancelAsked()) {
      return "  " + Words.word("jobs.cancelling");
    }
    StringBuilder text = new StringBuilder();
    Progress now = job.progressProperty().get();
    if (now.isKnown()) {
      text.append("  ").append(Amounts.percent(now.share()));
    }
    if (job.bytesPerSecond() >= 1) {
      text.append("  ").append(Amounts.rate(job.bytesPerSecond()));
    }
    Optional<java.time.Duration> left = job.timeLeft();
    if (left.isPresent()) {
      text.append("  ").append(Words.word("jobs.left", Amounts.duration(left.get())));
    } else if (job.age().toSeconds() >= 2) {
      text.append("  ").append(Amounts.duration(job.age()));
    }
    return text.toString();
  }
}
