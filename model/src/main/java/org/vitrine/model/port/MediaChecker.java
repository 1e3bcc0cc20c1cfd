package org.vitrine.model.port;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.vitrine.model.media.MediumVerdict;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Compares files with the checksums that their makers publish. */
public interface MediaChecker {

  /**
   * Reads the whole file and blocks meanwhile. The outcome is remembered with the file's identity.
   *
   * @param pasted a checksum, or a list of them; empty: the lists beside the file are looked at
   * @param progress hears how much of how much is read
   */
  MediumVerdict check(
      String path, String pasted, BiConsumer<ByteSize, ByteSize> progress, Cancel cancel)
      throws ProblemException;

  /**
   * What the last check of this very file came to; empty where it was changed since. Blocks on the
   * disk.
   */
  Optional<MediumVerdict> remembered(String path);
}
