package org.vitrine.model.port;

import java.util.List;
import java.util.Optional;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.problem.ProblemException;

/** Writes answers in the language of the system that reads them. */
public interface AnswerWriter {

  /**
   * For whom answers are written.
   *
   * @param medium what the system comes from; its kernel may be one of the user's own
   * @param disk how the disk is plugged in that the system goes on
   * @param uefi whether the machine starts by UEFI, which some installers do not find out
   * @param identity of the machine, so that a system can tell a second first start from none
   */
  record Target(
      Optional<OperatingSystem> os,
      MediaReading medium,
      DiskPlan.Bus disk,
      boolean uefi,
      String identity) {}

  /**
   * The ways there are for this system from this medium, best first; empty where none is known.
   * Blocks on the disk.
   */
  List<AnswerWay> ways(Optional<OperatingSystem> os, MediaReading medium);

  /**
   * Whatever the answers hold comes back unchanged when its reader reads it. Blocks for some 100
   * ms: passwords are hashed here. Fails where {@link AnswerWay#check} finds a fault.
   */
  AnswerSet write(AnswerWay way, Target target, Answers answers) throws ProblemException;

  /**
   * Answers to begin with: as this computer is set up, without any password. Blocks on the disk.
   */
  Answers defaults();
}
