package org.vitrine.model.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which device is tried when. Every disk and every drive of a kind that is in the order is tried,
 * since what has no number is never started from; of the network cards only the first one. Keys are
 * places in the plan's lists, values count from 1.
 */
public record BootOrder(
    Map<Integer, Integer> disks, Map<Integer, Integer> drives, Map<Integer, Integer> nics) {

  public BootOrder {
    disks = Map.copyOf(disks);
    drives = Map.copyOf(drives);
    nics = Map.copyOf(nics);
  }

  public static BootOrder of(NewMachinePlan plan) {
    Map<Integer, Integer> disks = new HashMap<>();
    Map<Integer, Integer> drives = new HashMap<>();
    Map<Integer, Integer> nics = new HashMap<>();
    int next = 1;
    for (Boot.Source source : plan.boot().order()) {
      switch (source) {
        case DISK -> {
          for (int i = 0; i < plan.disks().size(); i++) {
            next += disks.putIfAbsent(i, next) == null ? 1 : 0;
          }
        }
        case CD -> next = drives(plan, DrivePlan.Kind.CD, drives, next);
        case FLOPPY -> next = drives(plan, DrivePlan.Kind.FLOPPY, drives, next);
        case NETWORK -> {
          if (!plan.nics().isEmpty()) {
            next += nics.putIfAbsent(0, next) == null ? 1 : 0;
          }
        }
      }
    }
    return new BootOrder(disks, drives, nics);
  }

  private static int drives(
      NewMachinePlan plan, DrivePlan.Kind kind, Map<Integer, Integer> drives, int first) {
    int next = first;
    for (int i = 0; i < plan.drives().size(); i++) {
      if (plan.drives().get(i).kind() == kind) {
        next += drives.putIfAbsent(i, next) == null ? 1 : 0;
      }
    }
    return next;
  }

  public Optional<Integer> disk(int index) {
    return Optional.ofNullable(disks.get(index));
  }

  public Optional<Integer> drive(int index) {
    return Optional.ofNullable(drives.get(index));
  }

  public Optional<Integer> nic(int index) {
    return Optional.ofNullable(nics.get(index));
  }
}
