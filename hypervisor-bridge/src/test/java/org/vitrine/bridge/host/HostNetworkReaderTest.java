package org.vitrine.bridge.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.model.host.HostNetworking.BridgeHelper;
import org.vitrine.model.host.HostNetworking.HelperLack;
import org.vitrine.model.host.HostNetworking.Route;
import org.vitrine.model.unit.Cidr;

class HostNetworkReaderTest {

  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Cidr range(String text) {
    return Cidr.around(text).orElseThrow();
  }

  @Test
  void routesAreReadAsTheKernelWritesThem() throws IOException {
    file(
        "proc/net/route",
        """
        Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
        eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
        eth0\t000200C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
        down\t000200C0\t00000000\t0000\t0\t0\t0\t00FFFFFF\t0\t0\t0
        odd\t010200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
        bad\tnothex
        """);
    assertEquals(
        List.of(
            new Route(range("0.0.0.0/0"), "eth0", "192.0.2.1", 100),
            new Route(range("192.0.2.0/24"), "eth0", "", 100)),
        HostNetworkReader.routes(root.resolve("proc/net/route")));
  }

  private Optional<HelperLack> lack() {
    return HostNetworkReader.helper(root).lack();
  }

  @Test
  void helperNamesTheFirstThingItLacks() throws Exception {
    assertEquals(Optional.of(HelperLack.NOT_INSTALLED), lack());
    file("usr/lib/qemu/qemu-bridge-helper", "");
    assertEquals(Optional.of(HelperLack.NOT_SETUID), lack());
    Path helper = root.resolve("usr/lib/qemu/qemu-bridge-helper");
    Files.setAttribute(helper, "unix:mode", 04755);
    assertEquals(Optional.of(HelperLack.NO_LIST), lack());
    file("etc/qemu/bridge.conf", "# a list\nallow br0\nallow br1\ndeny br1\n");
    assertEquals(Optional.of(HelperLack.NO_TUN), lack());
    file("dev/net/tun", "");
    BridgeHelper read = HostNetworkReader.helper(root);
    assertTrue(read.allows("br0"));
    assertFalse(read.allows("br1"), "refused further down");
    assertFalse(read.allows("br2"));
    file("more.conf", "allow all\n");
    file("etc/qemu/bridge.conf", "include " + root.resolve("more.conf") + "\n");
    assertTrue(HostNetworkReader.helper(root).allows("anything"));
    file("etc/qemu/bridge.conf", "include " + root.resolve("etc/qemu/bridge.conf") + "\n");
    assertFalse(HostNetworkReader.helper(root).allows("br0"), "a list that includes itself ends");
  }

  @Test
  void computerWithoutAnyOfItHasNoRoutes() {
    assertEquals(List.of(), HostNetworkReader.read(root).routes());
  }
}
