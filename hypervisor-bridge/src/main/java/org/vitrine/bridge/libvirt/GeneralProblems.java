package org.vitrine.bridge.libvirt;

import java.util.Optional;
import org.vitrine.bridge.libvirt.ProblemOf.Found;
import org.vitrine.model.problem.Cause;

/** What can be wrong with anything. */
final class GeneralProblems {

  private GeneralProblems() {}

  static Optional<Found> of(Told told) {
    return Optional.ofNullable(
        switch (told.code()) {
          case Code.NO_MEMORY -> Found.of(Cause.NO_MEMORY);
          case Code.NO_SUPPORT, Code.OPERATION_UNSUPPORTED, Code.ARGUMENT_UNSUPPORTED ->
              Found.of(Cause.NOT_SUPPORTED_HERE);
          case Code.OPERATION_DENIED ->
              Found.of(
                  Words.of(told).say("read only")
                      ? Cause.NOT_ALLOWED_READ_ONLY
                      : Cause.ACCESS_DENIED);
          case Code.ACCESS_DENIED -> Found.of(Cause.ACCESS_DENIED);
          case Code.AUTH_FAILED, Code.AUTH_UNAVAILABLE -> Found.of(Cause.AUTHENTICATION_FAILED);
          case Code.AUTH_CANCELLED -> Found.of(Cause.AUTHENTICATION_CANCELLED);
          case Code.OPERATION_ABORTED -> Found.of(Cause.CANCELLED);
          case Code.OPERATION_TIMEOUT -> Found.of(Cause.TIMED_OUT);
          case Code.NO_SECRET -> Found.of(Cause.SECRET_MISSING, Words.of(told).quoted());
          case Code.INVALID_ARG, Code.INVALID_MAC, Code.OVERFLOW, Code.CONF_SYNTAX ->
              Found.of(Cause.ARGUMENT_REFUSED);
          case Code.GNUTLS_ERROR -> Found.of(Cause.CERTIFICATE_REFUSED);
          case Code.OPEN_FAILED, Code.READ_FAILED -> Found.of(Cause.DISK_MISSING);
          case Code.WRITE_FAILED -> Found.of(Cause.FILES_NOT_WRITABLE);
          case Code.DBUS_SERVICE -> Found.of(Cause.ACCESS_DENIED);
          case Code.SYSTEM_ERROR -> system(told);
          case Code.INTERNAL_ERROR, Code.OPERATION_FAILED, Code.RPC -> words(Words.of(told));
          default -> null;
        });
  }

  private static Found system(Told told) {
    String named = Words.of(told).quoted();
    return switch (told.number()) {
      case Errno.EPERM, Errno.EACCES -> Found.of(Cause.ACCESS_DENIED, named);
      case Errno.ENOMEM -> Found.of(Cause.NO_MEMORY);
      case Errno.EMFILE, Errno.ENFILE, Errno.EAGAIN -> Found.of(Cause.OUT_OF_RESOURCES);
      case Errno.EEXIST -> Found.of(Cause.ALREADY_EXISTS, named);
      case Errno.EBUSY -> Found.of(Cause.DEVICE_IN_USE, named);
      case Errno.ENODEV -> Found.of(Cause.DEVICE_MISSING, named);
      case Errno.EADDRINUSE, Errno.EADDRNOTAVAIL -> Found.of(Cause.PORT_TAKEN);
      case Errno.ETIMEDOUT -> Found.of(Cause.TIMED_OUT);
      case Errno.ECONNREFUSED -> Found.of(Cause.CONNECTION_REFUSED);
      case Errno.ECONNRESET, Errno.EPIPE -> Found.of(Cause.CONNECTION_LOST);
      case Errno.EHOSTUNREACH, Errno.ENETUNREACH -> Found.of(Cause.HOST_UNREACHABLE);
      default -> Found.of(Cause.UNEXPECTED, named);
    };
  }

  /** A child that libvirt ran and that failed is an internal error like any other. */
  private static Found words(Words words) {
    return words.say("child process (") ? Found.of(Cause.TOOL_FAILED) : Found.of(Cause.UNEXPECTED);
  }
}
