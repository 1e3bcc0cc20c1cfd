package org.vitrine.app.app;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Starts the app. Not itself the JavaFX application, so that arguments are read first. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.setProperty("jna.encoding", "UTF-8");
    Application.launch(Window.class, arguments);
  }

  /** The window's life. */
  public static final class Window extends Application {
    @Override
    public void start(Stage stage) {
      stage.setTitle("Vitrine");
      stage.setScene(new Scene(new StackPane(new Label("Vitrine")), 1180, 740));
      stage.show();
    }
  }
}
