package org.vitrine.model.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.model.host.Driver;
import org.vitrine.model.plan.BootOrder;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.unit.MacAddress;

/**
 * What only QEMU's own command line can say: cards on the emulator's own network with ports that
 * lead in. libvirt has an element for those ports, and ignores it without a word unless a helper is
 * built in that not every distribution ships.
 */
public record QemuArguments(List<Card> cards) {

  /** Slots of the root bus that libvirt fills last. */
  private static final int FIRST_SLOT = 0x10;

  /**
   * A card, and how it is said.
   *
   * @param index its place among the plan's cards
   */
  public record Card(int index, List<String> words) {
    public Card {
      words = List.copyOf(words);
    }
  }

  public QemuArguments {
    cards = List.copyOf(cards);
  }

  /** Whether the card is not libvirt's business. */
  public static boolean isOurs(NewMachinePlan plan, NicPlan nic) {
    // a cable can only be pulled out of a card that libvirt knows
    return plan.host().driver() == Driver.QEMU
        && nic.plugged()
        && nic.link() instanceof NicPlan.Link.User user
        && !user.forwards().isEmpty();
  }

  public static QemuArguments of(NewMachinePlan plan) {
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
        String device =
            device(nic.model())
                + ",netdev=vitrine"
                + i
                + ",id=vitrinenic"
                + i
                + ",mac="
                + mac(nic)
                + ","
                + place
                + boot;
        String network = network(i, (NicPlan.Link.User) nic.link());
        cards.add(new Card(i, List.of("-netdev", network, "-device", device)));
      }
    }
    return new QemuArguments(cards);
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

  public boolean isEmpty() {
    return cards.isEmpty();
  }
}
