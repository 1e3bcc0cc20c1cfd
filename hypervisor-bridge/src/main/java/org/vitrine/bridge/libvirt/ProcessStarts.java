package org.vitrine.bridge.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.Transport;
import org.vitrine.model.vm.Uptime;

/**
 * When the emulators of this computer's machines were started: libvirt does not tell, but it leaves
 * their process numbers in files that may be readable.
 */
record ProcessStarts(List<Path> folders, Map<Path, Known> known) {

  static final ProcessStarts NONE = new ProcessStarts(List.of());

  /** What a file said when it had this date: to ask for a process takes ten times as long. */
  record Known(FileTime written, Uptime start) {}

  private static final int LONGEST_NUMBER = 32;
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  ProcessStarts {
    folders = List.copyOf(folders);
  }

  ProcessStarts(List<Path> folders) {
    this(folders, new ConcurrentHashMap<>());
  }

  static ProcessStarts at(HostAddress address, Map<String, String> environment) {
    if (address.driver() != Driver.QEMU || address.isRemote()) {
      return NONE;
    }
    List<Path> folders = new ArrayList<>();
    String socket = address.parameters().get("socket");
    if (address.transport() == Transport.UNIX && socket != null) {
      Path beside = Path.of(socket).getParent();
      if (beside != null) {
        folders.add(beside.resolve("qemu/run"));
        folders.add(beside.resolve("qemu"));
      }
    } else if (address.path().equals("/system")) {
      folders.add(Path.of("/run/libvirt/qemu"));
    } else {
      String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
      String home = environment.getOrDefault("HOME", "");
      if (!runtime.isEmpty()) {
        folders.add(Path.of(runtime, "libvirt/qemu/run"));
      } else if (!home.isEmpty()) {
        folders.add(Path.of(home, ".cache/libvirt/qemu/run"));
      }
    }
    return new ProcessStarts(folders);
  }

  Optional<Uptime> of(String machine) {
    if (folders.isEmpty() || machine.isEmpty() || machine.indexOf('/') >= 0) {
      return Optional.empty();
    }
    for (Path folder : folders) {
      Optional<Uptime> start = read(folder, machine + ".pid");
      if (start.isPresent()) {
        return start;
      }
    }
    return Optional.empty();
  }

  private Optional<Uptime> read(Path folder, String name) {
    try {
      Path file = folder.resolve(name);
      FileTime written = Files.getLastModifiedTime(file);
      Known before = known.get(file);
      if (before != null && before.written.equals(written)) {
        return Optional.of(before.start);
      }
      if (Files.size(file) > LONGEST_NUMBER) {
        return Optional.empty();
      }
      long process = Long.parseLong(Files.readString(file).strip());
      Optional<Uptime> start =
          ProcessHandle.of(process)
              .flatMap(handle -> handle.info().startInstant())
              .filter(since -> isAbout(since, written))
              .map(since -> new Uptime(since, true));
      start.ifPresent(uptime -> known.put(file, new Known(written, uptime)));
      return start;
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * An emulator writes its number as soon as it starts. Where it runs in other namespaces than this
   * process, the number means somebody else here.
   */
  private static boolean isAbout(Instant since, FileTime written) {
    return Duration.between(since, written.toInstant()).abs().compareTo(TOLERANCE) < 0;
  }
}
