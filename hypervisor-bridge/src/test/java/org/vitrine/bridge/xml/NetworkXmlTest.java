package org.vitrine.bridge.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.network.VirtualNetwork.Mode;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DiskPlan.Content;
import org.vitrine.model.plan.DiskPlan.Format;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.unit.ByteSize;

/** Networks and volumes; machines on real hosts are tested with them. */
class NetworkXmlTest {

  private static String network(Mode mode, String subnet, String bridge) {
    return new PlanXml().network(new NetworkPlan("a & <b>", mode, true, subnet, bridge));
  }

  @Test
  void hostIsFirstAndTheRestIsGivenOut() {
    assertEquals(
        """
        <network>
          <name>a &amp; &lt;b&gt;</name>
          <forward mode='nat'/>
          <bridge name='lab0'/>
          <ip address='10.255.255.249' prefix='29'>
            <dhcp>
              <range start='10.255.255.250' end='10.255.255.254'/>
            </dhcp>
          </ip>
        </network>
        """,
        // bits of the host's part are no matter
        network(Mode.NAT, "10.255.255.255/29", "lab0"));
  }

  @Test
  void networkWithoutTheHostHasNoAddress() {
    assertEquals(
        """
        <network>
          <name>a &amp; &lt;b&gt;</name>
        </network>
        """,
        network(Mode.INTERNAL, "10.0.0.0/24", ""));
    assertEquals(
        """
        <network>
          <name>a &amp; &lt;b&gt;</name>
          <forward mode='bridge'/>
          <bridge name='br0'/>
        </network>
        """,
        network(Mode.BRIDGED, "", "br0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0.0/30",
        "0.0.0.0/0",
        "10.0.0/24",
        "10.0.0.256/24",
        "fe80::/64",
        "x",
        "10.0.0.0",
        "10.0.0.0/24/24",
        "10.0.0.0/ 24",
        "١٠.0.0.0/24"
      })
  void whatIsNoSubnetIsNotWritten(String subnet) {
    assertThrows(IllegalArgumentException.class, () -> network(Mode.NAT, subnet, ""));
  }

  @Test
  void volumesSayWhatTheyTakeAtOnce() {
    DiskPlan.Place place = new DiskPlan.Place.Volume("p", "<v>", "/srv/<v>");
    assertEquals(
        """
        <volume>
          <name>&lt;v&gt;</name>
          <capacity unit='bytes'>1024</capacity>
          <allocation unit='bytes'>1024</allocation>
          <target>
            <format type='raw'/>
          </target>
        </volume>
        """,
        new PlanXml()
            .volume(
                new Content.New(
                    place, Format.RAW, DiskPlan.Allocation.RESERVED, new ByteSize(1024))));
    assertEquals(
        """
        <volume>
          <name>&lt;v&gt;</name>
          <allocation unit='bytes'>0</allocation>
          <target>
            <format type='qcow2'/>
          </target>
          <backingStore>
            <path>/srv/base &amp; co</path>
            <format type='vmdk'/>
          </backingStore>
        </volume>
        """,
        new PlanXml()
            .volume(new Content.Overlay(place, "/srv/base & co", Format.VMDK, ByteSize.ZERO)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PlanXml().volume(new Content.Existing("/srv/a", Format.RAW)));
  }
}
