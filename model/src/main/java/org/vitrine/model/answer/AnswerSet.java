package org.vitrine.model.answer;

import java.util.List;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Setup;

/**
 * Answers as their reader wants them.
 *
 * @param files the first is the one that a user would want to read and change
 * @param label of the CD or floppy that carries them
 * @param kernelArguments for the installer's kernel, where it is started directly
 * @param bus on which the system looks for a CD with them
 */
public record AnswerSet(
    AnswerWay way,
    List<Setup.AnswerFile> files,
    String label,
    String kernelArguments,
    DiskPlan.Bus bus) {

  public AnswerSet {
    files = List.copyOf(files);
  }

  /** With one file replaced by the user's own. */
  public AnswerSet withFile(Setup.AnswerFile own) {
    return new AnswerSet(
        way,
        files.stream().map(file -> file.name().equals(own.name()) ? own : file).toList(),
        label,
        kernelArguments,
        bus);
  }

  /**
   * As a plan wants it.
   *
   * @param path where on the host the carrier is to be written
   * @param initrd the installer's own, for a carrier that is a copy of it
   */
  public Setup.Automatic setup(String path, String initrd) {
    Setup.Carrier carrier =
        switch (way.carried()) {
          case INITRD -> new Setup.Carrier.Initrd(path, initrd);
          case SEED_CD -> new Setup.Carrier.SeedCd(path, label, bus);
          case FLOPPY -> new Setup.Carrier.Floppy(path);
        };
    return new Setup.Automatic(carrier, files);
  }

  /** How the carrier's file is called beside the machine's disks. */
  public String fileName(String machine) {
    return switch (way.carried()) {
      case INITRD -> machine + "-answers.initrd";
      case SEED_CD -> machine + "-answers.iso";
      case FLOPPY -> machine + "-answers.img";
    };
  }
}
