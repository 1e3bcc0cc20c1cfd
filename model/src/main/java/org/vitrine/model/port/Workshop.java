package org.vitrine.model.port;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/**
 * Makes and takes back what a host holds. Every method blocks for as long as the host takes; what
 * is there already is never replaced by accident.
 */
public interface Workshop {

  /** Takes in a machine that is new: neither its UUID nor its name may be there. */
  UUID define(String definition) throws ProblemException;

  /** Replaces the stored definition of a machine that is there. */
  void redefine(UUID machine, String definition) throws ProblemException;

  /**
   * Forgets a machine that is off, with its saved state, its firmware's memory and what is written
   * of its snapshots; its disks stay. One that is not there is as good.
   */
  void undefine(UUID machine) throws ProblemException;

  /** Empty where the host does not know it; else whether it runs. */
  Optional<Boolean> runs(UUID machine) throws ProblemException;

  /** Makes a network that is new, to be started with the host. */
  void makeNetwork(String definition) throws ProblemException;

  /** Stops and forgets a network; one that is not there is as good. */
  void removeNetwork(String name) throws ProblemException;

  /** Makes a pool of a folder, starts it, and has it start with the host. */
  void makePool(String name, String folder) throws ProblemException;

  /** Stops and forgets a pool; the folder and what is in it stay. */
  void removePool(String name) throws ProblemException;

  /** Has the host look into the pool's folder again. */
  void refreshPool(String name) throws ProblemException;

  boolean hasVolume(String pool, String name) throws ProblemException;

  /** Makes a volume under a name that is free; blocks until all of it is there. */
  void makeVolume(String pool, String definition) throws ProblemException;

  /**
   * Writes a file of this computer into a volume; blocks until all of it is there.
   *
   * @param progress hears how much of how much is sent
   */
  void fillVolume(
      String pool, String name, String file, BiConsumer<ByteSize, ByteSize> progress, Cancel cancel)
      throws ProblemException;

  /** Deletes a volume; one that is not there is as good. */
  void removeVolume(String pool, String name) throws ProblemException;
}
