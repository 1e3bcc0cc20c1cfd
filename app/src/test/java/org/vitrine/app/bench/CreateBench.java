package org.vitrine.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.vitrine.bridge.event.EventLoop;
import org.vitrine.bridge.image.QemuImg;
import org.vitrine.bridge.libvirt.LibvirtHypervisor;
import org.vitrine.bridge.link.HostLink;
import org.vitrine.bridge.link.HostLinks;
import org.vitrine.bridge.link.LinkTiming;
import org.vitrine.bridge.media.AnswerMedia;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.bridge.xml.DomainXml;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.explain.VirtInstallCommand;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.operation.Report;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.CredentialPrompt;

/**
 * From the click on <i>Create and run</i> until the machine runs, against virt-install with the
 * same machine and a disk of its own, in turn on the same daemon.
 */
public final class CreateBench {

  private static final int TURNS = 7;

  private CreateBench() {}

  public static void main(String[] arguments) throws Exception {
    if (!SessionDaemon.isPossible()) {
      System.out.println("# no daemon or emulator here: nothing to measure");
      System.exit(0);
    }
    boolean peer = Files.isExecutable(Path.of("/usr/bin/virt-install"));
    List<Long> ours = new ArrayList<>();
    List<Long> theirs = new ArrayList<>();
    try (SessionDaemon daemon = SessionDaemon.start()) {
      Path images = daemon.folder("images");
      Path state = Files.createTempDirectory("vitrine-bench");
      HostAddress address =
          ((AddressParser.Result.Accepted) AddressParser.parse(daemon.uri())).address();
      HostEntry entry = new HostEntry(new HostId("bench"), "bench", address, "", true);
      HostLinks links =
          new HostLinks(
              new LibvirtHypervisor(new EventLoop(), DomainXml::read, BlockingGuard.NONE),
              CredentialPrompt.NONE,
              snapshot -> {},
              LinkTiming.DEFAULT);
      links.add(entry);
      links.connectAll();
      HostLink link = links.link(entry.id()).orElseThrow();
      while (!link.latest().state().isUp()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      MachineMaker maker =
          new MachineMaker(
              new PlanXml(),
              new QemuImg(daemon.asUser("qemu-img"), BlockingGuard.NONE),
              new AnswerMedia(),
              state);
      for (int i = 0; i <= TURNS; i++) {
        // the first of each warms both up and does not count
        long mine = make(maker, link, plan(address, images, "ours" + i));
        remove(daemon, images, "ours" + i);
        if (i > 0) {
          ours.add(mine);
        }
        if (peer) {
          long other = virtInstall(plan(address, images, "peer" + i));
          remove(daemon, images, "peer" + i);
          if (i > 0) {
            theirs.add(other);
          }
        }
      }
      links.close();
    }
    System.out.printf(Locale.ROOT, "# create, ms: ours %s; peer %s%n", ours, theirs);
    long mine = median(ours);
    if (theirs.isEmpty()) {
      System.out.printf(
          Locale.ROOT,
          "%-24s %10s %10s %6s %5s no peer%n",
          "create.run",
          mine + " ms",
          "-",
          "-",
          "1.0");
    } else {
      double ratio = (double) mine / median(theirs);
      System.out.printf(
          Locale.ROOT,
          "%-24s %10s %10s %6.2f %5s %s%n",
          "create.run",
          mine + " ms",
          median(theirs) + " ms",
          ratio,
          "1.0",
          ratio <= 1 ? "met" : "missed");
    }
    System.exit(0);
  }

  private static NewMachinePlan plan(HostAddress address, Path images, String name) {
    return new PlanBuilder()
        .host(address)
        .uuid(UUID.randomUUID())
        .named(name)
        .disk(
            images.resolve(name + ".qcow2").toString(), DiskPlan.Format.QCOW2, DiskPlan.Bus.VIRTIO)
        .nic(new NicPlan.Link.User(List.of()), NicPlan.Model.VIRTIO)
        .plan();
  }

  private static long make(MachineMaker maker, HostLink link, NewMachinePlan plan)
      throws Exception {
    long before = System.nanoTime();
    maker.make(link, plan, true, Report.NOBODY).machine().get(60, TimeUnit.SECONDS);
    return (System.nanoTime() - before) / 1_000_000;
  }

  private static long virtInstall(NewMachinePlan plan) throws IOException, InterruptedException {
    List<String> words = VirtInstallCommand.of(plan).orElseThrow().command().words();
    long before = System.nanoTime();
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("virt-install: " + said);
    }
    return (System.nanoTime() - before) / 1_000_000;
  }

  private static void remove(SessionDaemon daemon, Path images, String name) throws Exception {
    daemon.virsh("destroy", name);
    daemon.virsh("undefine", name);
    Files.delete(images.resolve(name + ".qcow2"));
  }

  private static long median(List<Long> times) {
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
