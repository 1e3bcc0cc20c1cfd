import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts a program on a virtual screen and says when its picture was complete, by looking at the screen's memory.
 *
 * <p>Nothing is asked of the program, so that two different ones are measured alike. The screen is watched in tiles.
 * A tile that still changes in the later part of the watch (a graph, a blinking cursor) is left out; the picture was
 * complete when the last of the others changed for the last time.
 *
 * <p>Usage: Stopwatch FRAMEBUFFER SECONDS COMMAND... Prints "complete MILLIS first MILLIS moving TILES".
 * With IDLE=SECONDS in the environment the program then stays alone that long, and its use of the processor and of
 * memory follows: "cpu MILLIS_PER_SECOND rss KIB pss KIB". PICTURE=FILE keeps what the screen showed, as an XWD file.
 */
final class Stopwatch {
  private static final int TILE = 16;
  private static final long LOOK_EVERY_NANOS = 4_000_000;
  private static final double SETTLING_SHARE = 0.4;

  private final ByteBuffer screen;
  private final byte[] before;
  private final int stride;
  private final int width;
  private final int height;
  private final int header;
  private final long[] lastChange;
  private final int tilesAcross;
  private long firstChange;

  private Stopwatch(Path framebuffer) throws IOException {
    try (FileChannel file = FileChannel.open(framebuffer, StandardOpenOption.READ)) {
      screen = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
    }
    // the head of an XWD file: size of head, version, format, depth, width, height, ... bytes a line at [12], colours at [19]
    header = screen.getInt(0) + 12 * screen.getInt(19 * 4);
    width = screen.getInt(4 * 4);
    height = screen.getInt(5 * 4);
    stride = screen.getInt(12 * 4);
    before = new byte[stride * height];
    tilesAcross = (width + TILE - 1) / TILE;
    lastChange = new long[tilesAcross * ((height + TILE - 1) / TILE)];
  }

  public static void main(String[] arguments) throws Exception {
    Stopwatch watch = new Stopwatch(Path.of(arguments[0]));
    double seconds = Double.parseDouble(arguments[1]);
    List<String> command = Arrays.asList(arguments).subList(2, arguments.length);
    watch.look(0); // warms up, and takes the empty screen as what was there before
    watch.look(0);
    Arrays.fill(watch.lastChange, 0);
    watch.firstChange = 0;
    Path output = Path.of(System.getenv().getOrDefault("OUTPUT", "/dev/null"));
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      watch.until(began, began + (long) (seconds * 1e9), process);
      watch.report(began, seconds);
      String picture = System.getenv("PICTURE");
      if (picture != null) {
        Files.copy(Path.of(arguments[0]), Path.of(picture), StandardCopyOption.REPLACE_EXISTING);
      }
      String idle = System.getenv("IDLE");
      if (idle != null) {
        System.out.println(use(process.pid(), Long.parseLong(idle)));
      }
    } finally {
      process.destroy();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private void until(long began, long end, Process process) throws IOException {
    long next = began;
    while (System.nanoTime() < end) {
      look(System.nanoTime());
      if (!process.isAlive()) {
        throw new IOException("the program ended by itself with status " + process.exitValue());
      }
      next = Math.max(next + LOOK_EVERY_NANOS, System.nanoTime() + LOOK_EVERY_NANOS / 4);
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  /** Finds the tiles that differ from the last look. Lines that are alike cost one vectorised comparison. */
  private void look(long now) {
    ByteBuffer known = ByteBuffer.wrap(before);
    for (int y = 0; y < height; y++) {
      int line = y * stride;
      int from = 0;
      while (from < stride) {
        ByteBuffer fresh = screen.slice(header + line + from, stride - from);
        int at = known.slice(line + from, stride - from).mismatch(fresh);
        if (at < 0) {
          break;
        }
        int tile = (from + at) / 4 / TILE;
        lastChange[y / TILE * tilesAcross + tile] = now;
        if (firstChange == 0) {
          firstChange = now;
        }
        int next = Math.min((tile + 1) * TILE * 4, stride);
        screen.get(header + line + from, before, line + from, next - from);
        from = next;
      }
    }
  }

  private void report(long began, double seconds) {
    long restless = began + (long) (seconds * SETTLING_SHARE * 1e9);
    long complete = 0;
    int moving = 0;
    for (long change : lastChange) {
      if (change > restless) {
        moving++;
      } else {
        complete = Math.max(complete, change);
      }
    }
    System.out.printf(
        "complete %d first %d moving %d%n",
        complete == 0 ? -1 : (complete - began) / 1_000_000,
        firstChange == 0 ? -1 : (firstChange - began) / 1_000_000,
        moving);
  }

  private static String use(long pid, long seconds) throws IOException, InterruptedException {
    long cpu = ticks(pid);
    long began = System.nanoTime();
    Thread.sleep(seconds * 1000);
    double spent = (System.nanoTime() - began) / 1e9;
    // a tick is a hundredth of a second on every Linux
    double milliseconds = (ticks(pid) - cpu) * 10 / spent;
    return "cpu %.1f rss %d pss %d".formatted(milliseconds, memory(pid, "Rss:"), memory(pid, "Pss:"));
  }

  private static long ticks(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static long memory(long pid, String key) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    return 0;
  }
}
