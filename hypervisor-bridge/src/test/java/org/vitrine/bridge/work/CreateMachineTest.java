package org.vitrine.bridge.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.image.QemuImg;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.bridge.testing.StepFaults;
import org.vitrine.bridge.testing.WatchedHost;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.operation.Journal;
import org.vitrine.model.operation.Operation;
import org.vitrine.model.operation.Report;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.MediaMaker;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Machines made on a real daemon, and the making cut short at every step. */
@NeedsSessionDaemon
class CreateMachineTest {

  private static final MediaMaker PLAIN_MEDIA =
      (setup, path) -> {
        try {
          Files.write(Path.of(path), new byte[1024]);
        } catch (java.io.IOException failure) {
          throw new ProblemException(Problem.of(Cause.FILES_NOT_WRITABLE, path), failure);
        }
      };

  private static SessionDaemon daemon;
  private WatchedHost host;
  private Path images;
  @TempDir Path state;

  @BeforeAll
  static void start() throws Exception {
    daemon = SessionDaemon.start();
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  @BeforeEach
  void connect() throws Exception {
    host = new WatchedHost(daemon.uri());
    images = daemon.folder("images-" + UUID.randomUUID());
    Files.writeString(images.resolve("keep.me"), "what was there before");
  }

  @AfterEach
  void leave() throws Exception {
    for (String name : machines()) {
      if (daemon.virsh("domstate", name).equals("running")) {
        daemon.virsh("destroy", name);
      }
      daemon.virsh("undefine", name);
    }
    host.close();
  }

  private static List<String> machines() throws Exception {
    return Arrays.stream(daemon.virsh("list", "--all", "--name").split("\\s+"))
        .filter(name -> !name.isBlank())
        .toList();
  }

  private MachineMaker maker(Operation.Witness witness) throws Exception {
    return new MachineMaker(
        new PlanXml(),
        new QemuImg(daemon.asUser("qemu-img"), BlockingGuard.NONE),
        PLAIN_MEDIA,
        state,
        witness);
  }

  private MachineMaker maker() throws Exception {
    return maker(Operation.Witness.NOBODY);
  }

  private DiskPlan.Place file(String name) {
    return new DiskPlan.Place.File(images.resolve(name).toString());
  }

  /** Three disks of three kinds, and a medium of answers: all that is made as a file. */
  private NewMachinePlan plan(String name) throws Exception {
    Path base = images.resolve("base.raw");
    if (!Files.exists(base)) {
      Files.write(base, new byte[1 << 20]);
    }
    String path = base.toString();
    return new PlanBuilder()
        .uuid(UUID.randomUUID())
        .named(name)
        .disk(
            new DiskPlan.Content.New(
                file(name + ".qcow2"),
                DiskPlan.Format.QCOW2,
                DiskPlan.Allocation.GROWING,
                ByteSize.gib(1)),
            DiskPlan.Bus.VIRTIO)
        .disk(
            new DiskPlan.Content.Overlay(
                file(name + "-over.qcow2"), path, DiskPlan.Format.RAW, ByteSize.ZERO),
            DiskPlan.Bus.VIRTIO)
        .disk(
            new DiskPlan.Content.Copy(
                file(name + "-copy.qcow2"),
                DiskPlan.Format.QCOW2,
                path,
                DiskPlan.Format.RAW,
                ByteSize.mib(8)),
            DiskPlan.Bus.SATA)
        .nic(new NicPlan.Link.User(List.of()), NicPlan.Model.VIRTIO)
        .setup(
            new Setup.Carrier.SeedCd(
                images.resolve(name + "-seed.iso").toString(), "cidata", DiskPlan.Bus.SATA),
            new Setup.AnswerFile("user-data", "#cloud-config\n"))
        .plan();
  }

  private UUID make(NewMachinePlan plan, boolean run) throws Exception {
    return maker().make(host.link(), plan, run, Report.NOBODY).machine().get(60, TimeUnit.SECONDS);
  }

  private static Problem problem(CompletableFuture<?> future) {
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> future.get(60, TimeUnit.SECONDS));
    return assertInstanceOf(ProblemException.class, failure.getCause()).problem();
  }

  @Test
  void machineIsMadeWithItsDisksAndRuns() throws Exception {
    NewMachinePlan plan = plan("whole");
    UUID uuid = make(plan, true);
    assertEquals("running", daemon.virsh("domstate", "whole"));
    assertEquals(plan.uuid(), uuid);
    for (String disk : List.of("whole.qcow2", "whole-over.qcow2", "whole-copy.qcow2")) {
      assertTrue(Files.exists(images.resolve(disk)), disk);
    }
    try (var files = Files.list(images)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
    }
    assertEquals(List.of(), maker().left());
  }

  @Test
  void firstRunIsFollowedByTheDefinitionThatStays() throws Exception {
    NewMachinePlan plan = plan("first");
    make(plan, true);
    assertTrue(daemon.virsh("dumpxml", "first").contains("first-seed.iso"));
    Settlements.Pending pending = maker().unsettled().getFirst();
    assertFalse(pending.hasStarted());
    maker().started(host.link(), pending).get(20, TimeUnit.SECONDS);
    assertFalse(daemon.virsh("dumpxml", "--inactive", "first").contains("first-seed.iso"));
    assertTrue(Files.exists(images.resolve("first-seed.iso")), "it is in use yet");
    Settlements.Pending running = maker().unsettled().getFirst();
    assertTrue(running.hasStarted());
    daemon.virsh("destroy", "first");
    maker().ended(host.link(), running, false).get(20, TimeUnit.SECONDS);
    assertFalse(Files.exists(images.resolve("first-seed.iso")));
    assertEquals(List.of(), maker().unsettled());
  }

  @Test
  void whatIsThereIsNeverReplaced() throws Exception {
    NewMachinePlan plan = plan("taken");
    for (String name : List.of("taken.qcow2", "taken-copy.qcow2", "taken-seed.iso")) {
      Path theirs = images.resolve(name);
      Files.writeString(theirs, "theirs");
      Problem problem = problem(maker().make(host.link(), plan, true, Report.NOBODY).machine());
      assertEquals(Cause.ALREADY_EXISTS, problem.cause());
      assertEquals(theirs.toString(), problem.detail());
      assertEquals("theirs", Files.readString(theirs));
      Files.delete(theirs);
    }
    // a link that leads nowhere is there too
    Files.createSymbolicLink(images.resolve("taken.qcow2"), images.resolve("nowhere"));
    assertEquals(
        Cause.ALREADY_EXISTS,
        problem(maker().make(host.link(), plan, true, Report.NOBODY).machine()).cause());
    assertFalse(Files.exists(images.resolve("nowhere")));
    assertEquals(List.of(), machines());
    make(plan("elsewhere"), false);
  }

  @Test
  void diskOfAnotherMachineIsRefusedUnderEveryName() throws Exception {
    make(plan("owner"), false);
    Path disk = images.resolve("owner.qcow2");
    Path linked = images.resolve("linked.qcow2");
    Path hard = images.resolve("hard.qcow2");
    Files.createSymbolicLink(linked, disk);
    Files.createLink(hard, disk);
    StepFaults faults = StepFaults.before(images);
    for (Path name :
        List.of(
            disk, linked, hard, images.resolve("../" + images.getFileName() + "/owner.qcow2"))) {
      for (DiskPlan.Content content :
          List.of(
              new DiskPlan.Content.Existing(name.toString(), DiskPlan.Format.QCOW2),
              new DiskPlan.Content.Overlay(
                  file("over.qcow2"), name.toString(), DiskPlan.Format.QCOW2, ByteSize.ZERO))) {
        NewMachinePlan thief =
            new PlanBuilder()
                .uuid(UUID.randomUUID())
                .named("thief")
                .disk(content, DiskPlan.Bus.VIRTIO)
                .plan();
        Problem problem = problem(maker().make(host.link(), thief, true, Report.NOBODY).machine());
        assertEquals(Cause.DISK_OF_ANOTHER, problem.cause(), name.toString());
        assertEquals("owner", problem.detail());
      }
    }
    faults.check();
    assertEquals(List.of("owner"), machines());
  }

  @Test
  void nameThatAppearsInBetweenIsNotTaken() throws Exception {
    NewMachinePlan plan = plan("race");
    Path theirs = images.resolve("race.qcow2");
    MachineMaker maker =
        maker(
            (deed, mark) -> {
              if (deed == 1 && mark == org.vitrine.model.operation.Trace.Mark.MADE) {
                try {
                  Files.writeString(theirs, "theirs");
                } catch (java.io.IOException failure) {
                  throw new java.io.UncheckedIOException(failure);
                }
              }
            });
    Problem problem = problem(maker.make(host.link(), plan, true, Report.NOBODY).machine());
    assertEquals(Cause.ALREADY_EXISTS, problem.cause());
    assertEquals("theirs", Files.readString(theirs));
    assertEquals(List.of(), maker().left());
  }

  @Test
  void secondMachineOfTheNameIsRefusedAndLeavesNothing() throws Exception {
    make(plan("twin"), false);
    NewMachinePlan second = plan("twin");
    StepFaults faults = StepFaults.before(images);
    NewMachinePlan elsewhere =
        new PlanBuilder()
            .uuid(second.uuid())
            .named("twin")
            .disk(
                new DiskPlan.Content.New(
                    file("other.qcow2"),
                    DiskPlan.Format.QCOW2,
                    DiskPlan.Allocation.GROWING,
                    ByteSize.gib(1)),
                DiskPlan.Bus.VIRTIO)
            .plan();
    Problem problem = problem(maker().make(host.link(), elsewhere, true, Report.NOBODY).machine());
    assertEquals(Cause.NAME_TAKEN, problem.cause());
    faults.check();
    assertEquals(List.of("twin"), machines());
  }

  @Test
  void copyIsSentIntoAPoolOfTheHost() throws Exception {
    Path folder = daemon.folder("pool-" + UUID.randomUUID());
    daemon.virsh("pool-create-as", "sent", "dir", "--target", folder.toString());
    byte[] content = new byte[3 << 20];
    new java.util.Random(9).nextBytes(content);
    Path source = images.resolve("source.raw");
    Files.write(source, content);
    daemon.own(source);
    // the folder of what is sent belongs to the app, which here is not the daemon's user
    MachineMaker maker =
        new MachineMaker(new PlanXml(), new QemuImg(BlockingGuard.NONE), PLAIN_MEDIA, state);
    NewMachinePlan plan =
        new PlanBuilder()
            .uuid(UUID.randomUUID())
            .named("sent")
            .disk(
                new DiskPlan.Content.Copy(
                    new DiskPlan.Place.Volume(
                        "sent", "sent.qcow2", folder.resolve("sent.qcow2").toString()),
                    DiskPlan.Format.QCOW2,
                    source.toString(),
                    DiskPlan.Format.RAW,
                    ByteSize.mib(8)),
                DiskPlan.Bus.VIRTIO)
            .plan();
    maker.make(host.link(), plan, true, Report.NOBODY).machine().get(60, TimeUnit.SECONDS);
    assertEquals("running", daemon.virsh("domstate", "sent"));
    daemon.virsh("destroy", "sent");
    Path back = state.resolve("back.raw");
    new QemuImg(BlockingGuard.NONE)
        .copy(
            back.toString(),
            DiskPlan.Format.RAW,
            new org.vitrine.model.port.ImageTool.Source(
                folder.resolve("sent.qcow2").toString(), DiskPlan.Format.QCOW2),
            ByteSize.ZERO,
            (done, total) -> {},
            org.vitrine.model.operation.Cancel.NEVER);
    byte[] found = Files.readAllBytes(back);
    assertEquals(8 << 20, found.length);
    assertTrue(Arrays.equals(content, 0, content.length, found, 0, content.length));
    try (var left = Files.list(state.resolve("sending"))) {
      assertEquals(0, left.count(), "nothing is kept here");
    }
    daemon.virsh("pool-destroy", "sent");
  }

  @Test
  void folderThatIsNotThereIsMadeAndTakenBackWithTheRest() throws Exception {
    Path deep = images.resolve("a/b");
    NewMachinePlan plan =
        new PlanBuilder()
            .uuid(UUID.randomUUID())
            .named("deep")
            .disk(
                new DiskPlan.Content.New(
                    new DiskPlan.Place.File(deep.resolve("x.qcow2").toString()),
                    DiskPlan.Format.QCOW2,
                    DiskPlan.Allocation.GROWING,
                    new ByteSize(-1)),
                DiskPlan.Bus.VIRTIO)
            .plan();
    StepFaults faults = StepFaults.before(images);
    problem(maker().make(host.link(), plan, true, Report.NOBODY).machine());
    faults.check();
    assertFalse(Files.exists(images.resolve("a")));
  }

  /** What an operation may be cut short by, and what has to hold whatever it is. */
  @Test
  void faultAtAnyStepLeavesNothingAndTheNextTrySucceeds() throws Exception {
    int runs =
        StepFaults.forEachStep(
            60,
            (step, fault) -> {
              // short: it becomes part of a socket's path
              String name = "f" + fault.name().charAt(0) + step;
              NewMachinePlan plan = plan(name);
              StepFaults faults = StepFaults.before(images);
              AtomicInteger seen = new AtomicInteger();
              List<Runnable> cancel = new ArrayList<>();
              CompletableFuture<Boolean> ready = new CompletableFuture<>();
              MachineMaker maker =
                  maker(
                      (deed, mark) -> {
                        ready.join();
                        if (seen.getAndIncrement() == step) {
                          if (fault == StepFaults.Fault.THROW) {
                            throw new ProblemException(Problem.of(Cause.TOOL_FAILED, "scripted"));
                          }
                          cancel.forEach(Runnable::run);
                        }
                      });
              MachineMaker.Making making = maker.make(host.link(), plan, true, Report.NOBODY);
              cancel.add(making.cancel());
              ready.complete(true);
              if (seen.get() <= step && endsWell(making)) {
                assertTrue(seen.get() <= step, "the fault was overlooked");
                return false;
              }
              Problem problem = problem(making.machine());
              assertEquals(
                  fault == StepFaults.Fault.THROW ? Cause.TOOL_FAILED : Cause.CANCELLED,
                  problem.cause(),
                  name);
              faults.check();
              assertFalse(machines().contains(name));
              assertEquals(List.of(), maker().left());
              assertEquals(
                  List.of(),
                  maker().unsettled().stream()
                      .filter(left -> left.machine().equals(plan.uuid()))
                      .toList());
              if (step % 5 == 0) {
                make(plan, false);
              }
              return true;
            });
    assertTrue(runs > 30, "only " + runs + " steps were reached");
  }

  private static boolean endsWell(MachineMaker.Making making) throws Exception {
    try {
      making.machine().get(60, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException failed) {
      return false;
    }
  }

  @Test
  void operationLeftByAnotherRunIsUndoneOrFinished() throws Exception {
    for (boolean finish : List.of(false, true)) {
      for (int step = 0; step < 20; step += 3) {
        String name = "l" + (finish ? "f" : "u") + step;
        NewMachinePlan plan = plan(name);
        StepFaults faults = StepFaults.before(images);
        int last = step;
        AtomicInteger seen = new AtomicInteger();
        CompletableFuture<Boolean> never = new CompletableFuture<>();
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        // a process that stops for ever at a step is, for its journal, one that was killed there
        MachineMaker killed =
            maker(
                (deed, mark) -> {
                  if (seen.getAndIncrement() == last) {
                    there.complete(true);
                    never.join();
                  }
                });
        killed.make(host.link(), plan, true, Report.NOBODY);
        there.get(60, TimeUnit.SECONDS);
        List<Journal.Left> left = maker().left();
        assertEquals(1, left.size(), name);
        if (finish) {
          maker()
              .resume(host.link(), left.getFirst(), Report.NOBODY)
              .machine()
              .get(60, TimeUnit.SECONDS);
          assertEquals("running", daemon.virsh("domstate", name));
        } else {
          maker().undo(host.link(), left.getFirst()).get(60, TimeUnit.SECONDS);
          assertFalse(machines().contains(name));
          faults.check();
        }
        assertEquals(List.of(), maker().left());
      }
    }
  }

  @Test
  void lostDaemonLeavesWhatTheJournalKnows() throws Exception {
    SessionDaemon own = SessionDaemon.start();
    try (WatchedHost away = new WatchedHost(own.uri())) {
      NewMachinePlan plan = plan("lost");
      StepFaults faults = StepFaults.before(images);
      MachineMaker maker =
          maker(
              (deed, mark) -> {
                if (deed == 5 && mark == org.vitrine.model.operation.Trace.Mark.DONE) {
                  own.process().destroyForcibly();
                }
              });
      Problem problem = problem(maker.make(away.link(), plan, true, Report.NOBODY).machine());
      assertTrue(
          problem.cause() == Cause.CONNECTION_LOST || problem.cause() == Cause.DAEMON_NOT_RUNNING,
          problem.toString());
      assertEquals(1, maker().left().size(), "what could not be taken back is known");
      own.restart();
      away.awaitConnected();
      maker().undo(away.link(), maker().left().getFirst()).get(60, TimeUnit.SECONDS);
      assertEquals("", own.virsh("list", "--all", "--name"));
      faults.check();
      assertEquals(List.of(), maker().left());
    } finally {
      own.close();
    }
  }

  @Test
  void cancelDuringACopyEndsItAtOnce() throws Exception {
    Path source = daemon.file("large-" + UUID.randomUUID(), 1L << 34);
    // random enough to take long: every block holds something
    try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(source.toFile(), "rw")) {
      byte[] block = new byte[1 << 20];
      new java.util.Random(5).nextBytes(block);
      for (int i = 0; i < 1024; i++) {
        file.write(block);
      }
    }
    NewMachinePlan plan =
        new PlanBuilder()
            .uuid(UUID.randomUUID())
            .named("slow")
            .disk(
                new DiskPlan.Content.Copy(
                    file("slow.qcow2"),
                    DiskPlan.Format.QCOW2,
                    source.toString(),
                    DiskPlan.Format.RAW,
                    ByteSize.ZERO),
                DiskPlan.Bus.VIRTIO)
            .plan();
    StepFaults faults = StepFaults.before(images);
    CompletableFuture<Boolean> under = new CompletableFuture<>();
    MachineMaker.Making making =
        maker()
            .make(
                host.link(),
                plan,
                true,
                (deed, number, of, done, total) -> {
                  if (done.bytes() > 0) {
                    under.complete(true);
                  }
                });
    under.get(60, TimeUnit.SECONDS);
    long before = System.nanoTime();
    making.cancel().run();
    assertEquals(Cause.CANCELLED, problem(making.machine()).cause());
    long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
    assertTrue(millis < 2500, "it took " + millis + " ms");
    faults.check();
    Files.delete(source);
  }
}
