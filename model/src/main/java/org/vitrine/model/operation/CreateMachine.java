package org.vitrine.model.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DiskPlan.Content;
import org.vitrine.model.plan.DiskPlan.Place;
import org.vitrine.model.plan.FirstStart;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.DefinitionWriter;
import org.vitrine.model.unit.ByteSize;

/** What making a machine takes, in order: what it stands on first, the machine last. */
public final class CreateMachine {

  /** Of an {@link Account}. */
  public static final String KIND = "create";

  private final NewMachinePlan plan;
  private final DefinitionWriter writer;
  private final String scratch;
  private final String mark;
  private final List<Deed> deeds = new ArrayList<>();
  private final Set<String> folders = new HashSet<>();

  private CreateMachine(NewMachinePlan plan, DefinitionWriter writer, String scratch) {
    this.plan = plan;
    this.scratch = scratch;
    this.writer = writer;
    // files in the making carry the machine's mark, so that no two operations share a name
    mark = "." + plan.uuid().toString().substring(0, 8) + ".part";
  }

  /**
   * @param scratch a folder of this computer for what is sent to the host
   * @param run whether it is started too
   */
  public static Account of(
      NewMachinePlan plan, DefinitionWriter writer, String scratch, boolean run) {
    return new CreateMachine(plan, writer, scratch).account(run);
  }

  private Account account(boolean run) {
    plan.networks().forEach(this::network);
    plan.disks().forEach(disk -> disk(disk.content()));
    List<String> leftovers = new ArrayList<>();
    plan.boot()
        .kernel()
        .filter(kernel -> !kernel.origin().isEmpty())
        .ifPresent(
            kernel -> {
              folder(kernel.path());
              deeds.add(new Deed.CopyOut(kernel.origin(), kernel.path(), kernel.path() + mark));
              if (plan.boot().kernelOnce()) {
                leftovers.add(kernel.path());
              }
            });
    if (plan.setup() instanceof Setup.Automatic automatic) {
      folder(automatic.carrier().path());
      deeds.add(new Deed.MakeMedium(automatic, automatic.carrier().path() + mark));
    }
    FirstStart first = FirstStart.of(plan);
    String lasting = writer.machine(plan);
    deeds.add(
        new Deed.Define(
            plan.uuid(), plan.name(), first.differs() ? writer.firstStart(plan) : lasting));
    if (first.differs()) {
      if (plan.setup() instanceof Setup.Automatic automatic) {
        leftovers.add(automatic.carrier().path());
      }
      deeds.add(
          new Deed.Settle(plan.uuid(), plan.name(), lasting, leftovers, first.endsAtReboot()));
    }
    if (run) {
      deeds.add(new Deed.Start(plan.uuid(), plan.name()));
    }
    return new Account(KIND, plan.name(), plan.host().uri(), deeds);
  }

  private void network(NetworkPlan network) {
    if (network.missing()) {
      deeds.add(new Deed.MakeNetwork(network.name(), writer.network(network)));
    }
    deeds.add(new Deed.StartNetwork(network.name()));
  }

  private void disk(Content content) {
    switch (content) {
      case Content.New made ->
          image(
              made.place(),
              content,
              made.format(),
              made.allocation(),
              made.size(),
              "",
              DiskPlan.Format.RAW);
      case Content.Overlay over ->
          image(
              over.place(),
              content,
              DiskPlan.Format.QCOW2,
              DiskPlan.Allocation.GROWING,
              over.size(),
              over.base(),
              over.baseFormat());
      case Content.Copy copy ->
          image(
              copy.place(),
              content,
              copy.format(),
              DiskPlan.Allocation.GROWING,
              copy.size(),
              copy.source(),
              copy.sourceFormat());
      case Content.Existing _, Content.Device _ -> {
        // there already, and left as it is
      }
    }
  }

  private void image(
      Place place,
      Content content,
      DiskPlan.Format format,
      DiskPlan.Allocation allocation,
      ByteSize size,
      String source,
      DiskPlan.Format sourceFormat) {
    switch (place) {
      case Place.Volume(String pool, String name, String _) -> {
        deeds.add(new Deed.MakeVolume(pool, name, writer.volume(content)));
        if (content instanceof Content.Copy) {
          deeds.add(
              new Deed.FillVolume(
                  pool,
                  name,
                  scratch + "/" + name.replace('/', '_') + mark,
                  format,
                  source,
                  sourceFormat,
                  size));
        }
      }
      case Place.File(String path) -> {
        folder(path);
        deeds.add(
            new Deed.MakeImage(
                path,
                path + mark,
                switch (content) {
                  case Content.Overlay _ -> Deed.MakeImage.Kind.OVERLAY;
                  case Content.Copy _ -> Deed.MakeImage.Kind.COPY;
                  default -> Deed.MakeImage.Kind.EMPTY;
                },
                format,
                allocation,
                size,
                source,
                sourceFormat));
      }
    }
  }

  private void folder(String path) {
    int slash = path.lastIndexOf('/');
    if (slash > 0 && folders.add(path.substring(0, slash))) {
      deeds.add(new Deed.MakeFolder(path.substring(0, slash)));
    }
  }
}
