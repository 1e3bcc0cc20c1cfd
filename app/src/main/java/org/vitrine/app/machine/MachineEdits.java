package org.vitrine.app.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.vitrine.app.dialog.Card;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.dialog.Toasts;
import org.vitrine.app.explain.CommandHistory;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.inventory.LabelLimits;
import org.vitrine.app.job.JobRunner;
import org.vitrine.app.job.Outcome;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.bridge.link.Task;
import org.vitrine.model.explain.LabelCommands;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineName;

/** The forms that change what is written on a machine. They stay open until the host has agreed. */
public final class MachineEdits {

  private static final java.time.Duration LIMIT = java.time.Duration.ofSeconds(20);
  private final Layers layers;
  private final InventoryStore store;
  private final HostDirectory directory;
  private final JobRunner jobs;
  private final Toasts toasts;
  private final CommandHistory history;

  public MachineEdits(
      Layers layers,
      InventoryStore store,
      HostDirectory directory,
      JobRunner jobs,
      Toasts toasts,
      CommandHistory history) {
    this.layers = layers;
    this.store = store;
    this.directory = directory;
    this.jobs = jobs;
    this.toasts = toasts;
    this.history = history;
  }

  /** Asks for a new name. Only a machine that is off can take one. */
  public void rename(Machine machine) {
    TextField field = new TextField(machine.name());
    field.setId("rename-name");
    Label message = new Label();
    message.getStyleClass().add("field-message");
    message.setWrapText(true);
    Label name = new Label(Words.word("rename.name"));
    name.setLabelFor(field);
    Card card =
        new Card(Words.word("rename.title", machine.label()), new VBox(6, name, field, message))
            .width(420);
    card.setId("rename");
    Runnable close = () -> layers.close(card);
    card.addButton(Words.word("button.cancel"), "rename-cancel", close);
    Button go =
        card.addButton(
            Words.word("rename.verb"),
            "rename-agree",
            () -> {
              String next = field.getText();
              run(
                  machine,
                  Words.word("job.rename", machine.name(), next),
                  session -> {
                    session.rename(machine.key().uuid(), next);
                    return true;
                  },
                  close,
                  message,
                  Words.word("done.rename", next));
              directory
                  .address(machine.key().host())
                  .ifPresent(
                      host ->
                          history.add(
                              Words.word("job.rename", machine.name(), next),
                              List.of(LabelCommands.rename(host, machine.name(), next))));
            },
            "accent");
    go.setDefaultButton(true);
    field
        .textProperty()
        .subscribe(
            text -> {
              String fault = renameFault(machine, text);
              message.setText(fault);
              go.setDisable(!fault.isEmpty() || text.equals(machine.name()));
            });
    layers.open(card, field, close);
    field.selectAll();
  }

  private String renameFault(Machine machine, String text) {
    if (machine.state().isActive() || machine.saved()) {
      return Words.word("rename.onlyOff");
    }
    List<String> others =
        store.host(machine.key().host()).machines().values().stream()
            .filter(other -> !other.key().equals(machine.key()))
            .map(Machine::name)
            .toList();
    return switch (MachineName.check(text, others)) {
      case MachineName.Result.Accepted(String name) -> "";
      case MachineName.Result.Refused(MachineName.Fault fault, String part) ->
          Words.word("name." + fault, ProblemText.shown(part));
    };
  }

  /** Asks for title, group, tags and notes. */
  public void labels(Machine machine) {
    Labels now = machine.labels();
    TextField title = field("labels-title", now.title());
    TextField group = field("labels-group", now.group().text());
    TextField tags = field("labels-tags", String.join(", ", now.tags()));
    TextArea description = new TextArea(now.description());
    description.setId("labels-description");
    description.setPrefRowCount(5);
    description.setWrapText(true);
    group.setPromptText(Words.word("labels.group.prompt"));
    tags.setPromptText(Words.word("labels.tags.prompt"));
    Label message = new Label();
    message.getStyleClass().add("field-message");
    message.setWrapText(true);
    VBox form =
        new VBox(
            6,
            named("labels.title", title),
            title,
            named("labels.group", group),
            group,
            named("labels.tags", tags),
            tags,
            named("labels.description", description),
            description,
            message);
    Card card = new Card(Words.word("labels.heading", machine.label()), form).width(460);
    card.setId("labels");
    Runnable close = () -> layers.close(card);
    card.addButton(Words.word("button.cancel"), "labels-cancel", close);
    card.addButton(
        Words.word("labels.verb"),
        "labels-agree",
        () -> {
          Labels next =
              new Labels(
                  title.getText().strip(),
                  description.getText(),
                  Arrays.stream(tags.getText().split(",", -1))
                      .map(String::strip)
                      .filter(tag -> !tag.isEmpty())
                      .toList(),
                  GroupPath.parse(group.getText()));
          Optional<String> fault = LabelLimits.fault(next);
          if (fault.isPresent()) {
            message.setText(fault.get());
            return;
          }
          run(
              machine,
              Words.word("job.labels", machine.label()),
              session -> {
                session.label(machine.key().uuid(), next);
                return true;
              },
              close,
              message,
              Words.word("done.labels", machine.label()));
          directory
              .address(machine.key().host())
              .ifPresent(
                  host ->
                      history.add(
                          Words.word("job.labels", machine.label()),
                          LabelCommands.label(
                              host,
                              machine.name(),
                              machine.state().isActive(),
                              machine.labels(),
                              next)));
        },
        "accent");
    layers.open(card, title, close);
  }

  private void run(
      Machine machine, String job, Task<Boolean> task, Runnable close, Label message, String done) {
    message.setText("");
    directory
        .link(machine.key().host())
        .ifPresent(
            link ->
                jobs.follow(
                    job,
                    link.change(machine.key().uuid(), task, LIMIT),
                    outcome -> {
                      switch (outcome) {
                        case Outcome.Done() -> {
                          close.run();
                          toasts.good(done);
                        }
                        case Outcome.Failed(Problem problem) -> {
                          ProblemText text = ProblemText.of(problem);
                          message.setText(text.what() + " " + text.why() + " " + text.remedy());
                        }
                        case Outcome.Cancelled() -> close.run();
                      }
                    }));
  }

  private static TextField field(String id, String text) {
    TextField field = new TextField(text);
    field.setId(id);
    return field;
  }

  private static Label named(String key, javafx.scene.Node field) {
    Label label = new Label(Words.word(key));
    label.setLabelFor(field);
    return label;
  }
}
