package org.vitrine.bridge.libvirt;

import java.util.Optional;
import org.vitrine.bridge.libvirt.ProblemOf.Found;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.Transport;
import org.vitrine.model.problem.Cause;

/** What can be wrong with the way to a host. */
final class ConnectionProblems {

  private ConnectionProblems() {}

  /** A way that stood has gone: the part that failed tells, whatever the number. */
  static Optional<Found> whileOpen(Told told) {
    boolean gone =
        told.code() == Code.INVALID_CONN
            || (told.domain() == Code.FROM_RPC
                && (told.code() == Code.INTERNAL_ERROR
                    || told.code() == Code.RPC
                    || told.code() == Code.SYSTEM_ERROR));
    return gone ? Optional.of(Found.of(Cause.CONNECTION_LOST)) : Optional.empty();
  }

  static Optional<Found> whileOpening(Told told, HostAddress address) {
    return Optional.ofNullable(
        switch (told.code()) {
          case Code.AUTH_CANCELLED -> Found.of(Cause.AUTHENTICATION_CANCELLED);
          case Code.AUTH_FAILED -> authentication(told);
          case Code.AUTH_UNAVAILABLE, Code.ACCESS_DENIED, Code.OPERATION_DENIED ->
              Found.of(Cause.ACCESS_DENIED);
          case Code.NO_CONNECT, Code.NO_SUPPORT -> Found.of(Cause.DRIVER_MISSING, scheme(address));
          case Code.UNKNOWN_HOST, Code.NO_HOSTNAME -> Found.of(Cause.HOST_UNKNOWN);
          case Code.NO_SERVER -> Found.of(Cause.DAEMON_NOT_RUNNING);
          case Code.GNUTLS_ERROR -> Found.of(Cause.CERTIFICATE_REFUSED);
          case Code.SSH, Code.LIBSSH -> ssh(Words.of(told), address);
          case Code.OPERATION_TIMEOUT -> Found.of(Cause.TIMED_OUT);
          case Code.INVALID_ARG -> Found.of(Cause.ADDRESS_REFUSED);
          case Code.XML_ERROR, Code.XML_DETAIL -> Found.of(Cause.DEFINITION_INVALID);
          case Code.SYSTEM_ERROR -> system(told, address);
          case Code.INTERNAL_ERROR, Code.RPC, Code.OPERATION_FAILED -> internal(told, address);
          default -> null;
        });
  }

  private static String scheme(HostAddress address) {
    return address.driver().scheme();
  }

  /** What a person types behind {@code ssh} to come to the same place. */
  private static String destination(HostAddress address) {
    String user = address.user().map(name -> name + "@").orElse("");
    String host = address.host().orElse("");
    if (address.port().isEmpty()) {
      return user + host;
    }
    String named = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return "ssh://" + user + named + ":" + address.port().getAsInt();
  }

  private static Found authentication(Told told) {
    Words words = Words.of(told);
    // polkit's refusal has the number of a wrong password; only the words tell them apart
    return words.sayAny("polkit", "policykit", "authentication unavailable")
        ? Found.of(Cause.ACCESS_DENIED)
        : Found.of(Cause.AUTHENTICATION_FAILED);
  }

  private static Found system(Told told, HostAddress address) {
    Words words = Words.of(told);
    if (address.transport() == Transport.SSH && words.sayAny("ssh", "broken pipe", "reset by")) {
      return ssh(words, address);
    }
    boolean local = !address.isRemote();
    return switch (told.number()) {
      case Errno.ENOENT ->
          words.say("/ssh")
              ? Found.of(Cause.SSH_MISSING)
              : local ? Found.of(Cause.DAEMON_NOT_RUNNING) : Found.of(Cause.CERTIFICATE_REFUSED);
      case Errno.ECONNREFUSED ->
          Found.of(local ? Cause.DAEMON_NOT_RUNNING : Cause.CONNECTION_REFUSED);
      case Errno.EACCES, Errno.EPERM ->
          words.say("runtime directory") || words.say("cannot create")
              ? Found.of(Cause.RUNTIME_FOLDER_MISSING, words.quoted())
              : Found.of(Cause.ACCESS_DENIED);
      case Errno.EHOSTUNREACH, Errno.ENETUNREACH, Errno.ENETDOWN ->
          Found.of(Cause.HOST_UNREACHABLE);
      case Errno.ETIMEDOUT -> Found.of(Cause.TIMED_OUT);
      case Errno.ECONNRESET, Errno.EPIPE, Errno.EIO -> Found.of(Cause.CONNECTION_LOST);
      case Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM, Errno.EAGAIN ->
          Found.of(Cause.OUT_OF_RESOURCES);
      case Errno.EROFS, Errno.ENOTDIR -> Found.of(Cause.RUNTIME_FOLDER_MISSING, words.quoted());
      default ->
          words.sayAny("unable to resolve", "name or service", "address family", "lookup")
              ? Found.of(Cause.HOST_UNKNOWN)
              : Found.of(Cause.UNEXPECTED);
    };
  }

  /** Internal errors and RPC errors carry no more than words. */
  private static Found internal(Told told, HostAddress address) {
    Words words = Words.of(told);
    if (address.transport() == Transport.SSH) {
      return ssh(words, address);
    }
    if (address.transport() == Transport.TLS
        && words.sayAny("certificate", "handshake", "tls", "gnutls")) {
      return Found.of(Cause.CERTIFICATE_REFUSED);
    }
    if (words.sayAny("unable to resolve", "name or service not known", "no address associated")) {
      return Found.of(Cause.HOST_UNKNOWN);
    }
    if (words.sayAny("libvirtd", "virtqemud")
        && words.sayAny("cannot find", "unable to locate", "unable to find")) {
      return Found.of(Cause.DAEMON_MISSING);
    }
    if (words.sayAny("user runtime directory", "user cache directory", "user config directory")) {
      return Found.of(Cause.RUNTIME_FOLDER_MISSING, words.quoted());
    }
    if (words.say("system bus")) {
      // a user without polkit, on a system daemon that asks it
      return Found.of(Cause.ACCESS_DENIED);
    }
    if (words.say("too many active clients") || words.say("too many clients")) {
      return Found.of(Cause.TOO_MANY_CLIENTS);
    }
    if (words.sayAny("end of file", "cannot recv data", "connection closed", "socket is closed")) {
      return Found.of(
          address.transport() == Transport.TLS ? Cause.CERTIFICATE_REFUSED : Cause.CONNECTION_LOST);
    }
    if (words.say("failed to find user record") || words.say("no driver for")) {
      return Found.of(Cause.DRIVER_MISSING, scheme(address));
    }
    return address.driver() == Driver.TEST
        ? Found.of(Cause.DEFINITION_INVALID)
        : Found.of(Cause.UNEXPECTED);
  }

  /**
   * libvirt runs the ssh program and, when that ends, passes on what it wrote: there is no number.
   */
  private static Found ssh(Words words, HostAddress address) {
    if (words.sayAny("remote host identification has changed", "offending ", "revoked")) {
      return Found.of(Cause.HOST_KEY_CHANGED);
    }
    if (words.sayAny("host key verification failed", "no matching host key", "hostkey")) {
      return Found.of(Cause.HOST_KEY_UNKNOWN, destination(address));
    }
    if (words.sayAny("could not resolve hostname", "name or service not known")) {
      return Found.of(Cause.HOST_UNKNOWN);
    }
    if (words.say("connection refused")) {
      return Found.of(Cause.CONNECTION_REFUSED);
    }
    if (words.sayAny("no route to host", "network is unreachable")) {
      return Found.of(Cause.HOST_UNREACHABLE);
    }
    if (words.sayAny("connection timed out", "operation timed out")) {
      return Found.of(Cause.TIMED_OUT);
    }
    if (words.sayAny(
        "incorrect passphrase", "passphrase", "sign_and_send_pubkey", "agent refused")) {
      return Found.of(Cause.SSH_KEY_LOCKED);
    }
    if (words.sayAny("permission denied (", "permission denied,", "too many authentication")) {
      return Found.of(Cause.AUTHENTICATION_FAILED);
    }
    if (words.sayAny("cannot find 'ssh'", "unable to find 'ssh'", "cannot execute binary ssh")
        || (words.say("ssh: no such file") || words.say("/ssh: no such file"))) {
      return Found.of(Cause.SSH_MISSING);
    }
    if (words.sayAny("libvirt-sock: no such file", "virtqemud-sock: no such file")
        || (words.say("-sock") && words.sayAny("no such file", "refused"))) {
      return Found.of(Cause.DAEMON_NOT_RUNNING);
    }
    if (words.sayAny("virt-ssh-helper: command not found", "nc: command not found")
        || words.sayAny("virt-ssh-helper: not found", "nc: not found")) {
      return Found.of(Cause.DAEMON_MISSING);
    }
    if (words.say("-sock") && words.say("permission denied")) {
      return Found.of(Cause.ACCESS_DENIED);
    }
    return Found.of(Cause.SSH_FAILED);
  }
}
