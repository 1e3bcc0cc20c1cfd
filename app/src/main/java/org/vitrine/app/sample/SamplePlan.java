package org.vitrine.app.sample;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.Compute;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Proposal;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.plan.Wish;
import org.vitrine.model.unit.ByteSize;

/** The sample machine as a plan: it has drivers for the fast devices, and is small. */
final class SamplePlan {

  private static final ByteSize MEMORY = ByteSize.mib(384);

  private SamplePlan() {}

  static NewMachinePlan of(
      HostAddress host, HostOffer offer, String name, String disk, String mac) {
    Proposal proposal = Proposal.of(offer, Optional.empty(), Wish.of(Wish.Source.DISK_IMAGE));
    Platform suggested = proposal.platform(offer.architecture());
    boolean modern = offer.machines().contains("q35");
    Platform platform =
        new Platform(
            suggested.accelerated(),
            suggested.architecture(),
            modern ? "q35" : suggested.machine(),
            suggested.cpu(),
            Platform.Firmware.BIOS,
            false,
            Platform.Clock.UTC);
    DiskPlan own =
        new DiskPlan(
            new DiskPlan.Content.Copy(
                new DiskPlan.Place.File(offer.diskFolder() + "/" + name + ".qcow2"),
                DiskPlan.Format.QCOW2,
                disk,
                DiskPlan.Format.QCOW2,
                ByteSize.ZERO),
            DiskPlan.Bus.VIRTIO);
    NicPlan.Link link =
        offer.privileged() ? new NicPlan.Link.Network("default") : new NicPlan.Link.User(List.of());
    return new NewMachinePlan(
        host,
        UUID.randomUUID(),
        name,
        "",
        Words.word("sample.notes"),
        "",
        platform,
        new Compute(1, MEMORY),
        new Boot(List.of(Boot.Source.DISK), Optional.empty(), false),
        List.of(own),
        List.of(),
        List.of(new NicPlan(link, mac, NicPlan.Model.VIRTIO, true)),
        offer.privileged()
            ? List.of(new NetworkPlan("default", VirtualNetwork.Mode.NAT, false, "", ""))
            : List.of(),
        new DisplayPlan(
            DisplayPlan.Graphics.VNC_PRIVATE,
            offer.videos().contains(DisplayPlan.Video.VIRTIO)
                ? DisplayPlan.Video.VIRTIO
                : DisplayPlan.Video.VGA,
            true),
        new Extras(true, true, true, true, true, Extras.Sound.NONE),
        new Setup.Manual());
  }
}
