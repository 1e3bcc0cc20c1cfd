package org.vitrine.bridge.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.bridge.testing.XmlTree;
import org.vitrine.model.plan.FirstStart;
import org.vitrine.model.plan.NewMachinePlan;

/** Every plan is taken by a real libvirt, by its schema too, and says there what it says here. */
@NeedsSessionDaemon
class DefinedPlansTest {

  private static SessionDaemon daemon;

  @BeforeAll
  static void start() throws Exception {
    daemon = SessionDaemon.start();
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  static Stream<String> samples() {
    return PlanSamples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void planIsTakenAndReadBackUnchanged(String sample) throws Exception {
    NewMachinePlan plan = PlanSamples.named(sample);
    PlanXml writer = new PlanXml();
    check(plan, writer.machine(plan));
    if (FirstStart.of(plan).differs()) {
      check(plan, writer.firstStart(plan));
    }
  }

  private static void check(NewMachinePlan plan, String written) throws Exception {
    Path file = Files.createTempFile("plan", ".xml");
    Files.writeString(file, takenHere(written));
    daemon.virsh("define", "--validate", file.toString());
    Files.delete(file);
    String uuid = plan.uuid().toString();
    String back = daemon.virsh("dumpxml", "--inactive", uuid);
    daemon.virsh("undefine", "--nvram", uuid);
    assertEquals(
        Optional.empty(), XmlTree.read(asListed(written)).missingIn(XmlTree.read(back)), back);
  }

  /** No build machine has KVM; all else is the same. */
  private static String takenHere(String written) {
    return written.replace("<domain type='kvm'", "<domain type='qemu'");
  }

  /** libvirt names the version of a machine type, and its controllers' numbers. */
  private static String asListed(String written) {
    return takenHere(written)
        .replace("machine='q35'", "machine='pc-q35-7.2'")
        .replace("machine='pc'", "machine='pc-i440fx-7.2'");
  }
}
