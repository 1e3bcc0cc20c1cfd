package org.vitrine.bridge.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must hold after an operation of several steps was cut short anywhere. Every file of a
 * watched folder is one of: there before, used by a machine that is defined, named in the journal,
 * or in the trash. Every file that a machine uses is there. What was there before is byte for byte
 * the same.
 *
 * <p>An operation is run once for each step and each kind of fault by {@link #forEachStep}.
 */
public final class StepFaults {

  private final Path folder;
  private final Map<String, String> before;
  private final Set<Path> used = new TreeSet<>();
  private final Set<Path> journalled = new TreeSet<>();
  private final Set<Path> trashed = new TreeSet<>();

  private StepFaults(Path folder) {
    this.folder = folder;
    this.before = FolderState.of(folder);
  }

  /** How an operation is cut short. */
  public enum Fault {
    THROW,
    CANCEL
  }

  /** An operation that is to be cut short at a step. */
  @FunctionalInterface
  public interface Operation {
    /**
     * Runs it from a fresh start.
     *
     * @return whether the step was reached; false ends the series
     */
    boolean run(int step, Fault fault) throws Exception;
  }

  /** Runs the operation with every fault at every step; returns how many runs there were. */
  public static int forEachStep(int most, Operation operation) throws Exception {
    int runs = 0;
    for (Fault fault : Fault.values()) {
      int step = 0;
      while (operation.run(step, fault)) {
        runs++;
        step++;
        if (step > most) {
          throw new AssertionError("more than " + most + " steps: does the fault reach its step?");
        }
      }
    }
    if (runs == 0) {
      throw new AssertionError("no step was reached, so nothing was shown");
    }
    return runs;
  }

  /** Notes what is in the folder now. */
  public static StepFaults before(Path folder) {
    return new StepFaults(folder);
  }

  /** Files that a machine which is defined now has. */
  public StepFaults usedByAMachine(Path... files) {
    used.addAll(List.of(files));
    return this;
  }

  /** Files that the journal names. */
  public StepFaults journalled(Path... files) {
    journalled.addAll(List.of(files));
    return this;
  }

  /** Where deleted files wait; it may lie in the watched folder. */
  public StepFaults trash(Path trash) {
    trashed.add(trash);
    return this;
  }

  /** Throws with everything that does not hold. */
  public void check() {
    List<String> faults = new ArrayList<>();
    Map<String, String> now = new TreeMap<>(FolderState.of(folder));
    before.forEach(
        (name, state) -> {
          Path path = folder.resolve(name);
          String found = now.remove(name);
          if (found == null) {
            if (!inTrash(state)) {
              faults.add(path + " was there before and is neither there nor in the trash");
            }
          } else if (!found.equals(state)) {
            faults.add(path + " was there before and changed: " + state + " -> " + found);
          }
        });
    now.forEach(
        (name, state) -> {
          Path path = folder.resolve(name);
          if (!state.equals("folder")
              && !used.contains(path)
              && !journalled.contains(path)
              && !isTrashed(path)) {
            faults.add(path + " was left behind: no machine, journal or trash knows it");
          }
        });
    for (Path file : used) {
      if (!java.nio.file.Files.exists(file)) {
        faults.add(file + " is used by a machine that is defined, and is missing");
      }
    }
    if (!faults.isEmpty()) {
      throw new AssertionError("after the fault\n  " + String.join("\n  ", faults));
    }
  }

  private boolean isTrashed(Path path) {
    return trashed.stream().anyMatch(path::startsWith);
  }

  /** Moved as it was: size, time and content are those of before. */
  private boolean inTrash(String state) {
    return trashed.stream().anyMatch(trash -> FolderState.of(trash).containsValue(state));
  }
}
