package org.vitrine.planted.bridge.image;

import java.io.File;
import java.io.IOException;

/** Breaks: no File.createTempFile. */
public final class MakesAnOpenFile {

  private MakesAnOpenFile() {}

  public static File make() throws IOException {
    return File.createTempFile("a", "b");
  }
}
