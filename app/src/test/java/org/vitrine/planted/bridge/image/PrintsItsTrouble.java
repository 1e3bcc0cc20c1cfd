package org.vitrine.planted.bridge.image;

/** Breaks: no printed stack traces. */
public final class PrintsItsTrouble {

  private PrintsItsTrouble() {}

  public static void print(Exception trouble) {
    trouble.printStackTrace();
  }
}
