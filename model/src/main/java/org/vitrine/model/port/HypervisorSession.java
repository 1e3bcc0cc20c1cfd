package org.vitrine.model.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Labels;

/**
 * An open way to one host. Every method blocks for as long as the host takes, may be called from
 * any thread but the window's, and is held back when too many calls are in flight already.
 */
public interface HypervisorSession extends AutoCloseable {

  HostFacts facts() throws ProblemException;

  /** What the host has for a new machine, now: as much as can be asked without changing it. */
  HostOffer offer() throws ProblemException;

  /** All machines, in a fixed number of calls however many there are. */
  List<MachineReading> machines() throws ProblemException;

  /** The named machines; the ones that are gone are missing from the answer. */
  List<MachineReading> machines(Collection<UUID> machines) throws ProblemException;

  /** Running counters of the named machines that run, in one call. */
  Map<UUID, Counters> counters(Collection<UUID> machines) throws ProblemException;

  /** What only a machine's definition tells: labels, cards, operating system. One call each. */
  DefinitionReading definition(UUID machine) throws ProblemException;

  /**
   * Addresses of a running machine, the most trustworthy source first; empty where none is known.
   */
  List<String> addresses(UUID machine) throws ProblemException;

  List<VirtualNetwork> networks() throws ProblemException;

  List<StoragePool> pools() throws ProblemException;

  /** Blocks until the host has taken the request; a guest may take its time to follow it. */
  void perform(UUID machine, Action action) throws ProblemException;

  /**
   * How far a long action on the machine is; empty while there is none, or the host does not say.
   */
  Optional<JobReading> progress(UUID machine) throws ProblemException;

  /** Gives up the long action that is under way; the one who waits for it is told so. */
  void abort(UUID machine) throws ProblemException;

  void startNetwork(String name) throws ProblemException;

  /** Cuts every machine off that is on it. */
  void stopNetwork(String name) throws ProblemException;

  void startPool(String name) throws ProblemException;

  /** The disks in it stay where they are. */
  void stopPool(String name) throws ProblemException;

  /** Writes title, description, tags and group into the definition, live and stored. */
  void label(UUID machine, Labels labels) throws ProblemException;

  /** Gives a machine that is off another name. */
  void rename(UUID machine, String name) throws ProblemException;

  /** The definition as the host holds it, without secrets, for reading. */
  String definitionText(UUID machine) throws ProblemException;

  /** What a running machine shows now, on its first screen. */
  ScreenPicture screen(UUID machine) throws ProblemException;

  /** Where machines, networks and disks are made. */
  Workshop workshop();

  /** Whether the way still stands; asks the host. */
  boolean isAlive();

  /** Lets go of everything. Returns how many references the library still held: 0 is clean. */
  int release();

  @Override
  default void close() {
    release();
  }
}
