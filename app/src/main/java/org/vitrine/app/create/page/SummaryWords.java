package org.vitrine.app.create.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.vitrine.app.create.draft.DiskDraft;
import org.vitrine.app.create.draft.DisplayDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.NameDraft;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.PlanFault;
import org.vitrine.model.plan.Setup;

/** The draft in words, page by page, and what one should know before the button is pressed. */
public final class SummaryWords {

  /** What a page has come to. */
  public record Line(Step step, List<String> texts) {}

  private final HostDirectory directory;
  private final Faults faults;

  public SummaryWords(HostDirectory directory, Faults faults) {
    this.directory = directory;
    this.faults = faults;
  }

  /** What the cautions come from. */
  ObservableValue<List<PlanFault>> faultsProperty() {
    return faults.faultsProperty();
  }

  public List<Line> lines(Draft draft) {
    return List.of(
        new Line(Step.SOURCE, source(draft)),
        new Line(Step.NAME, name(draft.name())),
        new Line(Step.COMPUTE, compute(draft)),
        new Line(Step.DISK, disks(draft)),
        new Line(Step.NETWORK, network(draft)),
        new Line(Step.SETUP, setup(draft)));
  }

  private List<String> source(Draft draft) {
    SourceDraft source = draft.source();
    List<String> texts = new ArrayList<>();
    texts.add(
        source.kind().get().needsLocation()
            ? Words.word(
                "summary.from",
                Words.word("sourceKind", source.kind().get()),
                ProblemText.shown(source.location().get().strip()))
            : Words.word("sourceKind", source.kind().get()));
    texts.add(source.os().get().map(OperatingSystem::name).orElse(Words.word("os.unknown")));
    draft
        .host()
        .get()
        .ifPresent(host -> texts.add(Words.word("summary.on", directory.label(host))));
    return texts;
  }

  private static List<String> name(NameDraft name) {
    List<String> texts = new ArrayList<>(List.of(ProblemText.shown(name.name().get().strip())));
    for (var field : List.of(name.title(), name.group(), name.tags())) {
      if (!field.get().isBlank()) {
        texts.add(ProblemText.shown(field.get().strip()));
      }
    }
    return texts;
  }

  private static List<String> compute(Draft draft) {
    DisplayDraft display = draft.display();
    List<String> hardware = new ArrayList<>();
    hardware.add(Words.word("firmware", display.firmware().get()));
    if (display.tpm().get()) {
      hardware.add(Words.word("summary.tpm"));
    }
    hardware.add(display.machine().get());
    return List.of(
        Words.word(
            "summary.compute",
            Amounts.exactSize(draft.compute().memory().get()),
            draft.compute().cpus().get()),
        String.join(" · ", hardware));
  }

  private static List<String> disks(Draft draft) {
    List<String> texts = new ArrayList<>();
    String folder = draft.offer().get().map(HostOffer::diskFolder).orElse("");
    for (DiskDraft disk : draft.storage().disks()) {
      String path = ProblemText.shown(disk.path().get().strip());
      String made = folder + "/" + ProblemText.shown(disk.fileName().get().strip());
      String size = Amounts.exactSize(disk.size().get());
      String format = Words.word("diskFormat", disk.format().get());
      texts.add(
          switch (disk.kind().get()) {
            case NEW ->
                Words.word(
                    "summary.disk.new",
                    size,
                    format,
                    Words.word("diskAllocation", disk.allocation().get()),
                    made);
            case COPY -> Words.word("summary.disk.copy", path, size, made);
            case EXISTING -> Words.word("summary.disk.existing", path);
            case OVERLAY -> Words.word("summary.disk.overlay", path, made);
            case DEVICE -> Words.word("summary.disk.device", path);
          });
    }
    if (texts.isEmpty()) {
      texts.add(Words.word("summary.disk.none"));
    }
    return texts;
  }

  private static List<String> network(Draft draft) {
    List<String> texts = new ArrayList<>();
    for (NicPlan nic : draft.network().nics().get()) {
      texts.add(
          switch (nic.link()) {
            case NicPlan.Link.Network(String name) -> Words.word("summary.nic.network", name);
            case NicPlan.Link.Bridge(String name) -> Words.word("summary.nic.bridge", name);
            case NicPlan.Link.HostCard(String name) -> Words.word("summary.nic.card", name);
            case NicPlan.Link.User(List<NicPlan.Forward> forwards) ->
                Words.word("summary.nic.user", forwards.size());
          });
    }
    if (texts.isEmpty()) {
      texts.add(Words.word("summary.nic.none"));
    }
    return texts;
  }

  private static List<String> setup(Draft draft) {
    return List.of(
        switch (draft.setup().setup().get()) {
          case Setup.Manual manual -> Words.word("summary.setup.manual");
          case Setup.Automatic automatic -> Words.word("summary.setup.automatic");
        });
  }

  /** What one should know before. */
  public List<String> cautions(Draft draft) {
    List<String> texts = new ArrayList<>();
    faults.faultsProperty().get().forEach(fault -> texts.add(Faults.words(fault)));
    Optional<MediaReading> reading = draft.source().reading().get();
    reading.ifPresent(
        read -> read.faults().forEach(fault -> texts.add(Words.word("mediaFault", fault))));
    if (draft.storage().disks().stream()
        .anyMatch(disk -> disk.kind().get() == DiskDraft.Kind.DEVICE)) {
      texts.add(Words.word("diskPage.deviceWarning"));
    }
    return texts;
  }
}
