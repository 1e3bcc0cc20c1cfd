package org.vitrine.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.vitrine.app.app.Composition;
import org.vitrine.app.job.FxThread;
import org.vitrine.bridge.image.QemuImg;
import org.vitrine.bridge.media.ChecksumCheck;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.os.Resources;
import org.vitrine.model.plan.BridgePlan;
import org.vitrine.model.port.MediaInspector;
import org.vitrine.model.port.OsCatalogue;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** A small catalogue and media of the test's choice, some of them slow to look at. */
public final class FakeSystems implements OsCatalogue, MediaInspector {

  private static final Set<String> MODERN =
      Set.of(
          "http://pcisig.com/pci/1af4/1041",
          "http://pcisig.com/pci/1af4/1042",
          "http://qemu.org/chipset/x86/q35");

  public static final OperatingSystem DEBIAN =
      system("debian12", "Debian 12", "linux", 2, ByteSize.gib(2), ByteSize.gib(20), MODERN);
  public static final OperatingSystem WINDOWS =
      new OperatingSystem(
          "http://microsoft.com/win/11",
          "win11",
          "Microsoft Windows 11",
          "11",
          "Microsoft",
          "winnt",
          "win",
          Optional.empty(),
          Optional.empty(),
          new Resources(2, ByteSize.gib(4), ByteSize.gib(64)),
          new Resources(2, ByteSize.gib(8), ByteSize.gib(64)),
          Set.of("http://qemu.org/chipset/x86/q35"),
          new OperatingSystem.FirmwareSupport(false, true, true, true),
          List.of());

  private final FakeAnswers answers = new FakeAnswers();
  private final Path state = newFolder();
  private final Map<String, MediaReading> media = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();

  /** Where the journal lies. */
  public Path state() {
    return state;
  }

  private static OperatingSystem system(
      String shortId,
      String name,
      String family,
      int cpus,
      ByteSize memory,
      ByteSize disk,
      Set<String> devices) {
    return new OperatingSystem(
        "http://example.org/" + shortId,
        shortId,
        name,
        "",
        "",
        family,
        shortId,
        Optional.empty(),
        Optional.empty(),
        new Resources(1, ByteSize.mib(512), ByteSize.gib(4)),
        new Resources(cpus, memory, disk),
        devices,
        OperatingSystem.FirmwareSupport.ANY,
        List.of());
  }

  public Composition.Outside outside() {
    PlanXml writer = new PlanXml();
    return new Composition.Outside(
        this,
        this,
        new ChecksumCheck(state.resolve("checked-media"), InstantSource.system()),
        answers,
        () -> List.of("ssh-ed25519 AAAA somebody@home"),
        (card, bridge) ->
            new BridgePlan(
                bridge,
                card,
                "52:54:00:12:34:56",
                List.of(new BridgePlan.Address("192.0.2.10/24", "192.0.2.255", false)),
                List.of(new BridgePlan.Way(false, "default", "192.0.2.1", "", "", -1)),
                BridgePlan.Keeper.NONE,
                ""),
        writer,
        new MachineMaker(
            writer,
            new QemuImg(FxThread.guard()),
            (setup, path) -> {
              throw new ProblemException(Problem.of(Cause.UNEXPECTED, path));
            },
            state));
  }

  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("vitrine-state");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Puts a medium somewhere. */
  public void put(MediaReading reading) {
    media.put(reading.location(), reading);
  }

  /** An installation image that is what it should be. */
  public static MediaReading iso(String path, OperatingSystem os) {
    return new MediaReading(
        path,
        MediaReading.Kind.ISO,
        Optional.of(os.id()),
        true,
        false,
        os.name(),
        ByteSize.mib(658),
        "volume-id=" + os.name(),
        "",
        Optional.empty(),
        List.of());
  }

  public static MediaReading image(String path, MediaReading.Kind kind, ByteSize size) {
    return new MediaReading(
        path,
        kind,
        Optional.empty(),
        true,
        false,
        "",
        size,
        "",
        "qcow2",
        Optional.empty(),
        List.of());
  }

  public static MediaReading faulty(String path, MediaReading.Fault fault) {
    return new MediaReading(
        path,
        MediaReading.Kind.UNKNOWN,
        Optional.empty(),
        false,
        false,
        "",
        ByteSize.ZERO,
        "",
        "",
        Optional.empty(),
        List.of(fault));
  }

  /** Looking at this one takes until the latch is let go. */
  public void hold(String path, CountDownLatch until) {
    slow.put(path, until);
  }

  @Override
  public MediaReading inspect(String location) {
    CountDownLatch until = slow.get(location);
    if (until != null) {
      try {
        until.await();
      } catch (InterruptedException given) {
        Thread.currentThread().interrupt();
      }
    }
    return media.getOrDefault(location, faulty(location, MediaReading.Fault.MISSING));
  }

  @Override
  public List<OperatingSystem> all() {
    return List.of(DEBIAN, WINDOWS);
  }

  @Override
  public Optional<OperatingSystem> find(String id) {
    return all().stream().filter(os -> os.id().equals(id) || os.shortId().equals(id)).findFirst();
  }

  @Override
  public List<OperatingSystem> search(String typed, boolean endedToo) {
    return matching(os -> os.name().toLowerCase(Locale.ROOT), typed);
  }

  @Override
  public Optional<OperatingSystem> guess(String machineName) {
    String name = machineName.toLowerCase(Locale.ROOT);
    if (name.contains("debian")) {
      return Optional.of(DEBIAN);
    }
    return name.contains("win") ? Optional.of(WINDOWS) : Optional.empty();
  }

  private List<OperatingSystem> matching(
      java.util.function.Function<OperatingSystem, String> text, String typed) {
    UnaryOperator<String> low = value -> value.toLowerCase(Locale.ROOT);
    return all().stream().filter(os -> text.apply(os).contains(low.apply(typed))).toList();
  }
}
