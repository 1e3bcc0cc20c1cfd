package org.vitrine.bridge.libvirt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.libvirt.ProblemOf.Found;
import org.vitrine.model.problem.Cause;

/** What can be wrong with networks. */
final class NetworkProblems {

  private NetworkProblems() {}

  static Optional<Found> of(Told told) {
    return Optional.ofNullable(
        switch (told.code()) {
          case Code.NO_NETWORK -> Found.about(Cause.NETWORK_GONE, Words.of(told).quoted());
          case Code.NETWORK_EXIST -> Found.of(Cause.ALREADY_EXISTS, Words.of(told).quoted());
          case Code.NO_INTERFACE -> Found.of(Cause.DEVICE_MISSING, Words.of(told).quoted());
          case Code.BUILD_FIREWALL -> Found.of(Cause.NETWORK_NOT_PERMITTED);
          case Code.OPERATION_INVALID -> inactive(told);
          case Code.SYSTEM_ERROR -> system(told);
          case Code.INTERNAL_ERROR, Code.OPERATION_FAILED -> process(told);
          default -> null;
        });
  }

  /** "Not in this state" has one number, whatever it is said of; libvirt names the network. */
  private static @Nullable Found inactive(Told told) {
    Words words = Words.of(told);
    return words.say("network '") && words.say("is not active")
        ? Found.of(Cause.NETWORK_INACTIVE, words.quoted())
        : null;
  }

  private static @Nullable Found system(Told told) {
    Words words = Words.of(told);
    boolean card =
        told.domain() == Code.FROM_NETWORK
            || words.sayAny("bridge", "/dev/net/tun", "macvtap", "tap interface", "tap device");
    return switch (told.number()) {
      case Errno.EPERM, Errno.EACCES ->
          card ? Found.of(Cause.NETWORK_NOT_PERMITTED, words.quoted()) : null;
      case Errno.ENODEV -> card ? Found.of(Cause.DEVICE_MISSING, words.quoted()) : null;
      case Errno.EADDRINUSE -> Found.of(Cause.PORT_TAKEN);
      default -> null;
    };
  }

  private static @Nullable Found process(Told told) {
    Words words = Words.of(told);
    if (words.say("network is already in use by interface")) {
      return Found.of(Cause.NETWORK_CLASH, words.after("by interface"));
    }
    if (words.sayAny("bridge helper", "/dev/net/tun")) {
      return Found.of(Cause.NETWORK_NOT_PERMITTED);
    }
    if (words.say("failed to reserve port")) {
      return Found.of(Cause.PORT_TAKEN, words.after("reserve port"));
    }
    if (words.sayAny("address already in use", "failed to bind socket")) {
      return Found.of(Cause.PORT_TAKEN);
    }
    return null;
  }
}
