package org.vitrine.bridge.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.HostListener.News;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.port.HostListener.Why;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.unit.ByteSize;

/** One host in memory. What is changed here is told to all open sessions, as a daemon would. */
public final class FakeHost {

  private final HostAddress address;
  private final FakeScript script = new FakeScript();
  private final FakeNews news = new FakeNews(this::deliver);
  private final List<FakeSession> sessions = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger releases = new AtomicInteger();
  private final AtomicInteger doubleReleases = new AtomicInteger();
  private final Map<UUID, FakeMachine> machines = new LinkedHashMap<>();
  private final Map<String, VirtualNetwork> networks = new LinkedHashMap<>();
  private final Map<String, StoragePool> pools = new LinkedHashMap<>();
  private HostFacts facts;
  private HostOffer offer;
  private int leak;
  private String question = "";
  private String password = "";

  FakeHost(HostAddress address) {
    this.address = address;
    this.facts =
        new HostFacts(
            address.host().orElse("localhost"),
            named(address.uri()).toString(),
            "Fake",
            "1.0",
            "1.0",
            "imagined",
            8,
            ByteSize.gib(32),
            ByteSize.gib(16),
            new Acceleration.Hardware(),
            Map.of());
    this.offer = FakeOffer.of(address);
  }

  public FakeScript script() {
    return script;
  }

  public FakeNews news() {
    return news;
  }

  public synchronized void facts(HostFacts value) {
    facts = value;
  }

  synchronized HostFacts facts() {
    return facts;
  }

  public synchronized void offer(HostOffer value) {
    offer = value;
  }

  synchronized HostOffer offer() {
    return offer;
  }

  /** From now on only this answer to this question lets anyone in. */
  public synchronized void ask(String prompt, String expected) {
    question = prompt;
    password = expected;
  }

  /** What {@link HypervisorSession#release} answers from now on. */
  public synchronized void leak(int references) {
    leak = references;
  }

  // machines

  /** Adds a machine, off unless set otherwise; its UUID follows from the host and the name. */
  public UUID add(String name, Consumer<FakeMachine> settings) {
    UUID uuid = named(address.uri() + "/" + name);
    synchronized (this) {
      FakeMachine machine = new FakeMachine(uuid, name);
      settings.accept(machine);
      machines.put(uuid, machine);
    }
    tell(uuid, Turn.DEFINITION);
    return uuid;
  }

  public UUID add(String name) {
    return add(name, machine -> {});
  }

  /** Changes a machine and tells so; a machine that is gone stays gone. */
  public void change(UUID uuid, Turn turn, Consumer<FakeMachine> change) {
    changeSilently(uuid, change);
    tell(uuid, turn);
  }

  /** Changes a machine without a word, as if the news were lost. */
  public synchronized void changeSilently(UUID uuid, Consumer<FakeMachine> change) {
    FakeMachine machine = machines.get(uuid);
    if (machine != null) {
      change.accept(machine);
    }
  }

  public void remove(UUID uuid) {
    synchronized (this) {
      machines.remove(uuid);
    }
    tell(uuid, Turn.REMOVED);
  }

  public synchronized void removeSilently(UUID uuid) {
    machines.remove(uuid);
  }

  public synchronized List<UUID> machineIds() {
    return List.copyOf(machines.keySet());
  }

  /** Tells of a machine, true or not. */
  public void tell(UUID uuid, Turn turn) {
    news.tell(new News.MachineChanged(uuid, turn));
  }

  // networks and pools

  public void network(String name, VirtualNetwork.Mode mode, boolean active) {
    synchronized (this) {
      networks.put(
          name,
          new VirtualNetwork(
              named(address.uri() + "/net/" + name),
              name,
              active,
              true,
              true,
              mode,
              "virbr0",
              "192.168.122.0/24"));
    }
    news.tell(new News.NetworksChanged());
  }

  public void pool(String name, boolean active) {
    synchronized (this) {
      pools.put(
          name,
          new StoragePool(
              named(address.uri() + "/pool/" + name),
              name,
              "dir",
              "/var/lib/images/" + name,
              active,
              true,
              true,
              active ? ByteSize.gib(500) : ByteSize.ZERO,
              active ? ByteSize.gib(200) : ByteSize.ZERO));
    }
    news.tell(new News.PoolsChanged());
  }

  synchronized void put(FakeMachine machine) {
    machines.put(machine.uuid, machine);
  }

  void removeNetwork(String name) {
    synchronized (this) {
      networks.remove(name);
    }
    news.tell(new News.NetworksChanged());
  }

  void removePool(String name) {
    synchronized (this) {
      pools.remove(name);
    }
    news.tell(new News.PoolsChanged());
  }

  synchronized List<VirtualNetwork> networks() {
    return List.copyOf(networks.values());
  }

  synchronized List<StoragePool> pools() {
    return List.copyOf(pools.values());
  }

  synchronized boolean isActive(String network) {
    VirtualNetwork found = networks.get(network);
    return found == null || found.active();
  }

  // sessions

  /** Every open session loses its way, as when the daemon dies. */
  public void lose(Why why) {
    List<FakeSession> losing = List.copyOf(sessions);
    losing.forEach(FakeSession::cut);
    script.wake();
    losing.forEach(session -> session.tell(new News.Lost(why)));
  }

  /** As {@link #lose}, but nobody is told: a way that died while the computer slept. */
  public void loseSilently() {
    sessions.forEach(FakeSession::cut);
    script.wake();
  }

  HypervisorSession open(CredentialPrompt prompt, HostListener listener) throws ProblemException {
    script.enter("open", () -> false);
    try {
      authenticate(prompt);
      FakeSession session = new FakeSession(this, listener);
      opened.incrementAndGet();
      sessions.add(session);
      return session;
    } finally {
      script.leave("open");
    }
  }

  private void authenticate(CredentialPrompt prompt) throws ProblemException {
    String asked;
    String expected;
    synchronized (this) {
      asked = question;
      expected = password;
    }
    if (!asked.isEmpty()) {
      String answer =
          prompt
              .answer(new CredentialPrompt.Question(asked, "", true))
              .orElseThrow(
                  () ->
                      new ProblemException(
                          Problem.of(Cause.AUTHENTICATION_CANCELLED, address.uri())));
      if (!answer.equals(expected)) {
        throw new ProblemException(Problem.of(Cause.AUTHENTICATION_FAILED, address.uri()));
      }
    }
  }

  int released(FakeSession session) {
    if (!sessions.remove(session)) {
      doubleReleases.incrementAndGet();
    }
    releases.incrementAndGet();
    synchronized (this) {
      return leak;
    }
  }

  /** Sessions that were opened and not let go of yet. */
  public int openSessions() {
    return sessions.size();
  }

  public int opened() {
    return opened.get();
  }

  public int releases() {
    return releases.get();
  }

  /** How often a session was let go of that had been let go of before. */
  public int doubleReleases() {
    return doubleReleases.get();
  }

  synchronized FakeMachine machine(UUID uuid) throws ProblemException {
    FakeMachine machine = machines.get(uuid);
    if (machine == null) {
      throw new ProblemException(Problem.of(Cause.MACHINE_GONE, uuid.toString()));
    }
    return machine;
  }

  synchronized List<FakeMachine> all() {
    return new ArrayList<>(machines.values());
  }

  private void deliver(News told) {
    sessions.forEach(session -> session.tell(told));
  }

  private static UUID named(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
