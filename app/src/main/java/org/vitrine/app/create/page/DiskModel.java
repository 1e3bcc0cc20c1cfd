package org.vitrine.app.create.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.create.draft.DiskDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Newest;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Zones;
import org.vitrine.model.unit.ByteSize;

/** What one disk may be, and what is wrong with it. */
public final class DiskModel {

  /** Formats that the hypervisor can run a machine from. */
  public static final List<DiskPlan.Format> NEW_FORMATS =
      List.of(
          DiskPlan.Format.QCOW2, DiskPlan.Format.RAW, DiskPlan.Format.VMDK, DiskPlan.Format.VDI);

  private static final Set<DiskPlan.Format> RESERVABLE =
      Set.of(DiskPlan.Format.QCOW2, DiskPlan.Format.RAW);
  private static final int LONGEST_NAME = 255;
  private static final long LEAST = 1024 * 1024;

  /** More than any file system of today takes in one file. */
  private static final long MOST = ByteSize.gib(64 * 1024).bytes();

  private final Draft draft;
  private final DiskDraft disk;
  private final Services services;
  private final SizeField<ByteSize> size;
  private final Newest looking;
  private final ReadOnlyObjectWrapper<Optional<Zones>> zones =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper free = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper caution = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper pathProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private String looked = "";

  public DiskModel(Draft draft, DiskDraft disk, Services services) {
    this.draft = draft;
    this.disk = disk;
    this.services = services;
    size = SizeField.of(disk.size());
    looking = new Newest(services.elsewhere());
    draft.offer().valueProperty().subscribe(offer -> refresh());
    draft.source().os().valueProperty().subscribe(os -> refresh());
    disk.allocation().valueProperty().subscribe(value -> refresh());
    disk.format().valueProperty().subscribe(format -> formatChanged());
    disk.size().valueProperty().subscribe(value -> check());
    disk.fileName().valueProperty().subscribe(value -> check());
    disk.confirmation().valueProperty().subscribe(value -> check());
    disk.kind().valueProperty().subscribe(kind -> look());
    disk.path().valueProperty().subscribe(path -> look());
    disk.reading().valueProperty().subscribe(reading -> check());
    size.problemProperty().subscribe(text -> check());
  }

  public DiskDraft disk() {
    return disk;
  }

  public SizeField<ByteSize> size() {
    return size;
  }

  public ReadOnlyObjectProperty<Optional<Zones>> zonesProperty() {
    return zones.getReadOnlyProperty();
  }

  /** How much room there is where the image goes. */
  public ReadOnlyStringProperty freeProperty() {
    return free.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty cautionProperty() {
    return caution.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty nameProblemProperty() {
    return nameProblem.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty pathProblemProperty() {
    return pathProblem.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether all space can be taken at once in this format. */
  public boolean canReserve() {
    return RESERVABLE.contains(disk.format().get());
  }

  /** Where the image will be; empty while the host has not answered. */
  public String place() {
    return draft.offer().get().map(HostOffer::diskFolder).orElse("");
  }

  /** What the path really is, for whom the file manager gave an address. */
  public void take(String path) {
    disk.path().choose(Location.tidy(path, System.getProperty("user.home", "")));
  }

  private void formatChanged() {
    if (!canReserve() && disk.allocation().get() != DiskPlan.Allocation.GROWING) {
      disk.allocation().choose(DiskPlan.Allocation.GROWING);
    }
    check();
  }

  private void refresh() {
    Optional<Zones> now =
        draft
            .offer()
            .get()
            .map(offer -> Zones.disk(offer, draft.source().os().get(), disk.allocation().get()));
    zones.set(now);
    free.set(now.map(zone -> freeSentence(zone.facts())).orElse(""));
    check();
  }

  private String freeSentence(Zones.Facts facts) {
    String room = Amounts.size(new ByteSize(facts.free()));
    return facts.held() > 0
        ? Words.word("diskPage.free.promised", room, Amounts.size(new ByteSize(facts.held())))
        : Words.word("diskPage.free", room);
  }

  /** Looks at an image that is to be used, copied or built upon. */
  private void look() {
    String path = tidy();
    boolean image =
        switch (disk.kind().get()) {
          case COPY, EXISTING, OVERLAY -> true;
          case NEW, DEVICE -> false;
        };
    boolean here = draft.offer().get().map(HostOffer::local).orElse(true);
    boolean known = !disk.path().isTouched();
    if (!image || !here || known || Location.faultOfFile(path).isPresent()) {
      looking.forget();
      looked = "";
      busy.set(false);
      check();
      return;
    }
    if (path.equals(looked)) {
      check();
      return;
    }
    looked = path;
    busy.set(true);
    check();
    looking.ask(
        () -> services.inspector().inspect(path),
        reading -> {
          busy.set(false);
          disk.reading().choose(Optional.of(reading));
          check();
        });
  }

  private String tidy() {
    return Location.tidy(disk.path().get(), System.getProperty("user.home", ""));
  }

  private void check() {
    long bytes = disk.size().get().bytes();
    boolean sized = isSized();
    caution.set(sized ? zones.get().map(zone -> cautionOf(zone, bytes)).orElse("") : "");
    nameProblem.set(disk.makesImage() ? nameFault() : "");
    pathProblem.set(pathFault());
    problem.set(firstOf(pathProblem.get(), sized ? sizeFault(bytes) : "", nameProblem.get()));
  }

  /** Whether the size is the user's to say. */
  public boolean isSized() {
    return disk.kind().get() == DiskDraft.Kind.NEW || disk.kind().get() == DiskDraft.Kind.COPY;
  }

  private static String firstOf(String... faults) {
    for (String fault : faults) {
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    return "";
  }

  private String sizeFault(long bytes) {
    if (!size.problemProperty().get().isEmpty()) {
      return size.problemProperty().get();
    }
    if (bytes < LEAST) {
      return Words.word("diskPage.tooSmall", Amounts.size(new ByteSize(LEAST)));
    }
    if (bytes > MOST) {
      return Words.word("diskPage.tooLarge", Amounts.size(new ByteSize(MOST)));
    }
    return "";
  }

  private static String cautionOf(Zones zones, long bytes) {
    Zones.Limits limits = zones.limits();
    // the rest is said by the check of the whole plan
    return bytes >= limits.redBelow() && bytes < limits.amberBelow()
        ? Words.word(
            "diskPage.caution.belowRecommended", Amounts.size(new ByteSize(limits.amberBelow())))
        : "";
  }

  private String nameFault() {
    String name = disk.fileName().get().strip();
    if (name.isEmpty()) {
      return Words.word("diskName.EMPTY");
    }
    if (name.contains("/")) {
      return Words.word("diskName.SLASH");
    }
    if (name.startsWith(".") || name.startsWith("-")) {
      return Words.word("diskName.LEADING");
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      return Words.word("diskName.CONTROL");
    }
    if (name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_NAME) {
      return Words.word("diskName.TOO_LONG");
    }
    boolean twice =
        draft.storage().disks().stream()
            .anyMatch(
                other ->
                    other != disk
                        && other.makesImage()
                        && other.fileName().get().strip().equals(name));
    return twice ? Words.word("diskName.TWICE") : "";
  }

  private String pathFault() {
    return switch (disk.kind().get()) {
      case NEW -> "";
      case COPY, EXISTING, OVERLAY -> imageFault();
      case DEVICE -> deviceFault();
    };
  }

  private String imageFault() {
    Optional<Location.Fault> fault = Location.faultOfFile(tidy());
    if (fault.isPresent()) {
      return Words.word("location." + fault.get(), ProblemText.shown(disk.path().get().strip()));
    }
    if (busy.get()) {
      return Words.word("source.looking");
    }
    return disk.reading().get().map(DiskModel::faultOf).orElse("");
  }

  private static String faultOf(MediaReading reading) {
    if (!reading.isUsable()) {
      return Words.word("mediaFault." + reading.faults().getFirst());
    }
    return reading.kind() == MediaReading.Kind.ISO ? Words.word("diskPage.isIso") : "";
  }

  private String deviceFault() {
    String path = tidy();
    Optional<Location.Fault> fault = Location.faultOfFile(path);
    if (fault.isPresent()) {
      return Words.word("location." + fault.get(), ProblemText.shown(disk.path().get().strip()));
    }
    if (!path.startsWith("/dev/")) {
      return Words.word("diskPage.noDevice");
    }
    return disk.confirmation().get().strip().equals(path)
        ? ""
        : Words.word("diskPage.confirm", path);
  }
}
