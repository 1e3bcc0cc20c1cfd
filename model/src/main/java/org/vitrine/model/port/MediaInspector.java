package org.vitrine.model.port;

import org.vitrine.model.os.MediaReading;

/** Looks into files before anything runs from them. Reads a few KiB, whatever their size. */
public interface MediaInspector {

  /**
   * Never fails: what cannot be read is a fault of the answer. Blocks for as long as reading takes.
   */
  MediaReading inspect(String location);
}
