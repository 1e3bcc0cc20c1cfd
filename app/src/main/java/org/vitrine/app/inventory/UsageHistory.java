package org.vitrine.app.inventory;

import org.vitrine.model.vm.Usage;

/** The last readings of one machine, the newest last; replaced at each reading. */
public final class UsageHistory {

  public static final UsageHistory EMPTY =
      new UsageHistory(new float[0], new float[0], new float[0], new float[0]);
  private static final int LENGTH = 60;

  private final float[] cpu;
  private final float[] memory;
  private final float[] disk;
  private final float[] network;

  private UsageHistory(float[] cpu, float[] memory, float[] disk, float[] network) {
    this.cpu = cpu;
    this.memory = memory;
    this.disk = disk;
    this.network = network;
  }

  public UsageHistory with(Usage usage) {
    return new UsageHistory(
        appended(cpu, usage.cpu()),
        appended(memory, (double) usage.memory().bytes()),
        appended(disk, usage.diskRate()),
        appended(network, usage.networkRate()));
  }

  public float[] cpu() {
    return cpu.clone();
  }

  public float[] memory() {
    return memory.clone();
  }

  public float[] disk() {
    return disk.clone();
  }

  public float[] network() {
    return network.clone();
  }

  private static float[] appended(float[] old, double value) {
    int keep = Math.min(old.length, LENGTH - 1);
    float[] next = new float[keep + 1];
    System.arraycopy(old, old.length - keep, next, 0, keep);
    next[keep] = (float) value;
    return next;
  }
}
