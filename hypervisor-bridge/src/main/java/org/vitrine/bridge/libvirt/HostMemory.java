package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/**
 * Who holds a host's memory.
 *
 * @param total what there is; zero where the host does not say
 * @param free what could be had at once, caches given up
 * @param running how many machines run
 * @param held what they were given
 * @param promised what of that they have not taken yet
 */
record HostMemory(ByteSize total, ByteSize free, int running, ByteSize held, ByteSize promised) {

  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s+(\\d{1,15}) kB$");
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d{1,15}) kB$");
  private static final int ALL_CELLS = -1;
  private static final int STATS_SIZE = 88;
  private static final int NAME_SIZE = 80;
  private static final int MOST_STATS = 64;
  private static final int INFO_SIZE = 40;
  private static final int MEMORY_AT = 16;

  /** In KiB. */
  record Room(long total, long available) {
    static final Room UNKNOWN = new Room(0, 0);
  }

  private record Share(boolean runs, long given, long taken) {}

  /**
   * @param isHere whether the host is this computer, which tells more of itself than libvirt does
   */
  static HostMemory read(LibvirtExtra libvirt, ConnectionPointer connection, boolean isHere)
      throws ProblemException {
    long held = 0;
    long promised = 0;
    int running = 0;
    for (Share share : shares(libvirt, connection)) {
      if (share.runs) {
        running++;
        held += share.given;
        promised += Math.max(0, share.given - share.taken);
      }
    }
    Room room = isHere ? here() : Room.UNKNOWN;
    if (room.available == 0) {
      room = there(libvirt, connection);
    }
    return new HostMemory(
        ByteSize.reportedKib(room.total),
        ByteSize.reportedKib(room.available),
        running,
        ByteSize.reportedKib(held),
        ByteSize.reportedKib(promised));
  }

  private static List<Share> shares(LibvirtExtra libvirt, ConnectionPointer connection)
      throws ProblemException {
    try {
      return BulkStats.all(
          libvirt,
          connection,
          BulkStats.STATE | BulkStats.BALLOON,
          (domain, told) -> share(libvirt, domain, told));
    } catch (BulkStats.Unsupported unsupported) {
      return BulkStats.oneByOne(libvirt, connection, domain -> plain(libvirt, domain));
    }
  }

  private static Share share(LibvirtExtra libvirt, Pointer domain, TypedParameters told) {
    boolean runs = States.isActive((int) told.number("state.state", 0));
    if (!runs) {
      return new Share(false, 0, 0);
    }
    if (!told.has("balloon.current")) {
      return plain(libvirt, domain);
    }
    long given = told.number("balloon.current", 0);
    // an emulator that does not answer has taken all of it, as far as anyone knows
    return new Share(true, given, told.number("balloon.rss", given));
  }

  private static Share plain(LibvirtExtra libvirt, Pointer domain) {
    byte[] info = new byte[INFO_SIZE];
    if (libvirt.virDomainGetInfo(domain, info) < 0) {
      libvirt.virResetLastError();
      return new Share(false, 0, 0);
    }
    ByteBuffer told = ByteBuffer.wrap(info).order(ByteOrder.nativeOrder());
    long given = told.getLong(MEMORY_AT);
    return new Share(States.isActive(told.getInt(0) & 0xff), given, given);
  }

  private static Room here() {
    try {
      String told = Files.readString(MEMINFO);
      return new Room(number(TOTAL, told), number(AVAILABLE, told));
    } catch (IOException unreadable) {
      return Room.UNKNOWN;
    }
  }

  private static long number(Pattern line, String text) {
    Matcher found = line.matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static Room there(LibvirtExtra libvirt, ConnectionPointer connection) {
    IntByReference count = new IntByReference();
    if (libvirt.virNodeGetMemoryStats(connection, ALL_CELLS, null, count, 0) == 0
        && count.getValue() > 0
        && count.getValue() <= MOST_STATS) {
      byte[] stats = new byte[count.getValue() * STATS_SIZE];
      if (libvirt.virNodeGetMemoryStats(connection, ALL_CELLS, stats, count, 0) == 0) {
        return room(stats);
      }
    }
    libvirt.virResetLastError();
    long free = libvirt.virNodeGetFreeMemory(connection);
    libvirt.virResetLastError();
    return new Room(0, Math.max(0, free) / 1024);
  }

  /** Buffers and caches are given up for who needs memory more. */
  static Room room(byte[] stats) {
    ByteBuffer told = ByteBuffer.wrap(stats).order(ByteOrder.nativeOrder());
    long total = 0;
    long available = 0;
    for (int at = 0; at + STATS_SIZE <= stats.length; at += STATS_SIZE) {
      int length = 0;
      while (length < NAME_SIZE && stats[at + length] != 0) {
        length++;
      }
      long number = Math.max(0, told.getLong(at + NAME_SIZE));
      switch (new String(stats, at, length, StandardCharsets.US_ASCII)) {
        case "total" -> total = number;
        case "free", "buffers", "cached" -> available += number;
        default -> {
          // what newer hosts may tell
        }
      }
    }
    return new Room(total, available);
  }
}
