package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.model.port.HypervisorSession;

/** Without a look at the network first, libvirt 9.0 ends this process here. */
@ExtendWith(ClosesClean.class)
class InventedAddressesTest {

  private static final UUID ADDRESSED = new UUID(1, 1);
  private static final UUID BOTH = new UUID(1, 2);
  private static final UUID BARE = new UUID(1, 3);
  private static final UUID NOWHERE = new UUID(1, 4);

  @TempDir Path folder;

  private static String machine(UUID uuid, String... networks) {
    StringBuilder cards = new StringBuilder();
    for (String network : networks) {
      cards.append("<interface type='network'><source network='" + network + "'/></interface>");
    }
    return """
        <domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>
          <test:runstate>1</test:runstate>
          <name>m%s</name><uuid>%s</uuid><memory>65536</memory>
          <os><type>hvm</type></os>
          <devices>%s</devices>
        </domain>
        """
        .formatted(uuid, uuid, cards);
  }

  @Test
  void machineOnANetworkWithoutAnAddressHasNone(OpenHosts hosts) throws Exception {
    Path node = folder.resolve("node.xml");
    Files.writeString(
        node,
        "<node>"
            + machine(ADDRESSED, "with")
            + machine(BOTH, "with", "without")
            + machine(BARE, "without")
            + machine(NOWHERE, "nosuch")
            + """
              <network><name>with</name><forward mode='nat'/>
                <ip address='10.9.8.1' netmask='255.255.255.0'>
                  <dhcp><range start='10.9.8.2' end='10.9.8.9'/></dhcp></ip></network>
              <network><name>without</name><bridge name='virbr7'/></network>
              </node>
              """);
    HypervisorSession session = hosts.open("test://" + node, new HeardNews());
    assertEquals(4, session.machines().size());
    List<String> known = session.addresses(ADDRESSED);
    assertEquals(1, known.size());
    assertTrue(known.getFirst().startsWith("10.9.8."), known.getFirst());
    for (UUID machine : List.of(BOTH, BARE, NOWHERE)) {
      assertEquals(List.of(), session.addresses(machine));
    }
  }
}
