package org.vitrine.bridge.os;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.bridge.os.Description.Firmware;
import org.vitrine.bridge.os.Description.Level;
import org.vitrine.bridge.os.Description.Wants;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.os.OperatingSystem.FirmwareSupport;
import org.vitrine.model.os.Resources;
import org.vitrine.model.unit.ByteSize;

/** Makes entries of descriptions: gives each what it has from those it derives from. */
final class Inheritance {

  private static final int MOST_CPUS = 4096;

  private final Map<String, Description> all;
  private final String arch;

  /** Many systems have the very same devices. */
  private final Map<Set<String>, Set<String>> sameDevices = new HashMap<>();

  Inheritance(Map<String, Description> all, String arch) {
    this.all = all;
    this.arch = arch;
  }

  OsEntry entry(Description own) {
    List<Description> line = line(own);
    OperatingSystem os =
        new OperatingSystem(
            own.id,
            own.shortIds.isEmpty() ? own.id : own.shortIds.getFirst(),
            own.name.isEmpty() ? own.id : own.name,
            own.version,
            own.vendor,
            own.family,
            own.distro,
            date(own.released),
            date(own.ended),
            resources(line, Level.MINIMUM),
            resources(line, Level.RECOMMENDED),
            devices(line),
            firmware(line),
            own.scripts);
    return new OsEntry(
        os,
        List.copyOf(own.shortIds),
        own.codename,
        own.status,
        List.copyOf(own.media),
        List.copyOf(own.trees),
        List.copyOf(own.images));
  }

  /** Itself and all it inherits from, nearest first; each once, also where they go in circles. */
  private List<Description> line(Description own) {
    Set<Description> line = new LinkedHashSet<>();
    Deque<Description> open = new ArrayDeque<>(List.of(own));
    while (!open.isEmpty()) {
      Description next = open.removeFirst();
      if (line.add(next)) {
        for (int i = next.parents.size() - 1; i >= 0; i--) {
          Description parent = all.get(next.parents.get(i));
          if (parent != null) {
            open.addFirst(parent);
          }
        }
      }
    }
    return List.copyOf(line);
  }

  /** Of each device the nearest word counts, as in libosinfo. */
  private Set<String> devices(List<Description> line) {
    Map<String, Boolean> said = new HashMap<>();
    for (Description one : line) {
      one.devices.forEach(said::putIfAbsent);
    }
    said.values().removeIf(supported -> !supported);
    return sameDevices.computeIfAbsent(Set.copyOf(said.keySet()), same -> same);
  }

  private Resources resources(List<Description> line, Level level) {
    long[] own = wants(line, level, arch);
    long[] any = wants(line, level, "all");
    long cpus = own[0] >= 0 ? own[0] : any[0];
    long memory = own[1] >= 0 ? own[1] : any[1];
    long storage = own[2] >= 0 ? own[2] : any[2];
    if (cpus <= 0 && memory <= 0 && storage <= 0) {
      return Resources.UNKNOWN;
    }
    return new Resources(
        Math.clamp(cpus, 0, MOST_CPUS),
        new ByteSize(Math.max(0, memory)),
        new ByteSize(Math.max(0, storage)));
  }

  /** What the system itself says for that processor, filled up from the line where it inherits. */
  private static long[] wants(List<Description> line, Level level, String arch) {
    long[] values = {-1, -1, -1};
    boolean inherits = true;
    for (Description one : line) {
      Optional<Wants> said =
          one.wants.stream().filter(w -> w.level() == level && w.arch().equals(arch)).findFirst();
      if (one == line.getFirst()) {
        inherits = said.map(Wants::inherits).orElse(false);
      }
      if (said.isPresent()) {
        values[0] = values[0] < 0 ? said.get().cpus() : values[0];
        values[1] = values[1] < 0 ? said.get().memory() : values[1];
        values[2] = values[2] < 0 ? said.get().storage() : values[2];
      }
      if (!inherits) {
        break;
      }
    }
    return values;
  }

  /**
   * What is not said is not denied: the catalogue names firmware for a few systems only. It knows
   * nothing of secure boot and TPM; those are Microsoft's own words on Windows 8 and 11.
   */
  private FirmwareSupport firmware(List<Description> line) {
    Description own = line.getFirst();
    boolean windows = own.family.equals("winnt");
    boolean modern = windows && atLeast(own.version, 6, 2);
    boolean newest = windows && atLeast(own.version, 11, 0);
    boolean old = !own.family.isEmpty() && isOlderThanUefi(own);
    boolean bios = said(line, "bios").orElse(true);
    boolean uefi = said(line, "efi").orElse(!old);
    return new FirmwareSupport(
        bios, uefi, uefi && (modern || said(line, "efi").isPresent()), newest);
  }

  private static boolean isOlderThanUefi(Description os) {
    return switch (os.family) {
      case "win9x", "win16", "msdos", "os2", "netware" -> true;
      case "winnt" -> !atLeast(os.version, 6, 0);
      default -> false;
    };
  }

  /** The nearest word on that firmware for this processor. */
  private Optional<Boolean> said(List<Description> line, String type) {
    for (Description one : line) {
      for (Firmware firmware : one.firmware) {
        if (firmware.type().equals(type)
            && (firmware.arch().equals(arch) || firmware.arch().equals("all"))) {
          return Optional.of(firmware.supported());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean atLeast(String version, int major, int minor) {
    String[] parts = version.split("\\.", -1);
    try {
      int first = Integer.parseInt(parts[0]);
      int second = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
      return first > major || (first == major && second >= minor);
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
