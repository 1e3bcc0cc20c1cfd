package org.vitrine.bridge.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vitrine.model.host.Acceleration.Reason;
import org.vitrine.model.host.HostAddress;

/**
 * Whether this computer's guests can use KVM, which libvirt may offer even where they cannot: its
 * own probe runs with other rights than the guests do.
 *
 * @param device normally {@code /dev/kvm}
 * @param processors normally {@code /proc/cpuinfo}
 */
record KvmDevice(Path device, Path processors, String architecture) {

  private static final Pattern EXTENSIONS = Pattern.compile("(?m)^flags\\s*:.*\\b(vmx|svm)\\b");

  /** Who runs the system daemon's guests, by distribution. */
  private static final Set<String> SYSTEM_USERS = Set.of("libvirt-qemu", "qemu");

  private static final String GROUP = "kvm";

  static KvmDevice ofThisComputer() {
    return new KvmDevice(
        Path.of("/dev/kvm"), Path.of("/proc/cpuinfo"), System.getProperty("os.arch", ""));
  }

  Optional<Reason> unusable(HostAddress address) {
    if (architecture.equals("amd64") && !hasExtensions()) {
      return Optional.of(Reason.PROCESSOR_LACKS_IT);
    }
    if (!Files.exists(device)) {
      return Optional.of(Reason.DEVICE_MISSING);
    }
    boolean permitted =
        address.path().equals("/system")
            ? isOpenToSystemGuests()
            : Files.isReadable(device) && Files.isWritable(device);
    return permitted ? Optional.empty() : Optional.of(Reason.DEVICE_NOT_PERMITTED);
  }

  private boolean hasExtensions() {
    try {
      return EXTENSIONS.matcher(Files.readString(processors)).find();
    } catch (IOException unreadable) {
      // nothing known against it
      return true;
    }
  }

  private boolean isOpenToSystemGuests() {
    try {
      PosixFileAttributes attributes = Files.readAttributes(device, PosixFileAttributes.class);
      Set<PosixFilePermission> mode = attributes.permissions();
      return (mode.contains(PosixFilePermission.OTHERS_READ)
              && mode.contains(PosixFilePermission.OTHERS_WRITE))
          || (attributes.group().getName().equals(GROUP)
              && mode.contains(PosixFilePermission.GROUP_READ)
              && mode.contains(PosixFilePermission.GROUP_WRITE))
          || SYSTEM_USERS.contains(attributes.owner().getName());
    } catch (IOException | UnsupportedOperationException unreadable) {
      return true;
    }
  }
}
