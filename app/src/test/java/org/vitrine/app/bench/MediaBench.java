package org.vitrine.app.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.vitrine.bridge.media.FileMediaInspector;
import org.vitrine.bridge.os.OsinfoCatalogue;

/**
 * Figures of the catalogue and of telling media apart, each against a bar of its own. What is
 * called cold is the first of its kind in this process; warm is the median of many after it. The
 * catalogue's figure is time as it passes, those of detection are time of the processor.
 */
public final class MediaBench {

  private static final int TURNS = 101;
  private static final long SMALL = 1L << 20;
  private static final long LARGE = 8L << 30;

  private MediaBench() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("vitrine-bench");
    try {
      Path small = iso(folder.resolve("small.iso"), SMALL);
      Path large = iso(folder.resolve("large.iso"), LARGE);
      OsinfoCatalogue catalogue = OsinfoCatalogue.ofThisComputer();
      long start = System.nanoTime();
      int found = catalogue.search("debian", true).size();
      figure("media.catalogue-cold", Duration.ofNanos(System.nanoTime() - start), 300);
      FileMediaInspector inspector = new FileMediaInspector(catalogue);
      figure("media.detect-8-gib-cold", detect(inspector, large), 50);
      figure("media.detect-8-gib-warm", median(inspector, large), 50);
      figure("media.detect-1-mib-warm", median(inspector, small), 50);
      if (found == 0) {
        System.out.println("# no osinfo-db here: these figures say nothing");
      }
    } finally {
      Files.deleteIfExists(folder.resolve("small.iso"));
      Files.deleteIfExists(folder.resolve("large.iso"));
      Files.delete(folder);
    }
    System.exit(0);
  }

  private static Duration median(FileMediaInspector inspector, Path iso) {
    long[] turns = new long[TURNS];
    for (int i = 0; i < TURNS; i++) {
      turns[i] = detect(inspector, iso).toNanos();
    }
    Arrays.sort(turns);
    return Duration.ofNanos(turns[TURNS / 2]);
  }

  private static Duration detect(FileMediaInspector inspector, Path iso) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    String os = inspector.inspect(iso.toString()).os().orElse("");
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (!os.endsWith("/debian/11")) {
      throw new IllegalStateException("took it for " + os);
    }
    return Duration.ofNanos(after - before);
  }

  /** The descriptors of an installer; the rest is a hole. */
  private static Path iso(Path file, long size) throws IOException {
    byte[] primary = new byte[2048];
    Arrays.fill(primary, 8, 72, (byte) ' ');
    primary[0] = 1;
    put(primary, 1, "CD001\1");
    put(primary, 40, "Debian 11.5.0 amd64 1");
    byte[] end = new byte[2048];
    end[0] = (byte) 255;
    put(end, 1, "CD001\1");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(size);
      out.seek(16 * 2048);
      out.write(primary);
      out.write(end);
    }
    return file;
  }

  private static void put(byte[] sector, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, sector, at, bytes.length);
  }

  private static void figure(String name, Duration ours, int bar) {
    double millis = ours.toNanos() / 1e6;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-28s %7.1f ms %7d ms %6.2f %5d %s",
            name,
            millis,
            bar,
            millis / bar,
            1,
            millis <= bar ? "met" : "missed"));
  }
}
