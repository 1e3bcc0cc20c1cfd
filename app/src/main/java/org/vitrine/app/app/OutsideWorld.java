package org.vitrine.app.app;

import java.util.List;
import java.util.Optional;
import org.vitrine.app.job.FxThread;
import org.vitrine.bridge.answer.OsinfoAnswers;
import org.vitrine.bridge.host.PublicKeys;
import org.vitrine.bridge.image.QemuImg;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.bridge.media.AnswerMedia;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.unit.ByteSize;

/** What the wizard asks beyond the hosts, as this computer has it. */
final class OutsideWorld {

  private OutsideWorld() {}

  static Composition.Outside ofThisComputer() {
    PlanXml writer = new PlanXml();
    return new Composition.Outside(
        OsinfoCatalogue.ofThisComputer(),
        OutsideWorld::notLookedAt,
        OsinfoAnswers.ofThisComputer(),
        PublicKeys::ofThisUser,
        writer,
        new MachineMaker(
            writer,
            new QemuImg(FxThread.guard()),
            new AnswerMedia(),
            XdgFolders.ofThisProcess().state()));
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
}
