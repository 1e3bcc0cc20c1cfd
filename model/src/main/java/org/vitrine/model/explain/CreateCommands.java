package org.vitrine.model.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DiskPlan.Content;
import org.vitrine.model.plan.DiskPlan.Place;
import org.vitrine.model.plan.DrivePlan;
import org.vitrine.model.plan.FirstStart;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.DefinitionLine;
import org.vitrine.model.port.DefinitionWriter;

/** Making a machine, as the commands that a person would type. */
public final class CreateCommands {

  private static final String INPUT = "/dev/stdin";

  private final NewMachinePlan plan;
  private final DefinitionWriter writer;
  private final List<ShellStep> steps = new ArrayList<>();
  private final Set<String> folders = new LinkedHashSet<>();

  private CreateCommands(NewMachinePlan plan, DefinitionWriter writer) {
    this.plan = plan;
    this.writer = writer;
  }

  /**
   * What is done, in order: what the machine stands on first, the machine last.
   *
   * @param run whether it is started too
   */
  public static List<ShellStep> steps(NewMachinePlan plan, DefinitionWriter writer, boolean run) {
    CreateCommands commands = new CreateCommands(plan, writer);
    plan.networks().forEach(commands::network);
    for (int i = 0; i < plan.disks().size(); i++) {
      commands.disk(PlanField.of(Part.DISK, i), plan.disks().get(i).content());
    }
    plan.boot()
        .kernel()
        .filter(kernel -> !kernel.origin().isEmpty())
        .ifPresent(
            kernel -> {
              PlanField field = PlanField.of(Part.KERNEL);
              commands.folder(field, kernel.path());
              commands.copied(field, kernel.origin(), kernel.path());
            });
    if (plan.setup() instanceof Setup.Automatic automatic) {
      commands.medium(automatic);
    }
    commands.machine(run);
    return List.copyOf(commands.steps);
  }

  /** The same line by line, for showing. */
  public static List<Shown> lines(NewMachinePlan plan, DefinitionWriter writer, boolean run) {
    return steps(plan, writer, run).stream().flatMap(step -> step.lines().stream()).toList();
  }

  /**
   * A script for a POSIX shell that makes the same machine. It stops at the first failure, and
   * before it begins where a file is there that it would write.
   */
  public static String script(NewMachinePlan plan, DefinitionWriter writer, boolean run) {
    StringBuilder script = new StringBuilder("#!/bin/sh\nset -eu\n");
    for (String file : written(plan)) {
      String quoted = Command.quoted(file);
      script
          .append("if [ -e ")
          .append(quoted)
          .append(" ] || [ -L ")
          .append(quoted)
          .append(" ]; then printf '%s is there already\\n' ")
          .append(quoted)
          .append(" >&2; exit 1; fi\n");
    }
    lines(plan, writer, run).forEach(line -> script.append(line.text()).append('\n'));
    return script.toString();
  }

  /** The files that would be lost if they were written over. */
  private static List<String> written(NewMachinePlan plan) {
    Stream<String> disks =
        plan.disks().stream()
            .flatMap(
                disk ->
                    switch (disk.content()) {
                      case Content.New made -> file(made.place());
                      case Content.Overlay overlay -> file(overlay.place());
                      case Content.Copy copy -> file(copy.place());
                      case Content.Existing _, Content.Device _ -> Stream.empty();
                    });
    Stream<String> media =
        plan.setup() instanceof Setup.Automatic automatic
            ? Stream.of(automatic.carrier().path(), workFolder(automatic))
            : Stream.empty();
    Stream<String> kernel =
        plan
            .boot()
            .kernel()
            .filter(found -> !found.origin().isEmpty())
            .map(Boot.Kernel::path)
            .stream();
    return Stream.of(disks, media, kernel).flatMap(each -> each).toList();
  }

  private static Stream<String> file(Place place) {
    return place instanceof Place.File file ? Stream.of(file.path()) : Stream.empty();
  }

  private void run(PlanField field, String... words) {
    steps.add(new ShellStep.Run(field, Command.of(words)));
  }

  private void virsh(PlanField field, String... words) {
    steps.add(new ShellStep.Run(field, virsh(words)));
  }

  private Command virsh(String... words) {
    List<String> all = new ArrayList<>(List.of("virsh", "-q", "-c", plan.host().uri()));
    all.addAll(Arrays.asList(words));
    return new Command(all, "");
  }

  private void feed(PlanField field, Command command, String document) {
    List<DefinitionLine> lines =
        document.lines().map(line -> new DefinitionLine(field, line)).toList();
    steps.add(new ShellStep.Feed(field, command, lines));
  }

  private void network(NetworkPlan network) {
    PlanField field = plan.fieldOf(network);
    if (network.missing()) {
      feed(field, virsh("net-define", INPUT), writer.network(network));
      virsh(field, "net-autostart", "--", network.name());
    }
    virsh(field, "net-start", "--", network.name());
  }

  private void folder(PlanField field, String path) {
    int slash = path.lastIndexOf('/');
    if (slash > 0 && folders.add(path.substring(0, slash))) {
      run(field, "mkdir", "-p", "--", path.substring(0, slash));
    }
  }

  private void disk(PlanField field, Content content) {
    switch (content) {
      case Content.New made -> {
        if (made.place() instanceof Place.Volume volume) {
          volume(field, volume, made);
        } else {
          folder(field, made.place().path());
          steps.add(
              new ShellStep.Run(
                  field,
                  ImageCommands.create(
                      made.place().path(), made.format(), made.allocation(), made.size())));
        }
      }
      case Content.Overlay overlay -> {
        if (overlay.place() instanceof Place.Volume volume) {
          feed(field, virsh("vol-create", "--pool", volume.pool(), INPUT), writer.volume(overlay));
        } else {
          folder(field, overlay.place().path());
          steps.add(
              new ShellStep.Run(
                  field,
                  ImageCommands.overlay(
                      overlay.place().path(),
                      overlay.base(),
                      overlay.baseFormat(),
                      overlay.size())));
        }
      }
      case Content.Copy copy -> copy(field, copy);
      case Content.Existing _, Content.Device _ -> {
        // there already, and left as it is
      }
    }
  }

  private void volume(PlanField field, Place.Volume volume, Content.New made) {
    boolean grows = made.allocation() == DiskPlan.Allocation.GROWING;
    virsh(
        field,
        "vol-create-as",
        "--pool",
        volume.pool(),
        "--name",
        volume.name(),
        "--capacity",
        Long.toString(made.size().bytes()),
        "--allocation",
        grows ? "0" : Long.toString(made.size().bytes()),
        "--format",
        ImageCommands.name(made.format()));
  }

  private void copy(PlanField field, Content.Copy copy) {
    if (copy.place() instanceof Place.Volume volume) {
      // the host takes it as it comes: made here, and sent
      String here = copy.source() + "." + ImageCommands.name(copy.format()) + ".part";
      converted(field, copy, here);
      feed(field, virsh("vol-create", "--pool", volume.pool(), INPUT), writer.volume(copy));
      virsh(field, "vol-upload", "--pool", volume.pool(), "--vol", volume.name(), "--file", here);
      run(field, "rm", "--", here);
    } else {
      folder(field, copy.place().path());
      converted(field, copy, copy.place().path());
    }
  }

  private void converted(PlanField field, Content.Copy copy, String path) {
    steps.add(
        new ShellStep.Run(
            field, ImageCommands.copy(path, copy.format(), copy.source(), copy.sourceFormat())));
    if (copy.size().bytes() > 0) {
      steps.add(new ShellStep.Run(field, ImageCommands.grow(path, copy.format(), copy.size())));
    }
  }

  private static String workFolder(Setup.Automatic automatic) {
    return automatic.carrier().path() + ".files";
  }

  /** A copy of a file, which may lie on one of the machine's CDs. */
  private void copied(PlanField field, String from, String to) {
    for (DrivePlan drive : plan.drives()) {
      if (!drive.path().isEmpty() && from.startsWith(drive.path() + "/")) {
        alone(
            field,
            "xorriso",
            "-osirrox",
            "on",
            "-indev",
            drive.path(),
            "-extract",
            from.substring(drive.path().length()),
            to);
        // what lies on a CD cannot be written to, and its copy could not either
        run(field, "chmod", "u+w", "--", to);
        return;
      }
    }
    alone(field, "cp", "--", from, to);
  }

  /** The answers as files in a folder, made into the medium they travel on. */
  private void medium(Setup.Automatic automatic) {
    PlanField field = PlanField.of(Part.SETUP);
    String path = automatic.carrier().path();
    String work = workFolder(automatic);
    folder(field, path);
    run(field, "mkdir", "-m", "700", "--", work);
    for (Setup.AnswerFile file : automatic.files()) {
      int slash = file.name().lastIndexOf('/');
      if (slash > 0) {
        run(field, "mkdir", "-p", "--", work + "/" + file.name().substring(0, slash));
      }
      steps.add(new ShellStep.Write(field, work + "/" + file.name(), file.content()));
    }
    switch (automatic.carrier()) {
      case Setup.Carrier.SeedCd seed ->
          alone(
              field,
              "xorriso",
              "-as",
              "mkisofs",
              "-quiet",
              "-J",
              "-R",
              "-V",
              seed.label(),
              "-o",
              path,
              work);
      case Setup.Carrier.Floppy _ -> {
        alone(field, "mformat", "-C", "-f", "1440", "-i", path, "::");
        for (Setup.AnswerFile file : automatic.files()) {
          run(field, "mcopy", "-i", path, work + "/" + file.name(), "::/" + file.name());
        }
      }
      case Setup.Carrier.Initrd initrd -> {
        copied(field, initrd.original(), path);
        // the next archive begins at a multiple of four
        run(field, "truncate", "-s", "%4", "--", path);
        // the kernel unpacks one archive after the other
        steps.add(
            new ShellStep.Line(
                field,
                "(cd "
                    + Command.quoted(work)
                    + " && find . -mindepth 1 | cpio --quiet -o -H newc | gzip -9) >> "
                    + Command.quoted(path)));
      }
    }
    run(field, "rm", "-r", "--", work);
  }

  /** Makes a file that nobody else may read: there are passwords in it, if only their hashes. */
  private void alone(PlanField field, String... words) {
    steps.add(new ShellStep.Line(field, "(umask 077 && " + Command.of(words).shellLine() + ")"));
  }

  private void machine(boolean run) {
    PlanField field = PlanField.of(Part.MACHINE);
    FirstStart first = FirstStart.of(plan);
    define(field, first.differs());
    if (run) {
      virsh(field, "start", "--", plan.name());
    }
    if (first.differs() && run) {
      // what runs goes on as it is; what is stored is for the next start
      define(field, false);
    }
  }

  private void define(PlanField field, boolean first) {
    steps.add(new ShellStep.Feed(field, virsh("define", INPUT), writer.lines(plan, first)));
  }
}
