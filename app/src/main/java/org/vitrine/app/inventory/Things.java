package org.vitrine.app.inventory;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vitrine.app.dialog.Dialogs;
import org.vitrine.app.explain.CommandHistory;
import org.vitrine.app.job.JobRunner;
import org.vitrine.app.job.Outcome;
import org.vitrine.model.explain.Command;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostId;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Changes to what a host holds besides machines: done as jobs, written down as commands. */
public final class Things {

  private static final java.time.Duration LIMIT = java.time.Duration.ofSeconds(60);

  /** A change to a host. */
  @FunctionalInterface
  public interface Change {
    void on(HypervisorSession session) throws ProblemException;
  }

  private final HostDirectory directory;
  private final JobRunner jobs;
  private final CommandHistory history;
  private final Dialogs dialogs;
  private final Consumer<Problem> failed;

  public Things(
      HostDirectory directory,
      JobRunner jobs,
      CommandHistory history,
      Dialogs dialogs,
      Consumer<Problem> failed) {
    this.directory = directory;
    this.jobs = jobs;
    this.history = history;
    this.dialogs = dialogs;
    this.failed = failed;
  }

  public void change(
      HostId host, String title, Function<HostAddress, List<Command>> commands, Change change) {
    directory.address(host).ifPresent(address -> history.add(title, commands.apply(address)));
    directory
        .link(host)
        .ifPresent(
            link ->
                jobs.follow(
                    title,
                    link.ask(
                        session -> {
                          change.on(session);
                          return true;
                        },
                        LIMIT),
                    outcome -> {
                      link.refresh();
                      if (outcome instanceof Outcome.Failed(Problem problem)) {
                        failed.accept(problem);
                      }
                    }));
  }

  /** The same after a question that names who is hit; without a question when nobody is. */
  public void confirmChange(
      HostId host,
      List<String> hit,
      Question question,
      String title,
      Function<HostAddress, List<Command>> commands,
      Change change) {
    if (hit.isEmpty()) {
      change(host, title, commands, change);
    } else {
      dialogs.confirm(
          question.title(),
          question.consequence(),
          hit,
          question.verb(),
          () -> change(host, title, commands, change));
    }
  }

  /** What is asked before a change that hurts somebody. */
  public record Question(String title, String consequence, String verb) {}
}
