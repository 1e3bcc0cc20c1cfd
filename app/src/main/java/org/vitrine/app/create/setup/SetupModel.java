package org.vitrine.app.create.setup;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.create.draft.DiskDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.Field;
import org.vitrine.app.create.draft.SetupDraft;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Newest;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.answer.AnswerCheck;
import org.vitrine.model.answer.AnswerFault;
import org.vitrine.model.answer.AnswerField;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.AnswerWriter;
import org.vitrine.model.problem.ProblemException;

/**
 * Which ways there are to have the system installed by itself, and what is wrong with the answers.
 */
public final class SetupModel {

  private final Draft draft;
  private final SetupDraft setup;
  private final Services services;
  private final Newest finding;
  private final Newest writing;
  private final Map<AnswerField, ReadOnlyStringWrapper> faults = new EnumMap<>(AnswerField.class);
  private final ReadOnlyStringWrapper absence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper strength = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper again = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper carrier = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper kernelProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private boolean underWay;
  private boolean stale;

  public SetupModel(Draft draft, Services services) {
    this.draft = draft;
    this.services = services;
    setup = draft.setup();
    finding = new Newest(services.elsewhere());
    writing = new Newest(services.elsewhere());
    for (AnswerField field : AnswerField.values()) {
      faults.put(field, new ReadOnlyStringWrapper(""));
    }
    SourceDraft source = draft.source();
    for (Field<?> decides : List.of(source.kind(), source.os(), source.reading())) {
      decides.valueProperty().addListener(changed -> find());
    }
    for (Field<?> decides :
        List.of(
            setup.automatic(),
            setup.way(),
            setup.fullName(),
            setup.user(),
            setup.password(),
            setup.passwordAgain(),
            setup.administrator(),
            setup.hostname(),
            setup.language(),
            setup.keyboard(),
            setup.timeZone(),
            setup.packages(),
            setup.sshKeys(),
            setup.productKey(),
            draft.display().firmware(),
            draft.offer())) {
      decides.valueProperty().addListener(changed -> answersChanged());
    }
    for (Field<?> decides :
        List.of(
            setup.written(),
            setup.ownFiles(),
            setup.kernel(),
            setup.initrd(),
            setup.kernelArguments(),
            draft.name().name())) {
      decides.valueProperty().addListener(changed -> settle());
    }
    draft
        .name()
        .name()
        .valueProperty()
        .subscribe(name -> setup.hostname().suggest(TypedAnswers.hostname(name)));
    new Newest(services.elsewhere()).ask(services.answers()::defaults, this::suggest);
    find();
  }

  private void suggest(Answers usual) {
    setup.fullName().suggest(usual.fullName());
    setup.user().suggest(usual.user());
    setup.language().suggest(usual.language());
    setup.keyboard().suggest(usual.keyboard());
    setup.timeZone().suggest(usual.timeZone());
  }

  /** Why the system cannot be installed by itself; empty where it can. */
  ReadOnlyStringProperty absenceProperty() {
    return absence.getReadOnlyProperty();
  }

  /** What is wrong with a field. */
  ReadOnlyStringProperty faultProperty(AnswerField field) {
    return java.util.Objects.requireNonNull(faults.get(field)).getReadOnlyProperty();
  }

  /** How good the password is, in a word. */
  ReadOnlyStringProperty strengthProperty() {
    return strength.getReadOnlyProperty();
  }

  /** Whether both passwords are the same, as a complaint. */
  ReadOnlyStringProperty againProperty() {
    return again.getReadOnlyProperty();
  }

  /** How the answers reach the machine, in a sentence. */
  ReadOnlyStringProperty carrierProperty() {
    return carrier.getReadOnlyProperty();
  }

  /** Why the files could not be written. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyStringProperty kernelProblemProperty() {
    return kernelProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a field has an effect on the chosen way. */
  boolean takes(AnswerField field) {
    return setup
        .way()
        .get()
        .map(way -> way.taken().contains(field) || way.required().contains(field))
        .orElse(false);
  }

  private void find() {
    SourceDraft source = draft.source();
    Optional<OperatingSystem> os = source.os().get();
    Optional<MediaReading> medium = source.reading().get();
    boolean installer =
        switch (source.kind().get()) {
          case ISO, CLOUD_IMAGE, NETWORK_TREE -> true;
          case DISK_IMAGE, APPLIANCE, NOTHING -> false;
        };
    if (!installer || medium.isEmpty()) {
      finding.forget();
      found(List.of(), installer ? "setup.noMedium" : "setup.noInstaller");
      return;
    }
    finding.ask(
        () -> services.answers().ways(os, medium.get()),
        ways -> found(ways, os.isEmpty() ? "setup.osUnknown" : "setup.noScript"));
  }

  private void found(List<AnswerWay> ways, String otherwise) {
    setup.ways().suggest(ways);
    setup.way().suggest(ways.stream().findFirst());
    boolean gone = setup.way().get().filter(ways::contains).isEmpty();
    if (gone) {
      setup.way().follow();
    }
    String system = draft.source().os().get().map(OperatingSystem::name).orElse("");
    absence.set(ways.isEmpty() ? Words.word(otherwise, ProblemText.shown(system)) : "");
    answersChanged();
  }

  private Answers answers() {
    return TypedAnswers.of(setup);
  }

  private boolean isAutomatic() {
    return setup.automatic().get() && setup.way().get().isPresent();
  }

  private void answersChanged() {
    strength.set(Words.word("passwordStrength", PasswordStrength.of(setup.password().get())));
    Answers answers = answers();
    List<AnswerFault> found =
        isAutomatic()
            ? setup.way().get().map(way -> way.check(answers)).orElse(List.of())
            : List.of();
    answers.wipe();
    faults.forEach(
        (field, shown) ->
            shown.set(
                found.stream()
                    .filter(fault -> fault.field() == field)
                    .findFirst()
                    .map(SetupModel::words)
                    .orElse("")));
    again.set(
        isAutomatic() && !setup.password().get().equals(setup.passwordAgain().get())
            ? Words.word("setup.passwordsDiffer")
            : "");
    carrier.set(setup.way().get().map(SetupModel::carriage).orElse(""));
    if (isAutomatic() && found.isEmpty() && again.get().isEmpty()) {
      write();
    } else {
      writing.forget();
      underWay = false;
      failure.set("");
      setup.written().suggest(Optional.empty());
    }
    settle();
  }

  private static String words(AnswerFault fault) {
    return Words.word("answerFault." + fault.kind(), ProblemText.shown(fault.text()));
  }

  private static String carriage(AnswerWay way) {
    String how = Words.word("answerCarrier", way.carried());
    return Words.word(
        "setup.carrier", how, Words.word("answerPasswords", way.format().passwords()));
  }

  /**
   * One at a time, and the last one always: each takes a tenth of a second, and typing is quicker.
   */
  private void write() {
    if (underWay) {
      stale = true;
      return;
    }
    AnswerWay way = setup.way().get().orElseThrow();
    SourceDraft source = draft.source();
    Optional<MediaReading> medium = source.reading().get();
    if (medium.isEmpty()) {
      return;
    }
    AnswerWriter.Target now =
        new AnswerWriter.Target(
            source.os().get(),
            medium.get(),
            draft.storage().disks().stream()
                .findFirst()
                .map(DiskDraft::bus)
                .map(Field::get)
                .orElse(DiskPlan.Bus.VIRTIO),
            draft.display().firmware().get() != Platform.Firmware.BIOS,
            draft.uuid().toString());
    Answers answers = answers();
    underWay = true;
    stale = false;
    writing.follow(
        CompletableFuture.supplyAsync(() -> written(way, now, answers), services.elsewhere()),
        set -> {
          ended(answers);
          failure.set("");
          setup.written().suggest(Optional.of(set));
        },
        thrown -> {
          ended(answers);
          failure.set(Words.word("setup.notWritten"));
          setup.written().suggest(Optional.empty());
        });
  }

  private AnswerSet written(AnswerWay way, AnswerWriter.Target now, Answers answers) {
    try {
      return services.answers().write(way, now, answers);
    } catch (ProblemException refused) {
      throw new CompletionException(refused);
    }
  }

  private void ended(Answers answers) {
    answers.wipe();
    underWay = false;
    if (stale) {
      stale = false;
      answersChanged();
    }
  }

  /** The file as it will be used. */
  String content(Setup.AnswerFile file) {
    return setup.ownFiles().get().getOrDefault(file.name(), file.content());
  }

  boolean isOwn(Setup.AnswerFile file) {
    return setup.ownFiles().get().containsKey(file.name());
  }

  void own(Setup.AnswerFile file, String content) {
    if (!content.equals(this.content(file))) {
      Map<String, String> files = new HashMap<>(setup.ownFiles().get());
      files.put(file.name(), content);
      setup.ownFiles().choose(Map.copyOf(files));
    }
  }

  void backToGenerated(Setup.AnswerFile file) {
    Map<String, String> files = new HashMap<>(setup.ownFiles().get());
    files.remove(file.name());
    setup.ownFiles().choose(Map.copyOf(files));
  }

  private void settle() {
    kernelProblem.set(KernelFields.fault(draft, isAutomatic()));
    String own =
        setup.ownFiles().get().values().stream()
            .flatMap(content -> AnswerCheck.ofOwnFile(content).stream())
            .findFirst()
            .map(SetupModel::words)
            .orElse("");
    java.util.Objects.requireNonNull(faults.get(AnswerField.OWN_FILE))
        .set(isAutomatic() ? own : "");
    Optional<AnswerSet> set = setup.written().get().filter(any -> isAutomatic());
    Setup now = set.<Setup>map(this::automatic).orElseGet(Setup.Manual::new);
    if (!now.equals(setup.setup().get())) {
      setup.setup().suggest(now);
    }
    problem.set(firstProblem(set.isPresent()));
  }

  private Setup automatic(AnswerSet generated) {
    AnswerSet set = generated;
    for (Setup.AnswerFile file : generated.files()) {
      if (isOwn(file)) {
        set = set.withFile(new Setup.AnswerFile(file.name(), content(file)));
      }
    }
    String folder = draft.offer().get().map(offer -> offer.diskFolder()).orElse("");
    return set.setup(
        folder + "/" + set.fileName(draft.name().name().get().strip()), KernelFields.initrd(draft));
  }

  private String firstProblem(boolean written) {
    if (!kernelProblem.get().isEmpty()) {
      return kernelProblem.get();
    }
    if (!setup.automatic().get()) {
      return "";
    }
    if (!absence.get().isEmpty()) {
      return absence.get();
    }
    for (ReadOnlyStringWrapper fault : faults.values()) {
      if (!fault.get().isEmpty()) {
        return fault.get();
      }
    }
    if (!again.get().isEmpty()) {
      return again.get();
    }
    return !failure.get().isEmpty() ? failure.get() : written ? "" : Words.word("setup.writing");
  }
}
