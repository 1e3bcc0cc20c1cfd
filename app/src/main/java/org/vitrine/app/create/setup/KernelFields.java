package org.vitrine.app.create.setup;

import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.DraftPlan;
import org.vitrine.app.create.draft.SetupDraft;
import org.vitrine.app.create.page.Location;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.plan.Boot;

/** The kernel that is started directly, where there is one. */
final class KernelFields {

  private KernelFields() {}

  /** The installer's own first file system, to which answers can be added; empty for none. */
  static String initrd(Draft draft) {
    return DraftPlan.kernel(draft).map(Boot.Kernel::initrd).orElse("");
  }

  static String fault(Draft draft, boolean automatic) {
    SetupDraft setup = draft.setup();
    String kernel = setup.kernel().get().strip();
    String initrd = setup.initrd().get().strip();
    if (kernel.isEmpty() && !initrd.isEmpty()) {
      return Words.word("setup.kernel.onlyInitrd");
    }
    for (String path : new String[] {kernel, initrd}) {
      if (!path.isEmpty() && Location.faultOfFile(path).isPresent()) {
        return Words.word("location." + Location.faultOfFile(path).get(), ProblemText.shown(path));
      }
    }
    if (setup.kernelArguments().get().codePoints().anyMatch(Character::isISOControl)) {
      return Words.word("setup.kernel.arguments.control");
    }
    boolean byInitrd =
        automatic
            && setup
                .way()
                .get()
                .map(way -> way.carried() == AnswerWay.Carried.INITRD)
                .orElse(false);
    return byInitrd && !initrd(draft).startsWith("/") ? Words.word("setup.kernel.needed") : "";
  }
}
