package org.vitrine.app.machines;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.Tips;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;

/** Power for what is chosen. What cannot be done now is grey and says why. */
public final class ActionBar extends HBox {

  /** The ones in plain sight; the rest are in the menu. */
  private static final List<Action> PLAIN = List.of(Action.START, Action.PAUSE, Action.SHUT_DOWN);

  private final MachinesViewModel model;
  private final PowerActions actions;
  private final Map<Action, Button> buttons = new EnumMap<>(Action.class);
  private final MenuButton more = new MenuButton();

  public ActionBar(MachinesViewModel model, PowerActions actions, InventoryStore store) {
    this.model = model;
    this.actions = actions;
    setSpacing(4);
    getStyleClass().add("action-bar");
    for (Action action : PLAIN) {
      addButton(action);
    }
    more.setId("more-actions");
    more.setGraphic(new Icon("more"));
    more.setAccessibleText(Words.word("action.more"));
    Tips.on(more, Words.word("action.more"));
    more.getStyleClass().addAll("quiet", "no-arrow");
    more.setOnShowing(event -> fill(more.getItems()));
    // an empty menu would not open
    more.getItems().add(new MenuItem());
    getChildren().add(more);
    model.chosenProperty().subscribe(keys -> refresh());
    store.listen(hosts -> refresh());
  }

  private void addButton(Action action) {
    Button button = new Button(Words.word("action", action), new Icon(ActionLook.icon(action)));
    button.setId("action-" + action.name());
    button.setOnAction(event -> actions.request(model.chosenMachines(), shown(action)));
    // a disabled control shows no tooltip, so its holder does
    StackPane holder = new StackPane(button);
    Tips.on(holder, button::getAccessibleHelp);
    buttons.put(action, button);
    getChildren().add(holder);
  }

  /** The same button starts and restores, pauses and resumes: what fits the machines. */
  private Action shown(Action action) {
    List<Machine> chosen = model.chosenMachines();
    return switch (action) {
      case START -> fits(chosen, Action.RESTORE) ? Action.RESTORE : Action.START;
      case PAUSE ->
          actions.hindrance(chosen, Action.PAUSE).isPresent() && fits(chosen, Action.RESUME)
              ? Action.RESUME
              : Action.PAUSE;
      case START_PAUSED,
          START_FRESH,
          RESTORE,
          RESUME,
          SHUT_DOWN,
          REBOOT,
          RESET,
          FORCE_OFF,
          SAVE,
          AUTOSTART_ON,
          AUTOSTART_OFF ->
          action;
    };
  }

  private boolean fits(List<Machine> machines, Action action) {
    return !machines.isEmpty()
        && machines.stream()
            .allMatch(machine -> actions.hindrance(List.of(machine), action).isEmpty());
  }

  private void refresh() {
    List<Machine> chosen = model.chosenMachines();
    buttons.forEach(
        (plain, button) -> {
          Action action = shown(plain);
          button.setText(Words.word("action", action));
          ((Icon) button.getGraphic()).show(ActionLook.icon(action));
          Optional<String> reason = reason(chosen, action);
          button.setDisable(reason.isPresent());
          String tip = reason.orElseGet(() -> ActionLook.hint(action));
          button.setAccessibleHelp(tip);
        });
    more.setDisable(chosen.isEmpty());
  }

  private Optional<String> reason(List<Machine> chosen, Action action) {
    if (chosen.isEmpty()) {
      return Optional.of(Words.word("refusal.NOTHING_CHOSEN"));
    }
    return actions.hindrance(chosen, action).map(ActionLook::reason);
  }

  /** Every action, for the menu here and the one under the pointer. */
  public void fill(List<MenuItem> items) {
    items.clear();
    List<Machine> chosen = model.chosenMachines();
    for (List<Action> group : ActionLook.MENU) {
      if (!items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      for (Action action : group) {
        Optional<String> reason = reason(chosen, action);
        MenuItem item =
            new MenuItem(
                reason.isEmpty()
                    ? Words.word("action", action)
                    : Words.word("action.refused", Words.word("action", action), reason.get()),
                new Icon(ActionLook.icon(action)));
        item.setId("menu-" + action.name());
        item.setDisable(reason.isPresent());
        ActionLook.keys(action)
            .ifPresent(keys -> item.setAccelerator(KeyCombination.valueOf(keys)));
        item.setOnAction(event -> actions.request(model.chosenMachines(), action));
        if (action.isDestructive()) {
          item.getStyleClass().add("danger-item");
        }
        items.add(item);
      }
    }
  }
}
