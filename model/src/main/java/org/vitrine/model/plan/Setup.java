package org.vitrine.model.plan;

import java.util.List;

/** How the system gets onto the machine. */
public sealed interface Setup {

  /** By the user, on the machine's screen. */
  record Manual() implements Setup {}

  /**
   * By answers that are given to the installer, or to the system at its first start.
   *
   * @param files what the answer medium holds; secrets in it are hashed already
   */
  record Automatic(Carrier carrier, List<AnswerFile> files) implements Setup {
    public Automatic {
      files = List.copyOf(files);
    }
  }

  /** How the answers reach the machine. */
  sealed interface Carrier {

    /** The place on the host where it is written; removed after the first start. */
    String path();

    /**
     * A CD with a label that the system looks for, as {@code cidata}.
     *
     * @param bus one that the system has a driver for when it looks
     */
    record SeedCd(String path, String label, DiskPlan.Bus bus) implements Carrier {}

    record Floppy(String path) implements Carrier {}

    /** A copy of the installer's initrd with the answers in it, started directly. */
    record Initrd(String path, String original) implements Carrier {}
  }

  /** One file of answers: its name on the medium and what it says. */
  record AnswerFile(String name, String content) {}
}
