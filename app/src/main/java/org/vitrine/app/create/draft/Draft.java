package org.vitrine.app.create.draft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Proposal;

/**
 * The machine as far as it was filled in: one for the whole wizard, so that going back and forth
 * loses nothing. Lives on the window's thread.
 */
public final class Draft {

  /** Fixed from the start: the commands shown name it and the machine made has it. */
  private final UUID uuid = UUID.randomUUID();

  private final Field<Optional<HostId>> host = Field.of(Part.MACHINE, Optional.empty());
  private final Field<Optional<HostOffer>> offer = Field.of(Part.MACHINE, Optional.empty());
  private final Field<Optional<Proposal>> proposal = Field.of(Part.MACHINE, Optional.empty());
  private final Field<Set<String>> takenNames = Field.of(Part.NAME, Set.of());
  private final SourceDraft source = new SourceDraft();
  private final NameDraft name = new NameDraft();
  private final ComputeDraft compute = new ComputeDraft();
  private final StorageDraft storage = new StorageDraft();
  private final NetworkDraft network = new NetworkDraft();
  private final DisplayDraft display = new DisplayDraft();
  private final SetupDraft setup = new SetupDraft();

  public UUID uuid() {
    return uuid;
  }

  /** Where it is to be made; empty where no host is connected. */
  public Field<Optional<HostId>> host() {
    return host;
  }

  /** What that host has, as it was last asked; empty until it has answered. */
  public Field<Optional<HostOffer>> offer() {
    return offer;
  }

  /** What was last suggested for everything, with the reasons. */
  public Field<Optional<Proposal>> proposal() {
    return proposal;
  }

  /** The names of the host's other machines. */
  public Field<Set<String>> takenNames() {
    return takenNames;
  }

  public SourceDraft source() {
    return source;
  }

  public NameDraft name() {
    return name;
  }

  public ComputeDraft compute() {
    return compute;
  }

  public StorageDraft storage() {
    return storage;
  }

  public NetworkDraft network() {
    return network;
  }

  public DisplayDraft display() {
    return display;
  }

  public SetupDraft setup() {
    return setup;
  }

  /** Whether the user set anything. */
  public boolean isTouched() {
    return Stream.concat(
            Stream.of(source, name, compute, storage, network, display, setup),
            storage.disks().stream())
        .flatMap(part -> part.fields().stream())
        .anyMatch(Field::isTouched);
  }

  /** Told at once, and after every change of anything that goes into the plan. */
  public void whenChanged(Runnable listener) {
    for (Field<?> field : List.<Field<?>>of(host, offer, proposal)) {
      field.valueProperty().subscribe(value -> listener.run());
    }
    for (DraftPart part : List.of(source, name, compute, storage, network, display, setup)) {
      listen(part, listener);
    }
    storage.disks().forEach(disk -> listen(disk, listener));
    storage
        .disks()
        .addListener(
            (ListChangeListener<DiskDraft>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(disk -> listen(disk, listener));
                  }
                  listener.run();
                });
  }

  private static void listen(DraftPart part, Runnable listener) {
    part.fields().forEach(field -> field.valueProperty().addListener(value -> listener.run()));
  }
}
