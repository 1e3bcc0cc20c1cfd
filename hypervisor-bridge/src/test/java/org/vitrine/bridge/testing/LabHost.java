package org.vitrine.bridge.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.host.HostAddress;

/**
 * A whole virtualisation host that is thrown away: a system libvirtd with devices, folders, network
 * and processes of its own, in namespaces of this computer. Everything in it ends with it, and it
 * ends with this process at the latest, since it lives only as long as its input is open.
 */
public final class LabHost implements AutoCloseable {

  private static final Path PLACE = Path.of("/tmp");
  private static final String PREFIX = "vl";
  private static final String OWNER = "owner.pid";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final Path root;
  private final Process outer;
  private final long inner;

  private LabHost(String name, Path root) throws IOException, InterruptedException {
    this.name = name;
    this.root = root;
    Path script = root.resolve("lab-host.sh");
    unpack("lab-host.sh", script);
    outer =
        new ProcessBuilder(
                "unshare",
                "--mount",
                "--pid",
                "--net",
                "--uts",
                "--fork",
                "--kill-child",
                "--propagation",
                "private",
                "bash",
                script.toString(),
                root.toString(),
                name)
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("host.log").toFile())
            .start();
    try {
      awaitDaemon();
      inner = outer.children().findFirst().orElseThrow().pid();
    } catch (IOException | InterruptedException | RuntimeException failure) {
      outer.destroyForcibly();
      throw failure;
    }
  }

  /** Why there can be no such host here; empty where there can. */
  public static String impossible() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return "needs root";
    }
    for (String program :
        List.of("/usr/sbin/libvirtd", "/usr/bin/qemu-system-x86_64", "/usr/bin/virsh")) {
      if (!Files.isExecutable(Path.of(program))) {
        return "needs " + program;
      }
    }
    try {
      String[] trial = {"unshare", "--mount", "--pid", "--net", "--uts", "--fork", "true"};
      execute(List.of(trial), PATIENCE);
      return "";
    } catch (IOException | InterruptedException refused) {
      return "needs namespaces: " + refused.getMessage();
    }
  }

  /** Starts one, within a second or so. */
  public static LabHost start(String name) throws IOException, InterruptedException {
    sweep();
    // short, since a socket's path may have no more than 107 bytes
    Path root = Files.createTempDirectory(PLACE, PREFIX);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(root.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
    return new LabHost(name, root);
  }

  /** Takes away what was left by a process that was killed. */
  private static void sweep() throws IOException {
    try (Stream<Path> folders = Files.list(PLACE)) {
      for (Path folder : folders.filter(LabHost::isLeftOver).toList()) {
        // the processes end by themselves; a folder that is still mounted in is taken next time
        delete(folder);
      }
    }
  }

  private static boolean isLeftOver(Path folder) {
    try {
      return folder.getFileName().toString().startsWith(PREFIX)
          && ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve(OWNER)))).isEmpty();
    } catch (IOException | NumberFormatException notOurs) {
      return false;
    }
  }

  public String name() {
    return name;
  }

  public String uri() {
    return "qemu+unix:///system?socket=" + socket();
  }

  public HostAddress address() {
    return OpenHosts.address(uri());
  }

  /** The address by which it is reached from within. */
  public HostAddress addressInside() {
    return OpenHosts.address("qemu:///system");
  }

  private Path socket() {
    return root.resolve("run/libvirt/libvirt-sock");
  }

  /** Where a file below its {@code /var/lib/libvirt} is seen from outside. */
  public Path library(String path) {
    return root.resolve("lib").resolve(path);
  }

  /** Runs a program inside and hands back what it said; fails where the program does. */
  public String run(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("nsenter", "--target", Long.toString(inner)));
    words.addAll(List.of("--mount", "--pid", "--net", "--uts", "--"));
    words.addAll(List.of(command));
    return execute(words, Duration.ofSeconds(60));
  }

  /** Has a shell inside read the line. */
  public String shell(String line) throws IOException, InterruptedException {
    return run("sh", "-c", line);
  }

  /** Asks the same daemon by other means. */
  public String virsh(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("virsh", "-q"));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }

  /** Hands a document to a command of virsh that defines something. */
  public void give(String command, String document) throws IOException, InterruptedException {
    Path file = Files.createTempFile(root.resolve("run"), "definition", ".xml");
    try {
      Files.writeString(file, document);
      virsh(command, "/run/" + file.getFileName());
    } finally {
      Files.delete(file);
    }
  }

  /** Sends its daemon a signal. */
  public void signalDaemon(String signal) throws IOException, InterruptedException {
    shell("kill -" + signal + " $(cat /run/libvirtd.pid)");
  }

  /** A new daemon in the place of one that was killed. */
  public void startDaemon() throws IOException, InterruptedException {
    run("libvirtd", "-d");
    awaitDaemon();
  }

  private void awaitDaemon() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!outer.isAlive() || System.nanoTime() > end) {
        throw new IOException("no daemon: " + Files.readString(root.resolve("host.log")));
      }
      Thread.sleep(20);
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return Files.exists(socket())
          && !execute(List.of("virsh", "-q", "-c", uri(), "uri"), PATIENCE).isEmpty();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String execute(List<String> command, Duration limit)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("said", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      // a file and not a pipe: what stays running behind the program would keep a pipe open
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + ": no end within " + limit);
      }
      String text = Files.readString(said, StandardCharsets.UTF_8).strip();
      if (process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + ": " + text);
      }
      return text;
    } finally {
      Files.delete(said);
    }
  }

  static void unpack(String resource, Path target) throws IOException {
    try (InputStream bytes = LabHost.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IOException("no " + resource);
      }
      Files.copy(bytes, target);
    }
  }

  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Ends its machines, so that no empty control groups of theirs stay, and then all the rest. */
  @Override
  public void close() throws IOException {
    try {
      for (String machine : virsh("list", "--name").lines().toList()) {
        virsh("destroy", machine);
      }
    } catch (IOException daemonIsGone) {
      // then they end with the host
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    outer.getOutputStream().close();
    outer.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    delete(root);
  }
}
