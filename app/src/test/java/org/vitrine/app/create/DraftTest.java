package org.vitrine.app.create;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.app.create.draft.DiskDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.DraftPlan;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.create.draft.Suggestions;
import org.vitrine.app.testing.FakeSystems;
import org.vitrine.app.testing.Offers;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DrivePlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.unit.ByteSize;

/** What is suggested, what stays as the user left it, and the plan that comes of it. */
class DraftTest {

  private static final HostAddress HERE = HostAddress.local(Driver.QEMU, "/session");
  private static final String ISO = "/isos/debian-12.iso";
  private final Draft draft = new Draft();

  DraftTest() {
    var _ = new Suggestions(draft);
  }

  private void host() {
    draft.offer().suggest(Optional.of(Offers.here()));
  }

  private void debian() {
    draft.source().location().choose(ISO);
    draft.source().reading().suggest(Optional.of(FakeSystems.iso(ISO, FakeSystems.DEBIAN)));
    draft.source().os().suggest(Optional.of(FakeSystems.DEBIAN));
  }

  private NewMachinePlan plan() {
    return DraftPlan.of(draft, HERE).orElseThrow();
  }

  private DiskDraft disk() {
    return draft.storage().disks().getFirst();
  }

  @Test
  void thereIsNoPlanBeforeTheHostHasAnswered() {
    debian();
    assertEquals(Optional.empty(), DraftPlan.of(draft, HERE));
  }

  @Test
  void suggestionsFollowTheSystemInFieldsTheUserHasNotTouched() {
    host();
    debian();
    assertEquals(ByteSize.gib(2), draft.compute().memory().get());
    draft.compute().memory().choose(ByteSize.gib(3));
    draft.source().os().choose(Optional.of(FakeSystems.WINDOWS));
    assertEquals(ByteSize.gib(3), draft.compute().memory().get());
    assertTrue(draft.compute().memory().suggestion().compareTo(ByteSize.gib(3)) > 0);
    assertEquals(ByteSize.gib(64), disk().size().get());
    assertEquals(Platform.Firmware.UEFI_SECURE, draft.display().firmware().get());
    assertTrue(draft.display().tpm().get());
    draft.compute().memory().follow();
    assertEquals(draft.compute().memory().suggestion(), draft.compute().memory().get());
    assertFalse(draft.compute().memory().isTouched());
  }

  @Test
  void everySuggestedAmountHasAReason() {
    host();
    debian();
    for (var field :
        List.of(draft.compute().memory(), draft.compute().cpus(), disk().size(), disk().bus())) {
      assertTrue(field.whyProperty().get().isPresent(), () -> field.key().toString());
    }
  }

  @Test
  void aNameIsSuggestedThatNobodyHas() {
    draft.takenNames().suggest(Set.of("Debian12", "debian12-2"));
    debian();
    assertEquals("debian12-3", draft.name().name().get());
    assertEquals("debian12-3.qcow2", disk().fileName().get());
    draft.name().name().choose("web");
    assertEquals("web.qcow2", disk().fileName().get());
    draft.source().os().choose(Optional.of(FakeSystems.WINDOWS));
    assertEquals("web", draft.name().name().get());
  }

  @Test
  void anInstallationImageGoesIntoTheDriveAndTheEmptyDiskIsTriedFirst() {
    host();
    debian();
    NewMachinePlan plan = plan();
    assertEquals(List.of(Boot.Source.DISK, Boot.Source.CD), plan.boot().order());
    assertEquals(ISO, plan.drives().getFirst().path());
    assertEquals(DrivePlan.Kind.CD, plan.drives().getFirst().kind());
    var made = assertInstanceOf(DiskPlan.Content.New.class, plan.disks().getFirst().content());
    assertEquals("/images/debian12.qcow2", made.place().path());
    assertEquals(draft.uuid(), plan.uuid());
    assertEquals(FakeSystems.DEBIAN.id(), plan.os());
  }

  @Test
  void anImageIsStartedFromBeforeADiskThatIsNotEmpty() {
    host();
    debian();
    disk().kind().choose(DiskDraft.Kind.EXISTING);
    disk().path().choose("/images/old.img");
    assertEquals(List.of(Boot.Source.CD, Boot.Source.DISK), plan().boot().order());
  }

  @Test
  void aDiskImageIsUsedAsItIsAndACloudImageCopied() {
    host();
    MediaReading image =
        FakeSystems.image("/i/x.qcow2", MediaReading.Kind.DISK_IMAGE, ByteSize.gib(30));
    draft.source().location().choose("/i/x.qcow2");
    draft.source().kind().choose(SourceDraft.Kind.DISK_IMAGE);
    draft.source().reading().suggest(Optional.of(image));
    assertEquals(
        new DiskPlan.Content.Existing("/i/x.qcow2", DiskPlan.Format.QCOW2),
        plan().disks().getFirst().content());
    draft.source().kind().choose(SourceDraft.Kind.CLOUD_IMAGE);
    var copy = assertInstanceOf(DiskPlan.Content.Copy.class, plan().disks().getFirst().content());
    assertEquals("/i/x.qcow2", copy.source());
    assertEquals(DiskPlan.Format.QCOW2, copy.sourceFormat());
    assertTrue(copy.size().compareTo(ByteSize.gib(30)) >= 0, "it never shrinks");
  }

  @Test
  void aDiskThatIsTakenAwayLeavesNoGapBehind() {
    host();
    draft.storage().add();
    DiskDraft third = draft.storage().add();
    draft.storage().remove(draft.storage().disks().get(1));
    assertEquals(1, third.index());
    assertEquals(1, third.size().key().index());
    assertEquals(2, plan().disks().size());
  }

  @Test
  void goingBackAndForthLosesNothing() {
    host();
    debian();
    disk().size().choose(ByteSize.gib(7));
    disk().kind().choose(DiskDraft.Kind.EXISTING);
    disk().path().choose("/x");
    disk().kind().choose(DiskDraft.Kind.NEW);
    assertEquals(ByteSize.gib(7), disk().size().get());
    assertEquals("/x", disk().path().get());
    assertTrue(draft.isTouched());
  }

  @Test
  void anUntouchedFormIsNoneToBeKept() {
    host();
    draft.source().os().suggest(Optional.of(FakeSystems.DEBIAN));
    assertFalse(draft.isTouched());
  }
}
