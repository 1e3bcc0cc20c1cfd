package org.vitrine.planted.app.job;

import javafx.application.Platform;

/** Keeps: the one place that hops. */
public final class WellBehavedHop {

  private WellBehavedHop() {}

  public static void hop(Runnable work) {
    Platform.runLater(work);
  }
}
