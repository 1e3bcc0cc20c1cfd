package org.vitrine.app.app;

import java.time.InstantSource;
import org.vitrine.app.job.FxThread;
import org.vitrine.bridge.answer.OsinfoAnswers;
import org.vitrine.bridge.host.CardSurvey;
import org.vitrine.bridge.host.PublicKeys;
import org.vitrine.bridge.image.QemuImg;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.bridge.media.AnswerMedia;
import org.vitrine.bridge.media.ChecksumCheck;
import org.vitrine.bridge.media.FileMediaInspector;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.bridge.xml.PlanXml;

/** What the wizard asks beyond the hosts, as this computer has it. */
final class OutsideWorld {

  private OutsideWorld() {}

  static Composition.Outside ofThisComputer() {
    PlanXml writer = new PlanXml();
    OsinfoCatalogue systems = OsinfoCatalogue.ofThisComputer();
    return new Composition.Outside(
        systems,
        new FileMediaInspector(systems),
        new ChecksumCheck(
            XdgFolders.ofThisProcess().state().resolve("checked-media"), InstantSource.system()),
        OsinfoAnswers.ofThisComputer(),
        PublicKeys::ofThisUser,
        CardSurvey.ofThisComputer(),
        writer,
        new MachineMaker(
            writer,
            new QemuImg(FxThread.guard()),
            new AnswerMedia(),
            XdgFolders.ofThisProcess().state()));
  }
}
