package org.vitrine.bridge.libvirt;

import java.util.Optional;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * From libvirt's error to the house's. The rooms are asked in turn, by number first; only where
 * libvirt has one number for many causes do they look at its words.
 */
final class ProblemOf {

  private ProblemOf() {}

  /** The failure of the call that this thread has just made. */
  static ProblemException failure(LibvirtExtra libvirt, String subject) {
    return failure(Told.last(libvirt), subject);
  }

  static ProblemException failure(Told told, String subject) {
    return new ProblemException(of(told, subject));
  }

  static Problem of(Told told, String subject) {
    Found found =
        ConnectionProblems.whileOpen(told)
            .or(() -> StorageProblems.of(told))
            .or(() -> NetworkProblems.of(told))
            .or(() -> MachineProblems.of(told))
            .or(() -> GeneralProblems.of(told))
            .orElseGet(() -> Found.of(Cause.UNEXPECTED));
    return problem(found, told, subject);
  }

  /** What kept a host from being opened. */
  static Problem opening(Told told, HostAddress address) {
    Found found =
        ConnectionProblems.whileOpening(told, address)
            .or(() -> GeneralProblems.of(told))
            .orElseGet(() -> Found.of(Cause.UNEXPECTED));
    return problem(found, told, address.host().orElse(""));
  }

  /** What kept a machine from starting; what nothing tells apart is a failed start. */
  static Problem starting(Told told, String subject) {
    Problem problem = of(told, subject);
    boolean vague =
        problem.cause() == Cause.UNEXPECTED
            || (problem.cause() == Cause.ARGUMENT_REFUSED && told.domain() == Code.FROM_QEMU);
    return vague
        ? new Problem(Cause.START_FAILED, subject, problem.detail(), problem.raw())
        : problem;
  }

  private static Problem problem(Found found, Told told, String subject) {
    return new Problem(found.cause(), found.subject().orElse(subject), found.detail(), told.raw());
  }

  /**
   * A cause that a room recognised.
   *
   * @param subject what it is about, where the error names something else than was asked for
   */
  record Found(Cause cause, Optional<String> subject, String detail) {

    static Found of(Cause cause) {
      return new Found(cause, Optional.empty(), "");
    }

    static Found of(Cause cause, String detail) {
      return new Found(cause, Optional.empty(), detail);
    }

    static Found about(Cause cause, String subject) {
      return new Found(cause, subject.isEmpty() ? Optional.empty() : Optional.of(subject), "");
    }
  }
}
