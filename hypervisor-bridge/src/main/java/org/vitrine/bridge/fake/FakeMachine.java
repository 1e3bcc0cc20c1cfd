package org.vitrine.bridge.fake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.host.HostId;
import org.vitrine.model.port.Counters;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.port.ScreenPicture;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineEdit;
import org.vitrine.model.vm.MachineKey;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Nic;
import org.vitrine.model.vm.StateReason;
import org.vitrine.model.vm.Uptime;

/** A machine of a {@link FakeHost}; guarded by its host. Settings tell nobody by themselves. */
public final class FakeMachine {

  final UUID uuid;
  String name;
  MachineState state = MachineState.OFF;
  StateReason reason = StateReason.NONE;
  boolean autostart;
  boolean saved;
  Labels labels = Labels.NONE;
  boolean ignoresShutDown;
  ScreenPicture screen = plain(64, 48, 0x20, 0x60, 0xa0);
  List<String> addresses = List.of();
  List<Nic> nics = List.of();
  private final Deque<Counters> scriptedCounters = new ArrayDeque<>();
  private int cpus = 2;
  private ByteSize memory = ByteSize.gib(1);
  private boolean persistent = true;
  private int snapshots;
  private String operatingSystem = "";
  private Optional<Uptime> uptime = Optional.empty();
  private double cpuShare = 0.1;
  private double diskRate;
  private double networkRate;
  private long startedNanos = System.nanoTime();
  private @Nullable Counters lastScripted;

  FakeMachine(UUID uuid, String name) {
    this.uuid = uuid;
    this.name = name;
  }

  /** A screen of one colour. */
  public static ScreenPicture plain(int width, int height, int red, int green, int blue) {
    byte[] head = ("P6\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes = ByteBuffer.allocate(head.length + 3 * width * height);
    bytes.put(head);
    while (bytes.hasRemaining()) {
      bytes.put((byte) red).put((byte) green).put((byte) blue);
    }
    return new ScreenPicture("image/x-portable-pixmap", bytes.flip());
  }

  /** What it shows while it runs. */
  public FakeMachine screen(ScreenPicture value) {
    screen = value;
    return this;
  }

  public FakeMachine cpus(int value) {
    cpus = value;
    return this;
  }

  public FakeMachine memory(ByteSize value) {
    memory = value;
    return this;
  }

  public FakeMachine state(MachineState value) {
    return state(value, StateReason.NONE);
  }

  public FakeMachine state(MachineState value, StateReason why) {
    if (value.isActive() && !state.isActive()) {
      startedNanos = System.nanoTime();
    }
    state = value;
    reason = why;
    saved = value == MachineState.SAVED;
    return this;
  }

  public FakeMachine persistent(boolean value) {
    persistent = value;
    return this;
  }

  public FakeMachine autostart(boolean value) {
    autostart = value;
    return this;
  }

  public FakeMachine snapshots(int value) {
    snapshots = value;
    return this;
  }

  public FakeMachine labels(Labels value) {
    labels = value;
    return this;
  }

  public FakeMachine operatingSystem(String value) {
    operatingSystem = value;
    return this;
  }

  public FakeMachine nics(Nic... value) {
    nics = List.of(value);
    return this;
  }

  public FakeMachine addresses(String... value) {
    addresses = List.of(value);
    return this;
  }

  /** Has the bulk call tell since when the machine runs. */
  public FakeMachine runningSince(Instant since) {
    uptime = Optional.of(new Uptime(since, true));
    return this;
  }

  /** The guest takes no notice of a request to shut down. */
  public FakeMachine ignoresShutDown(boolean value) {
    ignoresShutDown = value;
    return this;
  }

  /**
   * What its counters grow by while it runs.
   *
   * @param cpu share of its processors, 0 to 1
   */
  public FakeMachine load(double cpu, double disk, double network) {
    cpuShare = cpu;
    diskRate = disk;
    networkRate = network;
    return this;
  }

  /** The counters to be told next, one a poll; the last one stays. */
  public FakeMachine counters(Counters... next) {
    scriptedCounters.addAll(List.of(next));
    return this;
  }

  boolean persistent() {
    return persistent;
  }

  MachineReading reading() {
    return new MachineReading(
        uuid,
        name,
        state,
        reason,
        cpus,
        memory,
        persistent,
        autostart,
        saved,
        snapshots,
        state.isActive() ? uptime : Optional.empty());
  }

  DefinitionReading definition() {
    return new DefinitionReading(labels, operatingSystem, cpus, memory, nics);
  }

  Counters counters() {
    if (!scriptedCounters.isEmpty()) {
      lastScripted = scriptedCounters.poll();
    }
    if (lastScripted != null) {
      return lastScripted;
    }
    long now = System.nanoTime();
    double seconds = (now - startedNanos) / 1e9;
    return new Counters(
        now,
        (long) (seconds * 1e9 * cpuShare * cpus),
        cpus,
        memory,
        (long) (seconds * diskRate),
        (long) (seconds * networkRate),
        true);
  }

  /** As the model sees it, to be asked what it allows. */
  Machine seen() {
    return new MachineEdit(new MachineKey(new HostId(""), uuid), name)
        .state(state, reason)
        .persistent(persistent)
        .autostart(autostart)
        .saved(saved)
        .done();
  }
}
