package org.vitrine.planted.bridge.image;

import java.io.IOException;

/** Breaks: no Runtime.exec. */
public final class RunsACommandLine {

  private RunsACommandLine() {}

  public static Process run(String[] words) throws IOException {
    return Runtime.getRuntime().exec(words);
  }
}
