package org.vitrine.app.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** A picture from the app's one icon set, coloured by the style sheet ({@code .icon}). */
public final class Icon extends Region {

  private static final Properties PATHS = load();
  private static final double GRID = 24;
  private final SVGPath path = new SVGPath();
  private final double size;

  public Icon(String name) {
    this(name, 16);
  }

  public Icon(String name, double size) {
    this.size = size;
    path.setContent(PATHS.getProperty(name, ""));
    path.setManaged(false);
    path.getStyleClass().add("icon-shape");
    path.setScaleX(size / GRID);
    path.setScaleY(size / GRID);
    getStyleClass().add("icon");
    getChildren().add(path);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
  }

  public static boolean exists(String name) {
    return PATHS.containsKey(name);
  }

  public void show(String name) {
    path.setContent(PATHS.getProperty(name, ""));
  }

  @Override
  protected void layoutChildren() {
    // scaling is about the shape's own middle, so the grid's middle is brought to ours by hand
    double middleX = path.getBoundsInLocal().getCenterX();
    double middleY = path.getBoundsInLocal().getCenterY();
    double scale = size / GRID;
    path.setLayoutX(size / 2 - middleX + (middleX - GRID / 2) * scale);
    path.setLayoutY(size / 2 - middleY + (middleY - GRID / 2) * scale);
  }

  private static Properties load() {
    Properties paths = new Properties();
    try (InputStream in = Icon.class.getResourceAsStream("icons.properties")) {
      paths.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return paths;
  }
}
