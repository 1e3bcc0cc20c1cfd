package org.vitrine.bridge.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A small real guest on a {@link LabHost}: it boots within seconds, asks for an address, follows
 * its power button, and says on its serial line what it does.
 */
public final class TinyGuest {

  private static final Duration BUILD = Duration.ofMinutes(5);
  private static final String READY = "sample: ready";
  private static final String UP = "sample: up ";

  private final LabHost host;
  private final String name;
  private final UUID uuid;

  private TinyGuest(LabHost host, String name, UUID uuid) {
    this.host = host;
    this.name = name;
    this.uuid = uuid;
  }

  /** One boot of the guest's kernel, and for how many seconds it is up. */
  public record Life(String boot, double seconds) {}

  /**
   * The sample machine's media: kernel, vmlinux, initrd, sample.iso and sample.qcow2; built where
   * they are not there yet, in about twenty seconds.
   */
  public static synchronized Path media() throws IOException, InterruptedException {
    Path script = Path.of("../packaging/sample").toRealPath();
    Path caches =
        Path.of(
            System.getenv()
                .getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache"));
    Path media = caches.resolve("vitrine-test/sample-" + digest(Files.readAllBytes(script)));
    if (Files.exists(media.resolve("sample.iso"))) {
      return media;
    }
    Files.createDirectories(media.getParent());
    Path part = Files.createTempDirectory(media.getParent(), "part");
    try {
      build(script, part);
      if (!Files.exists(media)) {
        Files.move(part, media, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      if (Files.exists(part)) {
        LabHost.delete(part);
      }
    }
    return media;
  }

  private static void build(Path script, Path into) throws IOException, InterruptedException {
    Path log = Files.createTempFile("sample", ".log");
    Process build =
        new ProcessBuilder("bash", script.toString(), into.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!build.waitFor(BUILD.toSeconds(), TimeUnit.SECONDS)) {
        build.destroyForcibly();
        throw new IOException("the guest was not built within " + BUILD);
      }
      if (build.exitValue() != 0) {
        throw new IOException("the guest cannot be built: " + Files.readString(log));
      }
    } finally {
      Files.delete(log);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, 12);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Defines one on the network {@code default}. */
  public static TinyGuest define(LabHost host, String name)
      throws IOException, InterruptedException {
    return define(host, name, "", "");
  }

  /** One that computes, writes to its disk and sends packets without end. */
  public static TinyGuest defineBusy(LabHost host, String name)
      throws IOException, InterruptedException {
    Path disk = host.library("images/" + name + ".raw");
    Files.write(disk, new byte[8 << 20]);
    return define(
        host,
        name,
        "sample.busy",
        """
        <disk type='file' device='disk'><driver name='qemu' type='raw'/>
          <source file='/var/lib/libvirt/images/%s.raw'/><target dev='vda' bus='virtio'/></disk>
        """
            .formatted(name));
  }

  private static TinyGuest define(LabHost host, String name, String words, String devices)
      throws IOException, InterruptedException {
    Path media = media();
    for (String part : List.of("vmlinux", "initrd")) {
      // a copy, since libvirt gives what a guest boots from to the guest's user
      Path copy = host.library("boot/" + part);
      if (!Files.exists(copy)) {
        Files.copy(media.resolve(part), copy);
      }
    }
    TinyGuest guest = new TinyGuest(host, name, UUID.randomUUID());
    host.give(
        "define",
        """
        <domain type='qemu'>
          <name>%s</name>
          <uuid>%s</uuid>
          <memory unit='MiB'>192</memory>
          <vcpu>1</vcpu>
          <os>
            <type arch='x86_64' machine='pc'>hvm</type>
            <kernel>/var/lib/libvirt/boot/vmlinux</kernel>
            <initrd>/var/lib/libvirt/boot/initrd</initrd>
            <cmdline>console=ttyS0 quiet panic=5 sample.beat %s</cmdline>
          </os>
          <features><acpi/></features>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
            <interface type='network'><source network='default'/><model type='virtio'/></interface>
            <serial type='file'>
              <source path='/var/lib/libvirt/qemu/serial/%s.log' append='on'/>
            </serial>
            %s
          </devices>
        </domain>
        """
            .formatted(name.replace("&", "&amp;"), guest.uuid, words, guest.uuid, devices));
    return guest;
  }

  public String name() {
    return name;
  }

  public UUID uuid() {
    return uuid;
  }

  /** All that it said on its serial line, over all boots. */
  public List<String> said() throws IOException {
    Path log = host.library("qemu/serial/" + uuid + ".log");
    return Files.exists(log)
        ? Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList()
        : List.of();
  }

  /** How many times it came up. */
  public int boots() throws IOException {
    return (int) said().stream().filter(line -> line.startsWith(READY)).count();
  }

  /** What it last said of itself. */
  public Life life() throws IOException {
    return said().stream()
        .filter(line -> line.matches(UP + "[0-9a-f-]{36} [0-9]+\\.[0-9]{2}"))
        .reduce((before, after) -> after)
        .map(line -> line.substring(UP.length()).split(" ", -1))
        .map(words -> new Life(words[0], Double.parseDouble(words[1])))
        .orElse(new Life("", 0));
  }

  /** Waits until it came up so many times, and goes on. */
  public void awaitBoots(int count) throws IOException, InterruptedException {
    await(
        "boot " + count, guest -> guest.boots() >= count && guest.said().getLast().startsWith(UP));
  }

  /** Waits until the same boot has been up for longer than it was. */
  public void awaitGoingOnFrom(Life before) throws IOException, InterruptedException {
    await("going on from " + before, guest -> guest.life().seconds() > before.seconds());
  }

  /** Waits for a line. */
  public void awaitLine(Predicate<String> wanted) throws IOException, InterruptedException {
    await("a line", guest -> guest.said().stream().anyMatch(wanted));
  }

  @FunctionalInterface
  private interface Sight {
    boolean of(TinyGuest guest) throws IOException;
  }

  private void await(String what, Sight sight) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!sight.of(this)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(name + " has not seen " + what + "; it said " + said());
      }
      Thread.sleep(50);
    }
  }
}
