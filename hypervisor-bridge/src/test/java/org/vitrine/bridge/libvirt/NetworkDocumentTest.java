package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.vitrine.model.network.VirtualNetwork.Mode;

class NetworkDocumentTest {

  private static NetworkDocument read(String inside) {
    return NetworkDocument.read("<network><name>n</name>" + inside + "</network>");
  }

  @Test
  void modeFollowsTheForwardElement() {
    String ip = "<ip address='10.1.2.1' netmask='255.255.255.0'/>";
    assertEquals(Mode.NAT, read("<forward/>" + ip).mode());
    assertEquals(Mode.NAT, read("<forward mode='nat'><nat ipv6='yes'/></forward>").mode());
    assertEquals(Mode.ROUTED, read("<forward mode='route'/>" + ip).mode());
    assertEquals(Mode.OPEN, read("<forward mode='open'/>" + ip).mode());
    assertEquals(Mode.BRIDGED, read("<forward mode='bridge'/><bridge name='br0'/>").mode());
    assertEquals(Mode.OTHER, read("<forward mode='hostdev'/>").mode());
    assertEquals(Mode.HOST_ONLY, read(ip).mode());
    assertEquals(Mode.INTERNAL, read("<bridge name='virbr5'/>").mode());
  }

  @Test
  void subnetIsTheNetworkOfTheHostsAddress() {
    assertEquals("10.1.2.0/24", read("<ip address='10.1.2.1' netmask='255.255.255.0'/>").subnet());
    assertEquals("10.1.0.0/20", read("<ip address='10.1.2.1' prefix='20'/>").subnet());
    assertEquals(
        "192.168.7.0/24",
        read("<ip family='ipv6' address='fd00::1' prefix='64'/>"
                + "<ip address='192.168.7.1' prefix='24'/>")
            .subnet());
    assertEquals("", read("<ip address='not.an.address' prefix='24'/>").subnet());
    assertEquals("", read("<ip address='10.1.2.1' prefix='99'/>").subnet());
  }

  @Test
  void bridgeOfADeeperElementIsNotTheNetworks() {
    assertEquals(
        "br0",
        read("<bridge name='br0'/><portgroup name='p'><bridge name='x'/></portgroup>").bridge());
  }

  @Test
  void documentThatCannotBeReadLeavesTheNetworkListed() {
    assertEquals(new NetworkDocument(Mode.OTHER, "", ""), NetworkDocument.read("<network>"));
    assertEquals(
        Mode.OTHER,
        NetworkDocument.read("<!DOCTYPE network [<!ENTITY x 'y'>]><network>&x;</network>").mode());
  }
}
