package org.vitrine.bridge.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.fake.FakeHost;
import org.vitrine.bridge.fake.FakeHypervisor;
import org.vitrine.bridge.fake.FakeScript;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.host.Transport;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.MachineState;

final class HostLinksTest {

  private final FakeHypervisor fake = new FakeHypervisor();
  private final Map<HostId, HostSnapshot> latest = new ConcurrentHashMap<>();
  private final HostLinks links =
      new HostLinks(
          fake,
          CredentialPrompt.NONE,
          snapshot -> latest.put(snapshot.host(), snapshot),
          LinkTiming.DEFAULT);
  private final List<FakeHost> hosts = new ArrayList<>();

  @AfterEach
  void nothingIsLeftOpen() {
    hosts.forEach(host -> host.script().clear());
    links.close();
    Rig.until("all let go", () -> fake.openSessions() == 0);
    hosts.forEach(host -> assertEquals(0, host.doubleReleases()));
  }

  private FakeHost host(HostEntry entry) {
    FakeHost host = fake.host(entry.address());
    hosts.add(host);
    return host;
  }

  private static HostEntry entry(String id, HostAddress address) {
    return new HostEntry(new HostId(id), "Label " + id, address, "", true);
  }

  private static HostEntry remote(String id, String user, String path) {
    return entry(
        id,
        new HostAddress(
            Driver.QEMU,
            Transport.SSH,
            Optional.of(user),
            Optional.of("far"),
            OptionalInt.empty(),
            path,
            Map.of()));
  }

  private static HostFacts facts(String uuid) {
    return new HostFacts(
        "h",
        uuid,
        "",
        "",
        "",
        "",
        1,
        ByteSize.ZERO,
        ByteSize.ZERO,
        new Acceleration.Hardware(),
        Map.of());
  }

  private boolean isUp(HostId id) {
    HostSnapshot snapshot = latest.get(id);
    return snapshot != null && snapshot.state().isUp();
  }

  /** F10: one host is dead, and four others do not care. */
  @Test
  void oneDeadHostDelaysNobody() {
    List<HostEntry> entries = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      HostEntry entry = entry("five" + i, HostAddress.local(Driver.QEMU, "/five" + i));
      entries.add(entry);
      host(entry).add("m");
      links.add(entry);
    }
    hosts.getFirst().script().hang("open");
    long began = System.nanoTime();
    links.connectAll();
    Rig.until("four up", () -> entries.stream().skip(1).allMatch(entry -> isUp(entry.id())));
    long took = (System.nanoTime() - began) / 1_000_000;
    assertTrue(took < 1000, took + " ms");
    UUID late = hosts.get(3).add("late");
    Rig.until("news", () -> latest(entries.get(3)).machines().containsKey(late));
    assertInstanceOf(HostState.Connecting.class, latest(entries.getFirst()).state());
  }

  private HostSnapshot latest(HostEntry entry) {
    return Objects.requireNonNull(latest.get(entry.id()));
  }

  /** F07: one host hangs with its socket open. */
  @Test
  void aHostThatHangsSlowsNobodyAndClosingIsQuick() throws Exception {
    HostEntry hung = entry("hung", HostAddress.local(Driver.QEMU, "/hung"));
    HostEntry well = entry("well", HostAddress.local(Driver.QEMU, "/well"));
    List<UUID> machines = new ArrayList<>();
    for (HostEntry entry : List.of(hung, well)) {
      machines.add(host(entry).add("m", machine -> machine.state(MachineState.RUNNING)));
      links.add(entry).watch(Set.of(machines.getLast()), Duration.ofMillis(20));
    }
    links.connectAll();
    Rig.until("both up", () -> isUp(hung.id()) && isUp(well.id()));
    FakeHost dead = hosts.getFirst();
    dead.script().hang(FakeScript.ALL);
    dead.script().hang("release");
    Rig.until("hangs", () -> dead.script().inFlight(FakeScript.ALL) > 0);
    FakeHost alive = hosts.getLast();
    int polls = alive.script().calls("counters");
    long began = System.nanoTime();
    // its own rate goes on: 25 polls of 20 ms
    Rig.until("polled on", () -> alive.script().calls("counters") >= polls + 25);
    long took = (System.nanoTime() - began) / 1_000_000;
    assertTrue(took < 1500, took + " ms for 500 ms of polls");
    alive.change(machines.getLast(), Turn.STATE, machine -> machine.snapshots(4));
    Rig.until("news", () -> Rig.of(latest(well), machines.getLast()).snapshots() == 4);
    began = System.nanoTime();
    links.close();
    took = (System.nanoTime() - began) / 1_000_000;
    assertTrue(took < 3200, took + " ms to close");
    assertEquals(0, alive.openSessions());
  }

  @Test
  void theSecondWayToOneHostIsRefused() {
    HostEntry near = entry("near", HostAddress.local(Driver.QEMU, "/system"));
    HostEntry far = remote("far", "root", "/system");
    host(near).facts(facts("the-same"));
    host(far).facts(facts("the-same"));
    fake.host(far.address()).add("m");
    links.add(near).connect();
    Rig.until("facts", () -> isUp(near.id()) && latest(near).facts().isPresent());
    links.add(far).connect();
    Rig.until(
        "refused",
        () -> latest.containsKey(far.id()) && latest(far).state() instanceof HostState.Refused);
    assertEquals(
        new HostState.Refused(Problem.of(Cause.SAME_HOST_TWICE, far.label(), near.label())),
        latest(far).state());
    assertTrue(latest(far).machines().isEmpty(), "no machine shows twice");
    assertTrue(isUp(near.id()));
    // once the first is gone the second may have it
    links.link(near.id()).orElseThrow().disconnect();
    Rig.until("off", () -> latest(near).state() instanceof HostState.Disconnected);
    links.link(far.id()).orElseThrow().retryNow();
    Rig.until("its turn", () -> isUp(far.id()) && latest(far).facts().isPresent());
  }

  @Test
  void systemAndSessionAndTheSessionsOfTwoUsersAreNotTheSame() {
    List<HostEntry> entries =
        List.of(
            entry("sys", HostAddress.local(Driver.QEMU, "/system")),
            entry("ses", HostAddress.local(Driver.QEMU, "/session")),
            remote("ann", "ann", "/session"),
            remote("bob", "bob", "/session"));
    for (HostEntry entry : entries) {
      host(entry).facts(facts("the-same"));
      links.add(entry);
    }
    links.connectAll();
    Rig.until(
        "all up with facts",
        () ->
            entries.stream()
                .allMatch(entry -> isUp(entry.id()) && latest(entry).facts().isPresent()));
  }

  @Test
  void hostsThatDoNotSayWhoTheyAreAreNeverTheSame() {
    HostEntry one = entry("one", HostAddress.local(Driver.QEMU, "/system"));
    HostEntry two = remote("two", "root", "/system");
    host(one).facts(facts(""));
    host(two).facts(facts(""));
    links.add(one);
    links.add(two);
    links.connectAll();
    Rig.until(
        "both",
        () ->
            isUp(one.id())
                && isUp(two.id())
                && latest(one).facts().isPresent()
                && latest(two).facts().isPresent());
  }

  @Test
  void aTestTellsWhoIsThereAndLeavesNothingOpen() throws Exception {
    HostEntry entry = entry("tested", HostAddress.local(Driver.QEMU, "/tested"));
    host(entry).facts(facts("abc"));
    HostFacts told = links.test(entry.address(), Duration.ofSeconds(5)).get(5, TimeUnit.SECONDS);
    assertEquals("abc", told.uuid());
    assertEquals(0, fake.openSessions());
    assertEquals(1, hosts.getFirst().releases());
  }

  @Test
  void aTestFailsWithTheCauseOrAfterItsTime() {
    HostEntry entry = entry("tested", HostAddress.local(Driver.QEMU, "/tested"));
    FakeHost host = host(entry);
    Duration limit = Duration.ofMillis(100);
    assertEquals(
        Cause.HOST_UNREACHABLE,
        Rig.causeOf(links.test(HostAddress.local(Driver.QEMU, "/nowhere"), limit)));
    host.script().hang("facts");
    assertEquals(Cause.TIMED_OUT, Rig.causeOf(links.test(entry.address(), limit)));
    Rig.until("let go of", () -> host.releases() == 1);
    host.script().hang("open");
    assertEquals(Cause.TIMED_OUT, Rig.causeOf(links.test(entry.address(), limit)));
    host.script().clear();
    Rig.until("the late one too", () -> host.releases() == 2);
    assertEquals(0, host.doubleReleases());
  }

  @Test
  void aReplacedEntryGoesOnWhereItWasAndARemovedOneIsSilent() {
    HostEntry entry = entry("moved", HostAddress.local(Driver.QEMU, "/here"));
    host(entry).add("a");
    links.add(entry).connect();
    Rig.until("up", () -> isUp(entry.id()));
    HostEntry moved = entry("moved", HostAddress.local(Driver.QEMU, "/there"));
    FakeHost there = host(moved);
    UUID b = there.add("b");
    links.replace(moved);
    Rig.until(
        "moved", () -> isUp(moved.id()) && latest(moved).machines().keySet().equals(Set.of(b)));
    Rig.until("old one let go", () -> hosts.getFirst().openSessions() == 0);
    links.remove(moved.id());
    assertTrue(links.link(moved.id()).isEmpty());
    Rig.until("let go", () -> there.openSessions() == 0);
  }

  @Test
  void anotherLabelDoesNotCostTheConnection() {
    HostEntry entry = entry("named", HostAddress.local(Driver.QEMU, "/named"));
    FakeHost host = host(entry);
    HostLink link = links.add(entry);
    link.connect();
    Rig.until("up", () -> isUp(entry.id()));
    HostEntry renamed = new HostEntry(entry.id(), "Other", entry.address(), "Lab", false);
    assertSame(link, links.replace(renamed));
    assertEquals(renamed, link.entry());
    UUID a = host.add("a");
    Rig.until("still heard", () -> latest(entry).machines().containsKey(a));
    assertEquals(1, host.opened());
  }

  /** F09: every call takes its time; the list does not wait for what is not the list. */
  @Test
  void theFirstListWaitsForNothingElse() {
    HostEntry entry = entry("slow", HostAddress.local(Driver.QEMU, "/slow"));
    FakeHost host = host(entry);
    for (int i = 0; i < 20; i++) {
      host.add("m" + i);
    }
    host.script().delay(FakeScript.ALL, Duration.ofMillis(300));
    long began = System.nanoTime();
    links.add(entry).connect();
    Rig.until("listed", () -> isUp(entry.id()));
    long took = (System.nanoTime() - began) / 1_000_000;
    assertEquals(20, latest(entry).machines().size());
    assertTrue(latest(entry).facts().isEmpty());
    assertTrue(took < 890, took + " ms for two calls of 300 ms");
    Rig.until("facts", () -> latest(entry).facts().isPresent());
    took = (System.nanoTime() - began) / 1_000_000;
    assertTrue(took < 1400, took + " ms: facts waited for something");
  }
}
