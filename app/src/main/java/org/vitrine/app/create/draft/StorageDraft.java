package org.vitrine.app.create.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.PlanField.Part;

/** The machine's disks and drives. */
public final class StorageDraft implements DraftPart {

  /** What a machine has room for on the smallest of its buses. */
  public static final int MOST_DISKS = 4;

  private final ObservableList<DiskDraft> disks = FXCollections.observableArrayList();
  private final Field<Boolean> cdDrive = Field.of(Part.DRIVE, true);
  private final Field<DiskPlan.Bus> cdBus = Field.of(Part.DRIVE, DiskPlan.Bus.SATA);
  private final Field<Boolean> floppyDrive = Field.of(Part.DRIVE, false);
  private final Field<String> floppy = Field.of(Part.DRIVE, "");
  private final List<Consumer<DiskDraft>> whenAdded = new ArrayList<>();

  StorageDraft() {
    disks.add(new DiskDraft(0));
  }

  /** The first is the one the system goes to; none for a machine that lives on its medium. */
  public ObservableList<DiskDraft> disks() {
    return disks;
  }

  /** Adds a disk with what is suggested for all of them. */
  public DiskDraft add() {
    DiskDraft added = new DiskDraft(disks.size());
    whenAdded.forEach(each -> each.accept(added));
    disks.add(added);
    return added;
  }

  public void remove(DiskDraft disk) {
    disks.remove(disk);
    for (int i = 0; i < disks.size(); i++) {
      disks.get(i).moveTo(i);
    }
  }

  void whenAdded(Consumer<DiskDraft> prepare) {
    disks.forEach(prepare);
    whenAdded.add(prepare);
  }

  /** Whether it has a drive although nothing is to be put into it yet. */
  public Field<Boolean> cdDrive() {
    return cdDrive;
  }

  public Field<DiskPlan.Bus> cdBus() {
    return cdBus;
  }

  public Field<Boolean> floppyDrive() {
    return floppyDrive;
  }

  /** The image in the floppy drive; empty for none. */
  public Field<String> floppy() {
    return floppy;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(cdDrive, cdBus, floppyDrive, floppy);
  }
}
