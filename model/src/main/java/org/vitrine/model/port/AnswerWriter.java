package org.vitrine.model.port;

import java.util.List;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.problem.ProblemException;

/** Writes answers in the language of the system that reads them. */
public interface AnswerWriter {

  /**
   * The ways there are for this system from this medium, best first; empty where none is known.
   * Blocks on the disk.
   */
  List<AnswerWay> ways(OperatingSystem os, MediaReading medium);

  /**
   * Whatever the answers hold comes back unchanged when its reader reads it; they need not have
   * been checked. Blocks for some 100 ms: passwords are hashed here.
   *
   * @param identity of the machine, so that a system can tell a second first start from none
   */
  AnswerSet write(AnswerWay way, OperatingSystem os, Answers answers, String identity)
      throws ProblemException;

  /**
   * Answers to begin with: as this computer is set up, without any password. Blocks on the disk.
   */
  Answers defaults();
}
