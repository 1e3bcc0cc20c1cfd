package org.vitrine.bridge.fake;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.port.Workshop;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Makes and takes back what a {@link FakeHost} holds. */
final class FakeWorkshop implements Workshop {

  private static final Pattern MEMORY =
      Pattern.compile("<memory[^>]*unit='([A-Za-z]*)'[^>]*>(\\d+)<");
  private static final Pattern CPUS = Pattern.compile("<vcpu[^>]*>(\\d+)<");

  private final FakeHost host;
  private final FakeSession session;
  private final Set<String> volumes = new HashSet<>();

  FakeWorkshop(FakeHost host, FakeSession session) {
    this.host = host;
    this.session = session;
  }

  private static String element(String definition, String name) {
    Matcher found =
        Pattern.compile("<" + name + "(?: [^>]*)?>([^<]*)</" + name + ">").matcher(definition);
    return found.find()
        ? found.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        : "";
  }

  @Override
  public UUID define(String definition) throws ProblemException {
    return session.call(
        "define",
        () -> {
          String name = element(definition, "name");
          UUID uuid = UUID.fromString(element(definition, "uuid"));
          synchronized (host) {
            if (host.all().stream().anyMatch(machine -> machine.name.equals(name))) {
              throw new ProblemException(Problem.of(Cause.NAME_TAKEN, name));
            }
            host.put(made(uuid, name, definition));
          }
          host.tell(uuid, Turn.DEFINITION);
          return uuid;
        });
  }

  private static FakeMachine made(UUID uuid, String name, String definition) {
    FakeMachine machine = new FakeMachine(uuid, name);
    Matcher cpus = CPUS.matcher(definition);
    if (cpus.find()) {
      machine.cpus(Integer.parseInt(cpus.group(1)));
    }
    Matcher memory = MEMORY.matcher(definition);
    if (memory.find()) {
      long count = Long.parseLong(memory.group(2));
      machine.memory(
          switch (memory.group(1)) {
            case "GiB" -> ByteSize.gib(count);
            case "MiB" -> ByteSize.mib(count);
            default -> ByteSize.kib(count);
          });
    }
    return machine;
  }

  @Override
  public void redefine(UUID machine, String definition) throws ProblemException {
    session.call(
        "redefine",
        () -> {
          host.machine(machine);
          host.tell(machine, Turn.DEFINITION);
          return true;
        });
  }

  @Override
  public void undefine(UUID machine) throws ProblemException {
    session.call(
        "undefine",
        () -> {
          host.remove(machine);
          return true;
        });
  }

  @Override
  public Optional<Boolean> runs(UUID machine) throws ProblemException {
    return session.call(
        "runs",
        () -> {
          synchronized (host) {
            return host.all().stream()
                .filter(known -> known.uuid.equals(machine))
                .map(known -> known.state.isActive())
                .findFirst();
          }
        });
  }

  @Override
  public void makeNetwork(String definition) throws ProblemException {
    session.call(
        "makeNetwork",
        () -> {
          VirtualNetwork.Mode mode =
              definition.contains("<nat") || definition.contains("mode='nat'")
                  ? VirtualNetwork.Mode.NAT
                  : VirtualNetwork.Mode.INTERNAL;
          host.network(element(definition, "name"), mode, false);
          return true;
        });
  }

  @Override
  public void removeNetwork(String name) throws ProblemException {
    session.call(
        "removeNetwork",
        () -> {
          host.removeNetwork(name);
          return true;
        });
  }

  @Override
  public void makePool(String name, String folder) throws ProblemException {
    session.call(
        "makePool",
        () -> {
          host.pool(name, true);
          return true;
        });
  }

  @Override
  public void removePool(String name) throws ProblemException {
    session.call(
        "removePool",
        () -> {
          host.removePool(name);
          return true;
        });
  }

  @Override
  public void refreshPool(String name) throws ProblemException {
    session.call("refreshPool", () -> true);
  }

  @Override
  public boolean hasVolume(String pool, String name) throws ProblemException {
    return session.call("hasVolume", () -> volumes.contains(pool + "/" + name));
  }

  @Override
  public void makeVolume(String pool, String definition) throws ProblemException {
    session.call(
        "makeVolume",
        () -> {
          String name = element(definition, "name");
          if (!volumes.add(pool + "/" + name)) {
            throw new ProblemException(Problem.of(Cause.ALREADY_EXISTS, name));
          }
          return true;
        });
  }

  @Override
  public void fillVolume(
      String pool, String name, String file, BiConsumer<ByteSize, ByteSize> progress, Cancel cancel)
      throws ProblemException {
    session.call(
        "fillVolume",
        () -> {
          progress.accept(new ByteSize(1), new ByteSize(1));
          return true;
        });
  }

  @Override
  public void removeVolume(String pool, String name) throws ProblemException {
    session.call("removeVolume", () -> volumes.remove(pool + "/" + name));
  }
}
