package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.testing.LabHost;
import org.vitrine.bridge.testing.NeedsLabHost;
import org.vitrine.bridge.testing.TinyGuest;
import org.vitrine.bridge.testing.TinyGuest.Life;
import org.vitrine.bridge.testing.WatchedHost;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Nic;
import org.vitrine.model.vm.StateReason;

/** What a guest that really runs makes of the power actions. */
@NeedsLabHost
class GuestPowerTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static LabHost lab;

  private WatchedHost host;

  @BeforeAll
  static void startHost() throws Exception {
    lab = LabHost.start("power");
    lab.virsh("net-start", "default");
  }

  @AfterAll
  static void endHost() throws Exception {
    lab.close();
  }

  @BeforeEach
  void connect() throws Exception {
    host = new WatchedHost(lab.uri());
  }

  @AfterEach
  void leave() {
    host.close();
  }

  private TinyGuest started(String name) throws Exception {
    TinyGuest guest = TinyGuest.define(lab, name);
    host.perform(guest.uuid(), Action.START);
    guest.awaitBoots(1);
    return guest;
  }

  private Machine await(TinyGuest guest, MachineState state) throws InterruptedException {
    return host.seen().await(SOON, guest.uuid(), machine -> machine.state() == state);
  }

  private void end(TinyGuest guest) throws Exception {
    host.perform(guest.uuid(), Action.FORCE_OFF);
    assertEquals(StateReason.FORCED_OFF, await(guest, MachineState.OFF).reason());
  }

  @Test
  void factsNameTheHostAndWhyItEmulates() throws Exception {
    HostFacts facts =
        host.seen().await(SOON, snapshot -> snapshot.facts().isPresent()).facts().orElseThrow();
    assertEquals("power", facts.hostname());
    assertEquals("QEMU", facts.hypervisor());
    assertEquals(new Acceleration.Emulated(Acceleration.Reason.NOT_OFFERED), facts.acceleration());
    assertFalse(lab.virsh("capabilities").contains("<domain type='kvm'/>"));
  }

  @Test
  void guestBootsGetsItsAddressAndFollowsItsPowerButton() throws Exception {
    TinyGuest guest = TinyGuest.define(lab, "boots");
    host.watch(guest.uuid());
    Instant before = Instant.now();
    host.perform(guest.uuid(), Action.START);
    Machine running = await(guest, MachineState.RUNNING);
    assertTrue(
        running.uptime().orElseThrow().since().isAfter(before.minusSeconds(5)), running::toString);
    guest.awaitBoots(1);
    Machine addressed =
        host.seen().await(SOON, guest.uuid(), machine -> !machine.addresses().isEmpty());
    assertEquals(1, addressed.addresses().size(), addressed::toString);
    String address = addressed.addresses().getFirst();
    guest.awaitLine(line -> line.equals("sample: address " + address));
    assertEquals(List.of("default"), addressed.nics().stream().map(Nic::network).toList());
    lab.run("ping", "-c", "1", "-W", "5", address);

    host.perform(guest.uuid(), Action.SHUT_DOWN);
    Machine off = await(guest, MachineState.OFF);
    assertEquals(StateReason.GUEST_SHUT_DOWN, off.reason());
    assertEquals(List.of(), off.addresses());
    guest.awaitLine(line -> line.equals("sample: power button"));
    assertEquals("shut off", lab.virsh("domstate", "boots"));
  }

  @Test
  void rebootBootsAgainInTheSameRun() throws Exception {
    TinyGuest guest = started("reboots");
    String id = lab.virsh("domid", "reboots");
    host.perform(guest.uuid(), Action.REBOOT);
    guest.awaitBoots(2);
    await(guest, MachineState.RUNNING);
    assertEquals(id, lab.virsh("domid", "reboots"));
    assertTrue(
        host.seen().all().stream()
            .map(snapshot -> snapshot.machines().get(guest.uuid()))
            .dropWhile(machine -> machine == null || machine.state() != MachineState.RUNNING)
            .allMatch(machine -> machine != null && machine.state().isActive()),
        "was seen off between");
    end(guest);
  }

  @Test
  void resetBootsAgainWithoutAskingTheGuest() throws Exception {
    TinyGuest guest = started("resets");
    Life first = guest.life();
    host.perform(guest.uuid(), Action.RESET);
    guest.awaitBoots(2);
    guest.awaitLine(line -> line.startsWith("sample: up") && !line.contains(first.boot()));
    assertTrue(guest.said().stream().noneMatch(line -> line.equals("sample: power button")));
    assertEquals(MachineState.RUNNING, await(guest, MachineState.RUNNING).state());
    end(guest);
  }

  @Test
  void pausedAndSavedGuestsGoOnWhereTheyWere() throws Exception {
    TinyGuest guest = started("stays");
    host.perform(guest.uuid(), Action.PAUSE);
    assertEquals(StateReason.PAUSED_BY_USER, await(guest, MachineState.PAUSED).reason());
    Life held = guest.life();
    host.perform(guest.uuid(), Action.RESUME);
    await(guest, MachineState.RUNNING);
    guest.awaitGoingOnFrom(held);
    assertEquals(held.boot(), guest.life().boot());

    host.perform(guest.uuid(), Action.SAVE);
    assertTrue(await(guest, MachineState.SAVED).saved());
    assertEquals("shut off (saved)", lab.virsh("domstate", "stays", "--reason"));
    Life saved = guest.life();
    host.perform(guest.uuid(), Action.RESTORE);
    assertFalse(await(guest, MachineState.RUNNING).saved());
    guest.awaitGoingOnFrom(saved);
    assertEquals(saved.boot(), guest.life().boot());
    assertEquals(1, guest.boots());

    host.perform(guest.uuid(), Action.SAVE);
    await(guest, MachineState.SAVED);
    host.perform(guest.uuid(), Action.START_FRESH);
    guest.awaitBoots(2);
    guest.awaitLine(line -> line.startsWith("sample: up") && !line.contains(saved.boot()));
    assertNotEquals(saved.boot(), guest.life().boot());
    end(guest);
  }
}
