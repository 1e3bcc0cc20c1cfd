package org.vitrine.bridge.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.model.host.Driver;
import org.vitrine.model.plan.BootOrder;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.unit.MacAddress;

/**
 * What only QEMU's own command line can say: cards on the emulator's own network with ports that
 * lead in. libvirt has an element for those ports, and ignores it without a word unless a helper is
 * built in that not every distribution ships.
 */
record Arguments(List<Card> cards) {

  /** Slots of the root bus that libvirt fills last. */
  private static final int FIRST_SLOT = 0x10;

  /** A card, and how it is said. */
  record Card(int index, NicPlan nic, String words, String device) {}

  Arguments {
    cards = List.copyOf(cards);
  }

  /** Whether the card is not libvirt's business. */
  static boolean isOurs(NewMachinePlan plan, NicPlan nic) {
    // a cable can only be pulled out of a card that libvirt knows
    return plan.host().driver() == Driver.QEMU
        && nic.plugged()
        && nic.link() instanceof NicPlan.Link.User user
        && !user.forwards().isEmpty();
  }

  static Arguments of(NewMachinePlan plan) {
    BootOrder order = BootOrder.of(plan);
    boolean express = plan.platform().machine().contains("q35");
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < plan.nics().size(); i++) {
      NicPlan nic = plan.nics().get(i);
      if (isOurs(plan, nic)) {
        int slot = FIRST_SLOT + cards.size();
        String place =
            (express ? "bus=pcie.0" : "bus=pci.0") + ",addr=0x" + Integer.toHexString(slot);
        String boot = order.nic(i).map(number -> ",bootindex=" + number).orElse("");
        cards.add(
            new Card(
                i,
                nic,
                network(i, (NicPlan.Link.User) nic.link()),
                device(nic.model())
                    + ",netdev=vitrine"
                    + i
                    + ",id=vitrinenic"
                    + i
                    + ",mac="
                    + mac(nic)
                    + ","
                    + place
                    + boot));
      }
    }
    return new Arguments(cards);
  }

  private static String network(int index, NicPlan.Link.User user) {
    StringBuilder words = new StringBuilder("user,id=vitrine").append(index);
    for (NicPlan.Forward forward : user.forwards()) {
      // a comma would begin another setting, a folder of the host's to be shared for one
      if (!forward.hostAddress().matches("[0-9.]{7,15}")) {
        throw new IllegalArgumentException("not an address: " + forward.hostAddress());
      }
      words
          .append(",hostfwd=")
          .append(forward.protocol().name().toLowerCase(Locale.ROOT))
          .append(':')
          .append(forward.hostAddress())
          .append(':')
          .append(forward.hostPort())
          .append("-:")
          .append(forward.guestPort());
    }
    return words.toString();
  }

  private static String mac(NicPlan nic) {
    return MacAddress.parse(nic.mac())
        .orElseThrow(() -> new IllegalArgumentException("not an address: " + nic.mac()))
        .text();
  }

  private static String device(NicPlan.Model model) {
    return switch (model) {
      case VIRTIO -> "virtio-net-pci";
      case E1000E -> "e1000e";
      case E1000 -> "e1000";
      case RTL8139 -> "rtl8139";
      case NE2K_PCI -> "ne2k_pci";
      case PCNET -> "pcnet";
    };
  }

  boolean isEmpty() {
    return cards.isEmpty();
  }

  void write(XmlLines xml) {
    if (isEmpty()) {
      return;
    }
    xml.by(Part.NETWORK, cards.getFirst().index()).open("qemu:commandline");
    for (Card card : cards) {
      xml.by(Part.NETWORK, card.index());
      for (String word : List.of("-netdev", card.words(), "-device", card.device())) {
        xml.empty("qemu:arg", "value", word);
      }
    }
    xml.close();
  }
}
