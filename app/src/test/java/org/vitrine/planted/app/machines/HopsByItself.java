package org.vitrine.planted.app.machines;

import javafx.application.Platform;

/** Breaks: one caller of Platform.runLater. */
public final class HopsByItself {

  private HopsByItself() {}

  public static void hop(Runnable work) {
    Platform.runLater(work);
  }
}
