package org.vitrine.app.machines;

import javafx.scene.text.Text;

/** Cuts a text node's words to a width, with three dots where something is missing. */
final class Ellipsis {

  private static final String DOTS = "…";

  private Ellipsis() {}

  static void fit(Text node, String full, double width) {
    if (!node.getText().equals(full)) {
      node.setText(full);
    }
    if (full.isEmpty() || node.getLayoutBounds().getWidth() <= width) {
      return;
    }
    int low = 0;
    int high = full.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      node.setText(full.substring(0, middle) + DOTS);
      if (node.getLayoutBounds().getWidth() <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int cut = low > 0 && Character.isHighSurrogate(full.charAt(low - 1)) ? low - 1 : low;
    node.setText(cut == 0 ? DOTS : full.substring(0, cut) + DOTS);
  }
}
