package org.vitrine.app.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.answer.AnswerField;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.answer.Secret;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.AnswerWriter;

/** Answers for Debian only, in a language of its own that a test can read. */
final class FakeAnswers implements AnswerWriter {

  private static final AnswerWay WAY =
      new AnswerWay(
          "cd",
          AnswerWay.Format.PRESEED,
          AnswerWay.Carried.SEED_CD,
          "",
          Set.of(AnswerField.USER, AnswerField.PASSWORD, AnswerField.HOSTNAME),
          EnumSet.complementOf(EnumSet.of(AnswerField.PRODUCT_KEY)),
          false,
          true);

  @Override
  public List<AnswerWay> ways(Optional<OperatingSystem> os, MediaReading medium) {
    return os.filter(FakeSystems.DEBIAN::equals).isPresent() ? List.of(WAY) : List.of();
  }

  @Override
  public AnswerSet write(AnswerWay way, Target target, Answers answers) {
    String text =
        "user=" + answers.user() + "\nhost=" + answers.hostname() + "\nkeys=" + answers.sshKeys();
    return new AnswerSet(
        way,
        List.of(new Setup.AnswerFile("preseed.cfg", text)),
        "ANSWERS",
        "auto=true",
        DiskPlan.Bus.SATA);
  }

  @Override
  public Answers defaults() {
    return new Answers(
        "Somebody",
        "somebody",
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
