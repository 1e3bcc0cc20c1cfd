package org.vitrine.app.machines;

import java.util.List;
import java.util.Optional;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.vm.Action;

/** How actions look, read and are typed. */
public final class ActionLook {

  /** All actions in the order of the menu, in groups. */
  public static final List<List<Action>> MENU =
      List.of(
          List.of(Action.START, Action.RESTORE, Action.START_PAUSED, Action.START_FRESH),
          List.of(Action.PAUSE, Action.RESUME, Action.SAVE),
          List.of(Action.SHUT_DOWN, Action.REBOOT),
          List.of(Action.RESET, Action.FORCE_OFF),
          List.of(Action.AUTOSTART_ON, Action.AUTOSTART_OFF));

  private ActionLook() {}

  public static String icon(Action action) {
    return switch (action) {
      case START, START_PAUSED, START_FRESH -> "start";
      case RESTORE -> "restore";
      case PAUSE -> "pause";
      case RESUME -> "resume";
      case SHUT_DOWN -> "shut-down";
      case REBOOT -> "reboot";
      case RESET -> "reset";
      case FORCE_OFF -> "force-off";
      case SAVE -> "save";
      case AUTOSTART_ON, AUTOSTART_OFF -> "autostart";
    };
  }

  /** The keys that do it to what is chosen. */
  public static Optional<String> keys(Action action) {
    return switch (action) {
      case START -> Optional.of("Shortcut+S");
      case PAUSE -> Optional.of("Shortcut+P");
      case RESUME -> Optional.of("Shortcut+Shift+P");
      case SHUT_DOWN -> Optional.of("Shortcut+D");
      case REBOOT -> Optional.of("Shortcut+R");
      case RESET -> Optional.of("Shortcut+Shift+R");
      case FORCE_OFF -> Optional.of("Shortcut+Shift+D");
      case SAVE -> Optional.of("Shortcut+Shift+S");
      case START_PAUSED, START_FRESH, RESTORE, AUTOSTART_ON, AUTOSTART_OFF -> Optional.empty();
    };
  }

  public static String hint(Action action) {
    String hint = Words.word("action." + action + ".hint");
    return keys(action)
        .map(keys -> hint + "  (" + keys.replace("Shortcut", "Ctrl") + ")")
        .orElse(hint);
  }

  public static String reason(PowerActions.Hindrance hindrance) {
    return Words.word("refusal." + hindrance.refusal(), hindrance.detail());
  }
}
