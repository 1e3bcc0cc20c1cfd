package org.vitrine.bridge.fake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.Counters;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.HostListener.News;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.JobReading;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.port.ScreenPicture;
import org.vitrine.model.port.Workshop;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Labels;

/** One open way to a {@link FakeHost}; every call goes through the host's script first. */
final class FakeSession implements HypervisorSession {

  private final FakeHost host;
  private final HostListener listener;
  private final FakeWorkshop workshop;
  private volatile boolean cut;
  private volatile boolean released;

  FakeSession(FakeHost host, HostListener listener) {
    this.host = host;
    this.listener = listener;
    workshop = new FakeWorkshop(host, this);
  }

  interface Work<T> {
    T done() throws ProblemException;
  }

  <T> T call(String name, Work<T> work) throws ProblemException {
    host.script().enter(name, this::isCut);
    try {
      return work.done();
    } finally {
      host.script().leave(name);
    }
  }

  private boolean isCut() {
    return cut || released;
  }

  void cut() {
    cut = true;
  }

  void tell(News news) {
    if (!released && (!cut || news instanceof News.Lost)) {
      listener.heard(news);
    }
  }

  @Override
  public HostFacts facts() throws ProblemException {
    return call("facts", host::facts);
  }

  @Override
  public HostOffer offer() throws ProblemException {
    return call("offer", host::offer);
  }

  @Override
  public List<MachineReading> machines() throws ProblemException {
    return call(
        "machines",
        () -> {
          synchronized (host) {
            return host.all().stream().map(FakeMachine::reading).toList();
          }
        });
  }

  @Override
  public List<MachineReading> machines(Collection<UUID> wanted) throws ProblemException {
    return call(
        "machinesOf",
        () -> {
          synchronized (host) {
            return host.all().stream()
                .filter(machine -> wanted.contains(machine.uuid))
                .map(FakeMachine::reading)
                .toList();
          }
        });
  }

  @Override
  public Map<UUID, Counters> counters(Collection<UUID> wanted) throws ProblemException {
    return call(
        "counters",
        () -> {
          Map<UUID, Counters> told = new LinkedHashMap<>();
          synchronized (host) {
            for (FakeMachine machine : host.all()) {
              if (wanted.contains(machine.uuid) && machine.state.isActive()) {
                told.put(machine.uuid, machine.counters());
              }
            }
          }
          return told;
        });
  }

  @Override
  public DefinitionReading definition(UUID machine) throws ProblemException {
    return call(
        "definition",
        () -> {
          synchronized (host) {
            return host.machine(machine).definition();
          }
        });
  }

  @Override
  public List<String> addresses(UUID machine) throws ProblemException {
    return call(
        "addresses",
        () -> {
          synchronized (host) {
            return host.machine(machine).addresses;
          }
        });
  }

  @Override
  public List<VirtualNetwork> networks() throws ProblemException {
    return call("networks", host::networks);
  }

  @Override
  public List<StoragePool> pools() throws ProblemException {
    return call("pools", host::pools);
  }

  @Override
  public void perform(UUID machine, Action action) throws ProblemException {
    call(
        "perform",
        () -> {
          FakePower.perform(host, machine, action);
          return true;
        });
  }

  @Override
  public Optional<JobReading> progress(UUID machine) throws ProblemException {
    return call("progress", () -> Optional.ofNullable(host.script().progress()));
  }

  @Override
  public void abort(UUID machine) throws ProblemException {
    call(
        "abort",
        () -> {
          host.script().fail("perform", Problem.of(Cause.CANCELLED, ""), 1);
          host.script().letGo("perform");
          return true;
        });
  }

  @Override
  public void startNetwork(String name) throws ProblemException {
    call(
        "startNetwork",
        () -> {
          VirtualNetwork network =
              find(host.networks().stream().filter(n -> n.name().equals(name)).toList(), name);
          host.network(name, network.mode(), true);
          return true;
        });
  }

  @Override
  public void startPool(String name) throws ProblemException {
    call(
        "startPool",
        () -> {
          List<StoragePool> found =
              host.pools().stream().filter(pool -> pool.name().equals(name)).toList();
          if (found.isEmpty()) {
            throw new ProblemException(Problem.of(Cause.POOL_GONE, name));
          }
          host.pool(name, true);
          return true;
        });
  }

  @Override
  public void stopNetwork(String name) throws ProblemException {
    call(
        "stopNetwork",
        () -> {
          VirtualNetwork network =
              find(host.networks().stream().filter(n -> n.name().equals(name)).toList(), name);
          host.network(name, network.mode(), false);
          return true;
        });
  }

  @Override
  public void stopPool(String name) throws ProblemException {
    call(
        "stopPool",
        () -> {
          host.pool(name, false);
          return true;
        });
  }

  private static VirtualNetwork find(List<VirtualNetwork> found, String name)
      throws ProblemException {
    if (found.isEmpty()) {
      throw new ProblemException(Problem.of(Cause.NETWORK_GONE, name));
    }
    return found.getFirst();
  }

  @Override
  public void label(UUID machine, Labels labels) throws ProblemException {
    call(
        "label",
        () -> {
          host.machine(machine);
          host.change(machine, Turn.DEFINITION, found -> found.labels = labels);
          return true;
        });
  }

  @Override
  public void rename(UUID machine, String name) throws ProblemException {
    call(
        "rename",
        () -> {
          synchronized (host) {
            FakeMachine found = host.machine(machine);
            if (found.state.isActive()) {
              throw new ProblemException(Problem.of(Cause.NOT_IN_THIS_STATE, found.name));
            }
            if (host.all().stream()
                .anyMatch(other -> other != found && Objects.equals(other.name, name))) {
              throw new ProblemException(Problem.of(Cause.NAME_TAKEN, name));
            }
            found.name = name;
          }
          host.tell(machine, Turn.DEFINITION);
          return true;
        });
  }

  @Override
  public String definitionText(UUID machine) throws ProblemException {
    return call(
        "definitionText",
        () -> {
          synchronized (host) {
            FakeMachine found = host.machine(machine);
            return "<domain type='fake'>\n  <name>"
                + found.name.replace("&", "&amp;").replace("<", "&lt;")
                + "</name>\n  <uuid>"
                + machine
                + "</uuid>\n</domain>\n";
          }
        });
  }

  @Override
  public ScreenPicture screen(UUID machine) throws ProblemException {
    return call(
        "screen",
        () -> {
          synchronized (host) {
            FakeMachine found = host.machine(machine);
            if (!found.state.isActive()) {
              throw new ProblemException(Problem.of(Cause.NOT_IN_THIS_STATE, found.name));
            }
            return found.screen;
          }
        });
  }

  @Override
  public Workshop workshop() {
    return workshop;
  }

  @Override
  public boolean isAlive() {
    try {
      return call("isAlive", () -> true);
    } catch (ProblemException _) {
      return false;
    }
  }

  @Override
  public int release() {
    try {
      host.script().enter("release", () -> false);
      host.script().leave("release");
    } catch (ProblemException _) {
      // a scripted failure has no place here: letting go cannot be refused
    }
    released = true;
    host.script().wake();
    return host.released(this);
  }
}
