package org.vitrine.app.create.page;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Newest;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;

/** Looks at what was chosen, guesses the system, and says what speaks against it. */
public final class SourceModel {

  private record Found(MediaReading reading, Optional<OperatingSystem> os) {}

  private final Draft draft;
  private final SourceDraft source;
  private final Services services;
  private final Newest looking;
  private final Newest guessing;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper locationProblem = new ReadOnlyStringWrapper("");
  private String looked = "";

  public SourceModel(Draft draft, Services services) {
    this.draft = draft;
    this.services = services;
    source = draft.source();
    looking = new Newest(services.elsewhere());
    guessing = new Newest(services.elsewhere());
    source.location().valueProperty().subscribe(location -> look());
    source.kind().valueProperty().subscribe(kind -> look());
    draft.offer().valueProperty().subscribe(offer -> look());
    draft.host().valueProperty().subscribe(host -> check());
    source.usedAnyway().valueProperty().subscribe(anyway -> check());
    draft.name().name().valueProperty().subscribe(name -> guess());
  }

  /** Whether the medium is being looked at. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why one cannot go on; empty where one can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is wrong with the location itself, once something was typed. */
  public ReadOnlyStringProperty locationProblemProperty() {
    return locationProblem.getReadOnlyProperty();
  }

  /** Takes a file that was dropped or chosen; what it is decides on the kind. */
  public void take(String location) {
    source.usedAnyway().follow();
    source.kind().follow();
    source.location().choose(Location.tidy(location, System.getProperty("user.home", "")));
  }

  /** Whether what speaks against the medium may be overruled. */
  public boolean canBeUsedAnyway() {
    return source
        .reading()
        .get()
        .map(reading -> !reading.faults().isEmpty() && reading.isUsable())
        .orElse(false);
  }

  /** Whether the files of the host can be looked at from here. */
  private boolean isHere() {
    return draft.offer().get().map(HostOffer::local).orElse(true);
  }

  private void look() {
    String location = tidy();
    boolean wanted =
        source.kind().get() != SourceDraft.Kind.NOTHING
            && source.kind().get() != SourceDraft.Kind.APPLIANCE
            && locationFault().isEmpty()
            && isHere();
    if (!wanted) {
      looking.forget();
      looked = "";
      busy.set(false);
      source.reading().suggest(Optional.empty());
      source.kind().suggest(SourceDraft.Kind.ISO);
      guess();
      check();
      return;
    }
    if (location.equals(looked)) {
      check();
      return;
    }
    looked = location;
    busy.set(true);
    source.reading().suggest(Optional.empty());
    check();
    looking.ask(
        () -> {
          MediaReading reading = services.inspector().inspect(location);
          return new Found(reading, reading.os().flatMap(services.catalogue()::find));
        },
        this::found);
  }

  private void found(Found found) {
    busy.set(false);
    kindOf(found.reading()).ifPresent(source.kind()::suggest);
    // the reading first: with it in place no name is asked for the system
    source.reading().suggest(Optional.of(found.reading()));
    if (found.os().isPresent()) {
      guessing.forget();
      source.os().suggest(found.os());
    } else {
      guess();
    }
    check();
  }

  private static Optional<SourceDraft.Kind> kindOf(MediaReading reading) {
    return switch (reading.kind()) {
      case ISO -> Optional.of(SourceDraft.Kind.ISO);
      case DISK_IMAGE -> Optional.of(SourceDraft.Kind.DISK_IMAGE);
      case CLOUD_IMAGE -> Optional.of(SourceDraft.Kind.CLOUD_IMAGE);
      case INSTALL_TREE -> Optional.of(SourceDraft.Kind.NETWORK_TREE);
      case APPLIANCE -> Optional.of(SourceDraft.Kind.APPLIANCE);
      case UNKNOWN -> Optional.empty();
    };
  }

  /** What the name tells, where the medium does not. */
  private void guess() {
    if (source.reading().get().flatMap(MediaReading::os).isPresent()) {
      return;
    }
    if (!draft.name().name().isTouched()) {
      guessing.forget();
      source.os().suggest(Optional.empty());
      return;
    }
    String name = draft.name().name().get();
    guessing.ask(() -> services.catalogue().guess(name), source.os()::suggest);
  }

  private String tidy() {
    return Location.tidy(source.location().get(), System.getProperty("user.home", ""));
  }

  private Optional<Location.Fault> locationFault() {
    return source.kind().get() == SourceDraft.Kind.NETWORK_TREE
        ? Location.faultOfTree(tidy())
        : Location.faultOfFile(tidy());
  }

  private void check() {
    String aboutLocation = aboutLocation();
    boolean quiet = source.location().get().isBlank();
    locationProblem.set(quiet ? "" : aboutLocation);
    problem.set(draft.host().get().isEmpty() ? Words.word("source.noHost") : aboutLocation);
  }

  private String aboutLocation() {
    SourceDraft.Kind kind = source.kind().get();
    if (kind == SourceDraft.Kind.NOTHING) {
      return "";
    }
    if (kind == SourceDraft.Kind.APPLIANCE) {
      return Words.word("source.applianceLater");
    }
    Optional<Location.Fault> fault = locationFault();
    if (fault.isPresent()) {
      return Words.word(
          "location." + fault.get(), ProblemText.shown(source.location().get().strip()));
    }
    if (busy.get()) {
      return Words.word("source.looking");
    }
    return source.reading().get().map(this::faultOf).orElse("");
  }

  private String faultOf(MediaReading reading) {
    if (!reading.isUsable()) {
      return Words.word("mediaFault." + reading.faults().getFirst());
    }
    if (!reading.faults().isEmpty() && !source.usedAnyway().get()) {
      return Words.word("mediaFault." + reading.faults().getFirst());
    }
    Optional<SourceDraft.Kind> really = kindOf(reading);
    boolean fits =
        really.isEmpty() || really.get() == source.kind().get() || bothImages(really.get());
    return fits ? "" : Words.word("source.otherKind." + really.get());
  }

  /** Any image may be copied or used, whether it was made for the cloud or not. */
  private boolean bothImages(SourceDraft.Kind really) {
    List<SourceDraft.Kind> images =
        List.of(SourceDraft.Kind.DISK_IMAGE, SourceDraft.Kind.CLOUD_IMAGE);
    return images.contains(really) && images.contains(source.kind().get());
  }
}
