package org.vitrine.app.create;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A file dropped on the window is what a new machine is to start from. */
public final class MediaDrop {

  private MediaDrop() {}

  public static void onto(Node window, NewMachineWizard wizard) {
    window.setOnDragOver(
        event -> {
          if (isOneFile(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    window.setOnDragDropped(
        event -> {
          boolean taken = isOneFile(event);
          if (taken) {
            wizard.open(event.getDragboard().getFiles().getFirst().toPath());
          }
          event.setDropCompleted(taken);
          event.consume();
        });
  }

  private static boolean isOneFile(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    return files != null && files.size() == 1;
  }
}
