package org.vitrine.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Dresses the window: a base theme, our tokens over it, and the size of text. */
public final class Theme {

  /** What the user asked for. */
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final double BASE_SIZE = 13;
  private final Scene scene;
  private Choice choice = Choice.SYSTEM;
  private boolean dark;

  /**
   * Sets the base theme. To be called before the first control is made: otherwise the toolkit reads
   * its own theme first, for nothing.
   */
  public static void begin(Choice choice) {
    setBase(isDark(choice));
  }

  public Theme(Scene scene) {
    this.scene = scene;
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Theme.class.getResource("vitrine.css")).toExternalForm());
    Platform.getPreferences().colorSchemeProperty().addListener(scheme -> apply());
  }

  public void choose(Choice newChoice) {
    choice = newChoice;
    apply();
  }

  /** Scales all text, and what is measured by it. */
  public void scaleText(double factor) {
    double size = BASE_SIZE * Math.clamp(factor, 0.7, 2.5);
    scene.getRoot().setStyle("-fx-font-size: " + size + "px;");
  }

  public boolean isDark() {
    return dark;
  }

  private void apply() {
    dark = isDark(choice);
    setBase(dark);
    scene.getRoot().pseudoClassStateChanged(DARK, dark);
  }

  private static boolean isDark(Choice choice) {
    return switch (choice) {
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
      case LIGHT -> false;
      case DARK -> true;
    };
  }

  private static void setBase(boolean dark) {
    String wanted =
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!wanted.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(wanted);
    }
  }
}
