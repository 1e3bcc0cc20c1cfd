package org.vitrine.bridge.libvirt;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.bridge.event.HostEvents;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.bridge.libvirt.MachineReader.Depth;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.Counters;
import org.vitrine.model.port.DefinitionReader;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.JobReading;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.port.ScreenPicture;
import org.vitrine.model.port.Workshop;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Labels;

/**
 * An open way to a libvirt host: one connection that watches and one that works, so that work that
 * takes its time never keeps the list from being read.
 */
public final class LibvirtSession implements HypervisorSession {

  /** What a session needs besides its connections. */
  record Surroundings(
      Driver driver, MachineSources sources, DefinitionReader reader, BlockingGuard guard) {}

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Links links;
  private final HostEvents events;
  private final FactsReader about;
  private final Surroundings around;
  private final Workshop workshop;
  private final Patience patience = new Patience(PATIENCE);
  private final ConcurrentHashMap<UUID, Object> turns = new ConcurrentHashMap<>();

  LibvirtSession(Links links, HostEvents events, FactsReader about, Surroundings around) {
    this.links = links;
    this.events = events;
    this.about = about;
    this.around = around;
    workshop = new LibvirtWorkshop(links, around.guard());
  }

  @Override
  public HostFacts facts() throws ProblemException {
    around.guard.check();
    return links.work().call((libvirt, connection) -> about.read(libvirt, connection));
  }

  @Override
  public HostOffer offer() throws ProblemException {
    around.guard.check();
    OfferReader reader = new OfferReader(about, System.getenv());
    return links.work().call(reader::read);
  }

  @Override
  public List<MachineReading> machines() throws ProblemException {
    around.guard.check();
    return read((link, depth) -> machines(link, depth, MachineReader::all));
  }

  @Override
  public List<MachineReading> machines(Collection<UUID> machines) throws ProblemException {
    around.guard.check();
    return read((link, depth) -> machines(link, depth, reader -> reader.of(machines)));
  }

  @FunctionalInterface
  private interface AtDepth<T> {
    T read(Link link, Depth depth) throws ProblemException;
  }

  @FunctionalInterface
  private interface Listing {
    List<MachineReading> by(MachineReader reader) throws ProblemException;
  }

  private List<MachineReading> machines(Link link, Depth depth, Listing listing)
      throws ProblemException {
    return link.call(
        (libvirt, connection) ->
            listing.by(new MachineReader(libvirt, connection, depth, around.sources)));
  }

  /**
   * A connection on which a call hangs may leave the next one waiting, since libvirt's client up to
   * 9.0 can miss being woken for it: so readings move over to the other one until it is free.
   */
  private <T> T read(AtDepth<T> reading) throws ProblemException {
    if (around.sources.inProcess()) {
      return reading.read(links.monitor(), Depth.FULL);
    }
    Link first = patience.stuck() == 0 ? links.monitor() : links.work();
    return patience.read(
        () -> reading.read(first, Depth.FULL), () -> reading.read(links.work(), Depth.STATE_ONLY));
  }

  @Override
  public Map<UUID, Counters> counters(Collection<UUID> machines) throws ProblemException {
    around.guard.check();
    // the same call twice: the second one passes by whoever holds up the first
    return read(
        (link, depth) ->
            link.call((libvirt, connection) -> CounterReader.read(libvirt, connection, machines)));
  }

  @Override
  public DefinitionReading definition(UUID machine) throws ProblemException {
    return around.reader.read(definitionText(machine));
  }

  @Override
  public String definitionText(UUID machine) throws ProblemException {
    around.guard.check();
    return links
        .work()
        .call(
            (libvirt, connection) -> {
              try (DomainHandle domain = DomainHandle.lookUp(libvirt, connection, machine)) {
                return Definitions.text(libvirt, domain);
              }
            });
  }

  @Override
  public List<String> addresses(UUID machine) throws ProblemException {
    around.guard.check();
    return links
        .work()
        .call(
            (libvirt, connection) -> {
              try (DomainHandle domain = DomainHandle.lookUp(libvirt, connection, machine)) {
                return Addresses.read(libvirt, connection, around.driver, domain);
              }
            });
  }

  @Override
  public List<VirtualNetwork> networks() throws ProblemException {
    around.guard.check();
    return links.work().call(Networks::read);
  }

  @Override
  public List<StoragePool> pools() throws ProblemException {
    around.guard.check();
    return links.work().call(Pools::read);
  }

  @Override
  public void perform(UUID machine, Action action) throws ProblemException {
    change(machine, (libvirt, domain) -> PowerActions.perform(libvirt, domain, action));
  }

  @Override
  public void label(UUID machine, Labels labels) throws ProblemException {
    change(machine, (libvirt, domain) -> Definitions.label(libvirt, domain, labels));
  }

  @Override
  public void rename(UUID machine, String name) throws ProblemException {
    change(
        machine,
        (libvirt, domain) -> {
          if (libvirt.virDomainRename(domain.pointer(), name, 0) < 0) {
            throw ProblemOf.failure(libvirt, domain.name());
          }
        });
  }

  @FunctionalInterface
  private interface Question<T> {
    T to(LibvirtExtra libvirt, DomainHandle domain) throws ProblemException;
  }

  /** Something about one machine that changes nothing another change would have to wait for. */
  private <T> T with(UUID machine, Question<T> question) throws ProblemException {
    around.guard.check();
    return links
        .work()
        .call(
            (libvirt, connection) -> {
              try (DomainHandle domain = DomainHandle.lookUp(libvirt, connection, machine)) {
                return question.to(libvirt, domain);
              }
            });
  }

  @FunctionalInterface
  private interface Change {
    void to(LibvirtExtra libvirt, DomainHandle domain) throws ProblemException;
  }

  /** One change at a time to a machine; others go on beside it. */
  private void change(UUID machine, Change change) throws ProblemException {
    around.guard.check();
    Object turn = turns.computeIfAbsent(machine, key -> new Object());
    synchronized (turn) {
      links
          .work()
          .call(
              (libvirt, connection) -> {
                try (DomainHandle domain = DomainHandle.lookUp(libvirt, connection, machine)) {
                  change.to(libvirt, domain);
                }
                return Boolean.TRUE;
              });
    }
  }

  @Override
  public Optional<JobReading> progress(UUID machine) throws ProblemException {
    return with(machine, DomainJob::read);
  }

  /** Beside the machine's turn: the one whose turn it is waits for just this. */
  @Override
  public void abort(UUID machine) throws ProblemException {
    with(
        machine,
        (libvirt, domain) -> {
          DomainJob.abort(libvirt, domain);
          return Boolean.TRUE;
        });
  }

  @Override
  public ScreenPicture screen(UUID machine) throws ProblemException {
    around.guard.check();
    return links
        .work()
        .call(
            (libvirt, connection) -> {
              try (DomainHandle domain = DomainHandle.lookUp(libvirt, connection, machine)) {
                return Screens.read(libvirt, connection, domain);
              }
            });
  }

  @Override
  public void startNetwork(String name) throws ProblemException {
    around.guard.check();
    links.work().call((libvirt, connection) -> Networks.start(libvirt, connection, name));
  }

  @Override
  public void stopNetwork(String name) throws ProblemException {
    around.guard.check();
    links.work().call((libvirt, connection) -> Networks.stop(libvirt, connection, name));
  }

  @Override
  public void stopPool(String name) throws ProblemException {
    around.guard.check();
    links.work().call((libvirt, connection) -> Pools.stop(libvirt, connection, name));
  }

  @Override
  public void startPool(String name) throws ProblemException {
    around.guard.check();
    links.work().call((libvirt, connection) -> Pools.start(libvirt, connection, name));
  }

  @Override
  public Workshop workshop() {
    return workshop;
  }

  @Override
  public boolean isAlive() {
    return links.areUp();
  }

  @Override
  public int release() {
    around.guard.check();
    patience.close();
    return links.release(events::stop);
  }
}
