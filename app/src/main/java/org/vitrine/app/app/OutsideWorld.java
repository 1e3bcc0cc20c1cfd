package org.vitrine.app.app;

import java.util.List;
import java.util.Optional;
import org.vitrine.app.job.FxThread;
import org.vitrine.bridge.host.PublicKeys;
import org.vitrine.bridge.image.QemuImg;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.answer.Secret;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.AnswerWriter;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** What the wizard asks beyond the hosts, as this computer has it. */
final class OutsideWorld {

  private OutsideWorld() {}

  static Composition.Outside ofThisComputer() {
    PlanXml writer = new PlanXml();
    return new Composition.Outside(
        OsinfoCatalogue.ofThisComputer(),
        OutsideWorld::notLookedAt,
        new NoScripts(),
        PublicKeys::ofThisUser,
        writer,
        new MachineMaker(
            writer,
            new QemuImg(FxThread.guard()),
            OutsideWorld::noMedia,
            XdgFolders.ofThisProcess().state()));
  }

  private static void noMedia(Setup.Automatic setup, String path) throws ProblemException {
    throw new ProblemException(Problem.of(Cause.UNEXPECTED, path));
  }

  private static MediaReading notLookedAt(String location) {
    return new MediaReading(
        location,
        MediaReading.Kind.UNKNOWN,
        Optional.empty(),
        false,
        false,
        "",
        ByteSize.ZERO,
        "",
        "",
        Optional.empty(),
        List.of());
  }

  /** Knows no installer: each one is answered by hand. */
  private static final class NoScripts implements AnswerWriter {
    @Override
    public List<AnswerWay> ways(Optional<OperatingSystem> os, MediaReading medium) {
      return List.of();
    }

    @Override
    public AnswerSet write(AnswerWay way, Target target, Answers answers) throws ProblemException {
      throw new ProblemException(Problem.of(Cause.NOT_SUPPORTED_HERE, way.id()));
    }

    @Override
    public Answers defaults() {
      return new Answers(
          "",
          System.getProperty("user.name", ""),
          Secret.none(),
          new Answers.Administrator.UserOnly(),
          "",
          "en_US",
          "us",
          "UTC",
          List.of(),
          List.of(),
          "",
          List.of());
    }
  }
}
