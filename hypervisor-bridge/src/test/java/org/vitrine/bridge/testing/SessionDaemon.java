package org.vitrine.bridge.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A libvirt daemon of its own for one ordinary user, with real emulated machines. Started by root
 * it runs as another user, since root has no session daemon.
 */
public final class SessionDaemon implements AutoCloseable {

  private static final String USER = "games";
  private static final Path DAEMON = Path.of("/usr/sbin/libvirtd");
  private static final Path EMULATOR = Path.of("/usr/bin/qemu-system-x86_64");

  private final Path root;
  private final Path socket;
  private Process daemon;

  private SessionDaemon(Path root) throws IOException, InterruptedException {
    this.root = root;
    socket = root.resolve("run/libvirt/libvirt-sock");
    daemon = launch();
  }

  /** Whether this computer has what it takes. */
  public static boolean isPossible() {
    return Files.isExecutable(DAEMON)
        && Files.isExecutable(EMULATOR)
        && (!isRoot() || Files.isExecutable(Path.of("/usr/bin/setpriv")));
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  public static SessionDaemon start() throws IOException, InterruptedException {
    Path root = shortFolder();
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path settings = root.resolve("home/.config/libvirt");
    Files.createDirectories(settings);
    Files.createDirectories(root.resolve("run"));
    Files.setPosixFilePermissions(
        root.resolve("run"), PosixFilePermissions.fromString("rwx------"));
    // no second daemon for the logs, which would have to be ended too
    Files.writeString(settings.resolve("qemu.conf"), "stdio_handler = \"file\"\n");
    Files.writeString(
        settings.resolve("libvirtd.conf"), "host_uuid = \"" + UUID.randomUUID() + "\"\n");
    if (isRoot()) {
      run("chown", "-R", USER + ":" + USER, root.toString());
    }
    return new SessionDaemon(root);
  }

  /**
   * A socket's path may have no more than 107 bytes, and a machine's agent gets one deep below: the
   * usual temporary names are too long for that.
   */
  private static Path shortFolder() throws IOException {
    while (true) {
      String name = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 34, 36);
      try {
        return Files.createDirectory(Path.of("/tmp", "v" + name));
      } catch (FileAlreadyExistsException taken) {
        // the next one will be free
      }
    }
  }

  private Process launch() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "--"));
    }
    command.addAll(List.of(DAEMON.toString(), "--timeout", "60"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", root.resolve("home").toString());
    builder.environment().put("XDG_RUNTIME_DIR", root.resolve("run").toString());
    builder.environment().remove("XDG_CONFIG_HOME");
    builder.environment().remove("XDG_CACHE_HOME");
    builder.environment().put("USER", USER);
    builder.environment().put("LOGNAME", USER);
    builder.redirectErrorStream(true).redirectOutput(root.resolve("daemon.log").toFile());
    Process process = builder.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Files.exists(socket) || !answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("no daemon: " + Files.readString(root.resolve("daemon.log")));
      }
      Thread.sleep(20);
    }
    return process;
  }

  private boolean answers() throws InterruptedException {
    try {
      virsh("uri");
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  public String uri() {
    return "qemu+unix:///session?socket=" + socket;
  }

  /** Asks the same daemon by other means. */
  public String virsh(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("virsh", "-q", "-c", uri()));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }

  /** A machine without disks, which starts within a second and listens to nobody. */
  public UUID define(String name) throws IOException, InterruptedException {
    return define(name, "");
  }

  /** The same with more devices. */
  public UUID define(String name, String devices) throws IOException, InterruptedException {
    UUID uuid = UUID.randomUUID();
    give(
        "define",
        """
        <domain type='qemu'>
          <name>%s</name>
          <uuid>%s</uuid>
          <memory unit='MiB'>64</memory>
          <vcpu>1</vcpu>
          <os><type arch='x86_64' machine='pc'>hvm</type></os>
          <devices><emulator>%s</emulator>%s</devices>
        </domain>
        """
            .formatted(name, uuid, EMULATOR, devices));
    return uuid;
  }

  /** Hands a document to a command of virsh that defines something. */
  public void give(String command, String document) throws IOException, InterruptedException {
    Path file = Files.createTempFile("definition", ".xml");
    try {
      Files.writeString(file, document);
      virsh(command, file.toString());
    } finally {
      Files.delete(file);
    }
  }

  /** A file that the daemon's user owns. */
  public Path file(String name, long size) throws IOException, InterruptedException {
    Path file = root.resolve("home").resolve(name);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(size);
    }
    if (isRoot()) {
      run("chown", USER + ":" + USER, file.toString());
    }
    return file;
  }

  /** A folder that the daemon's user owns. */
  public Path folder(String name) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(root.resolve("home").resolve(name));
    if (isRoot()) {
      run("chown", USER + ":" + USER, folder.toString());
    }
    return folder;
  }

  /** Gives a file to the daemon's user, who in life is the one that made it. */
  public void own(Path file) throws IOException, InterruptedException {
    if (isRoot()) {
      run("chown", USER + ":" + USER, file.toString());
    }
  }

  /**
   * A program run as the daemon's user, as it would be in life, where the app and the daemon belong
   * to the same one.
   */
  public String asUser(String program) throws IOException {
    if (!isRoot()) {
      return program;
    }
    Path wrapper = Files.createDirectories(root.resolve("bin")).resolve(program);
    Files.writeString(
        wrapper,
        "#!/bin/sh\nexec setpriv --reuid=%s --regid=%s --clear-groups -- %s \"$@\"\n"
            .formatted(USER, USER, program));
    Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
    return wrapper.toString();
  }

  public ProcessHandle emulator(String name) throws IOException {
    Path file = root.resolve("run/libvirt/qemu/run").resolve(name + ".pid");
    return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
  }

  public ProcessHandle process() {
    return daemon.toHandle();
  }

  public static void signal(ProcessHandle process, String signal)
      throws IOException, InterruptedException {
    run("kill", "-" + signal, Long.toString(process.pid()));
  }

  /** A new daemon in the place of one that was ended. */
  public void restart() throws IOException, InterruptedException {
    daemon.waitFor(10, TimeUnit.SECONDS);
    Files.deleteIfExists(socket);
    daemon = launch();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said.strip();
  }

  @Override
  public void close() throws IOException {
    for (ProcessHandle emulator : emulators()) {
      emulator.destroyForcibly();
    }
    daemon.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.deleteIfExists(file);
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
    } catch (UncheckedIOException stillInUse) {
      // a file that came or went meanwhile: the folder is a temporary one
      root.toFile().deleteOnExit();
    }
  }

  private List<ProcessHandle> emulators() throws IOException {
    Path folder = root.resolve("run/libvirt/qemu/run");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<ProcessHandle> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".pid")).toList()) {
        String number = Files.readString(file).strip();
        if (number.matches("\\d{1,10}")) {
          ProcessHandle.of(Long.parseLong(number))
              .filter(process -> process.info().command().orElse("").contains("qemu"))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }
}
