package org.vitrine.bridge.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.testing.StepFaults.Fault;
import org.vitrine.model.port.HypervisorSession;

/** Each fixture is shown to fail where it should: a gate that never bites guards nothing. */
@Timeout(120)
class FixturesTest {

  @TempDir Path folder;

  private void unchanged() throws IOException {
    Files.createDirectories(folder.resolve("pool/sub"));
    Files.writeString(folder.resolve("pool/disk.qcow2"), "disk");
    Files.writeString(folder.resolve("pool/sub/other.raw"), "other");
  }

  private String bite(HostUnchanged oracle) {
    return String.valueOf(assertThrows(AssertionError.class, oracle::check).getMessage());
  }

  @Test
  void untouchedFolderPasses() throws Exception {
    unchanged();
    HostUnchanged oracle =
        HostUnchanged.watch().folder(folder.resolve("pool")).folder(folder.resolve("missing"));
    oracle.before();
    Files.readString(folder.resolve("pool/disk.qcow2"));
    Path passing = Files.writeString(folder.resolve("pool/passing"), "x");
    Files.delete(passing);
    oracle.check();
  }

  @Test
  void everyChangeOfAFolderIsFoundOut() throws Exception {
    unchanged();
    Path disk = folder.resolve("pool/disk.qcow2");
    HostUnchanged oracle =
        HostUnchanged.watch().folder(folder.resolve("pool")).folder(folder.resolve("settings"));
    oracle.before();
    FileTime time = Files.getLastModifiedTime(disk);

    Path left = Files.writeString(folder.resolve("pool/left.part"), "x");
    assertTrue(bite(oracle).contains("left.part is new"));
    Files.delete(left);
    oracle.check();

    Files.writeString(disk, "DISK");
    Files.setLastModifiedTime(disk, time);
    assertTrue(bite(oracle).contains("disk.qcow2 changed"), "same size and time, other content");
    Files.writeString(disk, "disk");
    assertTrue(bite(oracle).contains("disk.qcow2 changed"), "same content, other time");
    Files.setLastModifiedTime(disk, time);
    oracle.check();

    Files.move(disk, folder.resolve("pool/sub/disk.qcow2"));
    assertTrue(bite(oracle).contains("disk.qcow2 is gone"));
    Files.move(folder.resolve("pool/sub/disk.qcow2"), disk);
    oracle.check();

    Files.createDirectory(folder.resolve("settings"));
    Files.writeString(folder.resolve("settings/hosts"), "x");
    assertTrue(bite(oracle).contains("hosts is new"));
  }

  /** A stand-in for virsh: a real host is asked the same way in the tests that have one. */
  @Test
  void everyChangeOfAHostIsFoundOut() throws Exception {
    Path answers = Files.createDirectory(folder.resolve("answers"));
    Path virsh = folder.resolve("virsh");
    Files.writeString(
        virsh,
        "#!/bin/sh\nname=$(printf '%s' \"$*\" | tr ' /' '__')\ncat \""
            + answers
            + "/$name\" 2>/dev/null || exit 0\n");
    Files.setPosixFilePermissions(
        virsh, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    Path list = Files.writeString(answers.resolve("list_--all_--name"), "web\n");
    Path xml =
        Files.writeString(
            answers.resolve("dumpxml_--inactive_--security-info_web"), "<domain>1</domain>");
    Path state = Files.writeString(answers.resolve("domstate_web"), "running\n");
    Files.writeString(answers.resolve("net-list_--all_--name"), "default\n");
    Path net = Files.writeString(answers.resolve("net-info_default"), "Active:   yes\n");
    HostUnchanged oracle =
        HostUnchanged.watch().host(new HostPicture(java.util.List.of(virsh.toString())));
    oracle.before();
    oracle.check();

    Files.writeString(xml, "<domain>2</domain>");
    assertTrue(bite(oracle).contains("machine web changed"));
    Files.writeString(xml, "<domain>1</domain>");
    Files.writeString(state, "paused\n");
    assertTrue(bite(oracle).contains("state of web changed"));
    Files.writeString(state, "running\n");
    Files.writeString(net, "Active:   no\n");
    assertTrue(bite(oracle).contains("state of network default changed"));
    Files.writeString(net, "Active:   yes\n");
    Files.writeString(list, "web\nnew\n");
    assertTrue(bite(oracle).contains("machine new is new"));
    Files.writeString(list, "");
    assertTrue(bite(oracle).contains("machine web is gone"));
  }

  @Test
  void hostOfTheTestDriverIsPictured() {
    var picture = HostPicture.of("test:///default").take();
    assertTrue(picture.getOrDefault("machine test", "").contains("<name>test</name>"));
    assertTrue(picture.getOrDefault("network default", "").contains("<name>default</name>"));
    assertTrue(picture.getOrDefault("state of pool default-pool", "").contains("running"));
    assertThrows(AssertionError.class, () -> HostPicture.of("test:///nowhere.xml").take());
  }

  @Test
  void faultOracleTakesWhatIsAccountedFor() throws Exception {
    unchanged();
    Path pool = folder.resolve("pool");
    StepFaults oracle = StepFaults.before(pool);
    Path made = Files.writeString(pool.resolve("new.qcow2"), "new");
    Path staged = Files.writeString(pool.resolve("next.qcow2.part"), "half");
    Path trash = Files.createDirectory(pool.resolve(".trash"));
    Files.move(pool.resolve("disk.qcow2"), trash.resolve("disk.qcow2"));
    oracle.usedByAMachine(made).journalled(staged).trash(trash).check();
  }

  @Test
  void faultOracleBites() throws Exception {
    unchanged();
    Path pool = folder.resolve("pool");
    Path disk = pool.resolve("disk.qcow2");
    StepFaults orphan = StepFaults.before(pool);
    Path made = Files.writeString(pool.resolve("new.qcow2"), "new");
    assertTrue(bite(orphan).contains("new.qcow2 was left behind"));
    orphan.usedByAMachine(made).check();
    Files.delete(made);
    assertTrue(bite(orphan).contains("is missing"));

    StepFaults lost = StepFaults.before(pool);
    Files.delete(disk);
    assertTrue(bite(lost).contains("neither there nor in the trash"));
    Files.writeString(disk, "disk");
    assertTrue(bite(lost).contains("changed"));
  }

  private static String bite(StepFaults oracle) {
    return String.valueOf(assertThrows(AssertionError.class, oracle::check).getMessage());
  }

  /** A planted operation that cleans up after itself at every step but one. */
  @Test
  void stepDriverFindsTheOneStepThatLeavesSomething() throws Exception {
    assertEquals(6, StepFaults.forEachStep(10, (step, fault) -> staged(step, fault, -1)));
    AssertionError found =
        assertThrows(
            AssertionError.class,
            () -> StepFaults.forEachStep(10, (step, fault) -> staged(step, fault, 1)));
    assertTrue(String.valueOf(found.getMessage()).contains("was left behind"));
    assertThrows(
        AssertionError.class, () -> StepFaults.forEachStep(10, (step, fault) -> step > 99));
    assertThrows(AssertionError.class, () -> StepFaults.forEachStep(10, (step, fault) -> true));
  }

  private boolean staged(int cutAt, Fault fault, int careless) throws Exception {
    assertTrue(fault == Fault.THROW || fault == Fault.CANCEL);
    Path pool = Files.createTempDirectory(folder, "run");
    StepFaults oracle = StepFaults.before(pool);
    for (int step = 0; step < 3; step++) {
      Path part = Files.writeString(pool.resolve(step + ".part"), "half");
      if (step == cutAt) {
        if (step != careless) {
          Files.delete(part);
        }
        oracle.check();
        return true;
      }
      Files.delete(part);
    }
    return false;
  }

  @Test
  void stallIsFoundWithTheStackOfItsCause() throws Exception {
    AtomicReference<Thread> window = new AtomicReference<>(Thread.currentThread());
    try (ExecutorService executor = executor(window)) {
      NoStall noStall = new NoStall(executor, window::get);
      noStall.start();
      CountDownLatch done = new CountDownLatch(1);
      executor.execute(() -> guiltyCall(done));
      assertTrue(done.await(30, TimeUnit.SECONDS));
      AssertionError stall = assertThrows(AssertionError.class, noStall::stop);
      String said = String.valueOf(stall.getMessage());
      assertTrue(said.contains("guiltyCall"), said);
      assertTrue(noStall.worst().compareTo(Duration.ofMillis(200)) > 0, noStall.worst()::toString);
    }
  }

  @Test
  void shortWorkAndAllowedWorkAreNoStall() throws Exception {
    AtomicReference<Thread> window = new AtomicReference<>(Thread.currentThread());
    try (ExecutorService executor = executor(window)) {
      // wide, since the machine that runs this may be busy; the principle is the same
      NoStall noStall = new NoStall(executor, window::get, Duration.ofSeconds(2));
      noStall.start();
      for (int i = 0; i < 50; i++) {
        CountDownLatch done = new CountDownLatch(1);
        executor.execute(done::countDown);
        assertTrue(done.await(30, TimeUnit.SECONDS));
      }
      noStall.stop();
      assertTrue(noStall.worst().compareTo(Duration.ofSeconds(2)) < 0);

      NoStall strict = new NoStall(executor, window::get, Duration.ofSeconds(1));
      strict.start();
      CountDownLatch done = new CountDownLatch(1);
      strict.allowing(
          () -> {
            executor.execute(() -> pause(1_500));
            executor.execute(done::countDown);
            await(done);
          });
      strict.stop();
    }
  }

  @Test
  void threadThatNeverComesBackIsAStallToo() throws Exception {
    AtomicReference<Thread> window = new AtomicReference<>(Thread.currentThread());
    CountDownLatch forever = new CountDownLatch(1);
    try (ExecutorService executor = executor(window)) {
      NoStall noStall = new NoStall(executor, window::get, Duration.ofMillis(50));
      noStall.start();
      executor.execute(() -> await(forever));
      assertThrows(AssertionError.class, noStall::stop);
      forever.countDown();
    }
  }

  private static ExecutorService executor(AtomicReference<Thread> window) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "window");
          window.set(thread);
          return thread;
        });
  }

  private static void guiltyCall(CountDownLatch done) {
    pause(400);
    done.countDown();
  }

  /** The stall itself, so here waiting is the matter of the test. */
  private static void pause(long millis) {
    await(new CountDownLatch(1), millis);
  }

  private static void await(CountDownLatch latch) {
    await(latch, 30_000);
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      boolean came = latch.await(millis, TimeUnit.MILLISECONDS);
      assertTrue(came || millis < 30_000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static HypervisorSession session(int references) {
    return (HypervisorSession)
        Proxy.newProxyInstance(
            HypervisorSession.class.getClassLoader(),
            new Class<?>[] {HypervisorSession.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "release" -> references;
                  // a map that goes by identity would hide a mix-up of sessions
                  case "hashCode" -> 1;
                  case "equals" -> true;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void leakedReferenceIsFoundWithThePlaceThatOpenedIt() {
    CleanHandles handles = new CleanHandles();
    HypervisorSession clean = handles.open(session(0));
    handles.release(clean);
    handles.check();
    HypervisorSession other = handles.open(session(0));
    HypervisorSession leaky = handles.open(session(2));
    org.junit.jupiter.api.Assertions.assertNotSame(other, leaky);
    AssertionError leak = assertThrows(AssertionError.class, handles::check);
    assertTrue(String.valueOf(leak.getMessage()).contains("[2]"), leak::getMessage);
    assertEquals("opened here", leak.getSuppressed()[0].getMessage());
    handles.check();
    handles.record(1);
    assertThrows(AssertionError.class, handles::check);
  }
}
