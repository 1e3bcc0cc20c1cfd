package org.vitrine.app.control;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Words that show under a resting pointer. They are made when the pointer first comes: a dozen of
 * them made at the start would hold the first picture up.
 */
public final class Tips {

  private static final String KEY = "vitrine.tip";

  private Tips() {}

  /** Shows what the words are at the time; none when they are empty. */
  public static void on(Node node, Supplier<String> words) {
    node.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        entered -> {
          Tooltip tip =
              node.getProperties().get(KEY) instanceof Tooltip known ? known : install(node);
          String now = words.get();
          tip.setText(now);
          if (now.isEmpty()) {
            Tooltip.uninstall(node, tip);
            node.getProperties().remove(KEY);
          }
        });
  }

  public static void on(Node node, String words) {
    on(node, () -> words);
  }

  private static Tooltip install(Node node) {
    Tooltip tip = new Tooltip();
    Tooltip.install(node, tip);
    node.getProperties().put(KEY, tip);
    return tip;
  }
}
