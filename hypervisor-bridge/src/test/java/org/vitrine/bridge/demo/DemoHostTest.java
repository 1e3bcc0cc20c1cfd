package org.vitrine.bridge.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.DomainInfo.DomainState;
import org.libvirt.LibvirtException;
import org.libvirt.Network;
import org.libvirt.StoragePool;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.bridge.xml.DomainXml;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.port.DefinitionReading;

class DemoHostTest {

  @TempDir Path home;

  private HostAddress written() throws Exception {
    return new DemoHost(XdgFolders.of(Map.of(), home)).write();
  }

  @Test
  void definitionIsReadableByItsOwnerAlone() throws Exception {
    Path file = Path.of(written().path());
    Path folder = file.resolveSibling(".").normalize();
    assertEquals("rw-------", rights(file));
    assertEquals("rwx------", rights(folder));
    assertTrue(file.endsWith("demo.xml"));
    try (var inside = Files.list(folder)) {
      assertEquals(1, inside.count(), "nothing but the definition is left behind");
    }
  }

  @Test
  void runtimeFolderIsPreferredAndAFileInItsWayIsNoObstacle() throws Exception {
    Path runtime = Files.createDirectory(home.resolve("run"));
    XdgFolders folders =
        XdgFolders.of(Map.of("XDG_RUNTIME_DIR", runtime.toString()), home.resolve("h"));
    assertTrue(new DemoHost(folders).write().path().startsWith(runtime.toString()));

    Files.move(runtime.resolve("vitrine"), runtime.resolve("elsewhere"));
    Files.writeString(runtime.resolve("vitrine"), "in the way");
    assertTrue(new DemoHost(folders).write().path().startsWith(home.resolve("h").toString()));
  }

  @Test
  void pathWithOddCharactersIsOpenedAllTheSame() throws Exception {
    Path odd = Files.createDirectories(home.resolve("my höme #1 50% ?"));
    HostAddress address = new DemoHost(XdgFolders.of(Map.of(), odd)).write();
    assertTrue(address.uri().chars().allMatch(c -> c > ' ' && c < 127), address.uri());
    assertInstanceOf(
        AddressParser.Result.Accepted.class, AddressParser.parse(address.uri()), address.uri());
    Connect connect = new Connect(address.uri());
    assertTrue(connect.numOfDomains() > 0);
    assertEquals(0, connect.close());
  }

  @Test
  void entryConnectsByItselfUnderTheNameDemo() throws Exception {
    HostEntry entry = new DemoHost(XdgFolders.of(Map.of(), home)).entry("Demo");
    assertEquals("demo", entry.id().value());
    assertTrue(entry.autoconnect());
    assertTrue(DemoHost.isDemo(entry.address()));
    assertFalse(DemoHost.isDemo(HostAddress.local(entry.address().driver(), "/default")));
  }

  @Test
  void thereIsAMachineInEveryStateAndMuchToShow() throws Exception {
    Connect connect = new Connect(written().uri());
    Domain[] machines = connect.listAllDomains(0);
    assertTrue(machines.length >= 26, () -> machines.length + " machines");
    Set<DomainState> states = new TreeSet<>();
    Set<String> groups = new TreeSet<>();
    Set<String> tags = new TreeSet<>();
    Set<String> systems = new TreeSet<>();
    int saved = 0;
    int passing = 0;
    int withTwoCards = 0;
    int withSnapshots = 0;
    for (Domain machine : machines) {
      states.add(machine.getInfo().state);
      saved += machine.hasManagedSaveImage();
      passing += machine.isPersistent() == 1 ? 0 : 1;
      withSnapshots += machine.snapshotNum() > 0 ? 1 : 0;
      DefinitionReading reading = DomainXml.read(machine.getXMLDesc(0));
      groups.add(reading.labels().group().text());
      tags.addAll(reading.labels().tags());
      systems.add(reading.operatingSystem());
      withTwoCards += reading.nics().size() > 1 ? 1 : 0;
      assertEquals(machine.getInfo().nrVirtCpu, reading.cpus(), machine.getName());
      assertEquals(machine.getMaxMemory() * 1024, reading.memory().bytes(), machine.getName());
      machine.free();
    }
    assertTrue(
        states.containsAll(
            Set.of(
                DomainState.VIR_DOMAIN_RUNNING,
                DomainState.VIR_DOMAIN_PAUSED,
                DomainState.VIR_DOMAIN_SHUTOFF,
                DomainState.VIR_DOMAIN_CRASHED)),
        states::toString);
    assertEquals(2, saved);
    assertEquals(1, passing);
    assertTrue(withTwoCards >= 4);
    assertTrue(withSnapshots >= 6);
    assertTrue(groups.contains("course/room 2") && groups.contains("web/front"), groups::toString);
    assertTrue(tags.size() >= 10, tags::toString);
    assertTrue(
        systems.containsAll(
            Set.of(
                "Debian 12", "Windows 11", "Windows Server 2022", "Ubuntu 24.04", "FreeBSD 14.0")),
        systems::toString);
    assertEquals(0, connect.close());
  }

  @Test
  void finishingTouchesNameWhatIsThere() throws Exception {
    Connect connect = new Connect(written().uri());
    for (String name : DemoHost.FINISHING_TOUCHES.networksToStop()) {
      Network network = connect.networkLookupByName(name);
      network.destroy();
      assertEquals(0, network.isActive());
      network.free();
    }
    for (String name : DemoHost.FINISHING_TOUCHES.poolsToStop()) {
      StoragePool pool = connect.storagePoolLookupByName(name);
      pool.destroy();
      assertEquals(0, pool.isActive());
      pool.free();
    }
    for (String name : DemoHost.FINISHING_TOUCHES.machinesToAutostart()) {
      Domain machine = connect.domainLookupByName(name);
      machine.setAutostart(true);
      assertTrue(machine.getAutostart());
      machine.free();
    }
    assertEquals(0, connect.close());
  }

  /** The driver asks a card's network for its address without looking whether it has one. */
  @Test
  void noCardHangsOnANetworkWithoutAnAddress() throws Exception {
    Connect connect = new Connect(written().uri());
    for (Domain machine : connect.listAllDomains(0)) {
      for (var card : DomainXml.read(machine.getXMLDesc(0)).nics()) {
        if (!card.network().isEmpty()) {
          Network network = connect.networkLookupByName(card.network());
          assertTrue(
              network.getXMLDesc(0).contains("<ip "), machine.getName() + " " + card.network());
          network.free();
        }
      }
      machine.free();
    }
    assertEquals(0, connect.close());
  }

  /** One form of a snapshot is freed twice by the driver, which ends the process at closing. */
  @Test
  void openingAndClosingAgainAndAgainLeavesTheProcessAlive() throws Exception {
    HostAddress address = written();
    for (int i = 0; i < 25; i++) {
      List<Connect> open = new ArrayList<>();
      for (int j = 0; j < 3; j++) {
        Connect connect = new Connect(address.uri());
        open.add(connect);
        touch(connect);
      }
      for (Connect connect : open) {
        assertEquals(0, connect.close());
      }
    }
  }

  private static void touch(Connect connect) throws LibvirtException {
    for (Domain machine : connect.listAllDomains(0)) {
      for (String snapshot : machine.snapshotListNames()) {
        var found = machine.snapshotLookupByName(snapshot);
        assertTrue(found.getXMLDesc().contains("<domain "));
        found.free();
      }
      machine.free();
    }
  }

  @Test
  void revertingToASnapshotKeepsNameAndLabels() throws Exception {
    Connect connect = new Connect(written().uri());
    Domain machine = connect.domainLookupByName("shop-web-1");
    var before = machine.snapshotLookupByName("nginx set up");
    machine.revertToSnapshot(before);
    DefinitionReading reading = DomainXml.read(machine.getXMLDesc(0));
    assertEquals("Shop: front end 1", reading.labels().title());
    assertEquals("web/front", reading.labels().group().text());
    before.free();
    machine.free();
    assertEquals(0, connect.close());
  }

  private static String rights(Path path) throws java.io.IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
