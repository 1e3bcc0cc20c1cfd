package org.vitrine.bridge.libvirt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.libvirt.ProblemOf.Found;
import org.vitrine.model.problem.Cause;

/** What can be wrong with a machine. */
final class MachineProblems {

  private MachineProblems() {}

  static Optional<Found> of(Told told) {
    return Optional.ofNullable(
        switch (told.code()) {
          case Code.NO_DOMAIN, Code.INVALID_DOMAIN -> Found.of(Cause.MACHINE_GONE);
          case Code.DOM_EXIST -> Found.of(Cause.NAME_TAKEN, Words.of(told).quoted());
          case Code.AGENT_UNRESPONSIVE, Code.AGENT_UNSYNCED -> Found.of(Cause.GUEST_AGENT_SILENT);
          case Code.CPU_INCOMPATIBLE -> Found.of(Cause.PROCESSOR_NOT_SUPPORTED);
          case Code.XML_ERROR, Code.XML_DETAIL, Code.XML_INVALID_SCHEMA, Code.OS_TYPE ->
              Found.of(Cause.DEFINITION_INVALID);
          case Code.NO_DOMAIN_SNAPSHOT, Code.INVALID_DOMAIN_SNAPSHOT ->
              Found.of(Cause.SNAPSHOT_GONE, Words.of(told).quoted());
          case Code.SNAPSHOT_REVERT_RISKY -> Found.of(Cause.SNAPSHOT_UNSUPPORTED);
          case Code.BLOCK_COPY_ACTIVE -> Found.of(Cause.MACHINE_BUSY);
          case Code.DEVICE_MISSING, Code.NO_NODE_DEVICE ->
              Found.of(Cause.DEVICE_MISSING, Words.of(told).quoted());
          case Code.RESOURCE_BUSY -> Found.of(Cause.DEVICE_IN_USE);
          case Code.OPERATION_TIMEOUT -> late(Words.of(told));
          case Code.ARGUMENT_UNSUPPORTED, Code.OPERATION_UNSUPPORTED, Code.CONFIG_UNSUPPORTED ->
              unsupported(told);
          case Code.OPERATION_INVALID -> state(Words.of(told));
          case Code.INVALID_ARG ->
              Words.of(told).say("type=kvm") ? Found.of(Cause.KVM_UNUSABLE) : null;
          case Code.OPERATION_FAILED -> failed(Words.of(told));
          case Code.SYSTEM_ERROR -> system(told);
          case Code.INTERNAL_ERROR ->
              told.domain() == Code.FROM_CPU
                  ? Found.of(Cause.PROCESSOR_NOT_SUPPORTED)
                  : process(Words.of(told));
          default -> null;
        });
  }

  /** One number for every lock that was not had; held by a monitor, the emulator is mute. */
  private static Found late(Words words) {
    if (words.say("state change lock")) {
      return Found.of(words.say("held by monitor=") ? Cause.MONITOR_SILENT : Cause.MACHINE_BUSY);
    }
    return Found.of(Cause.TIMED_OUT);
  }

  private static Found unsupported(Told told) {
    Words words = Words.of(told);
    if (words.say("guest agent")) {
      return Found.of(Cause.GUEST_AGENT_SILENT);
    }
    if (told.domain() == Code.FROM_SNAPSHOT || words.say("snapshot")) {
      return Found.of(Cause.SNAPSHOT_UNSUPPORTED);
    }
    Found tool = tool(words);
    if (tool != null) {
      return tool;
    }
    if (told.domain() == Code.FROM_CPU || words.say("cpu mode")) {
      return Found.of(Cause.PROCESSOR_NOT_SUPPORTED);
    }
    return Found.of(
        told.code() == Code.CONFIG_UNSUPPORTED
            ? Cause.CONFIGURATION_UNSUPPORTED
            : Cause.NOT_SUPPORTED_HERE);
  }

  /** A name that is taken has the number of a wrong state when a machine is renamed. */
  private static Found state(Words words) {
    return words.say("already exists")
        ? Found.of(Cause.NAME_TAKEN, words.quoted())
        : Found.of(Cause.NOT_IN_THIS_STATE);
  }

  /** "Operation failed" is what a taken name, missing firmware and a bad saved state all get. */
  private static @Nullable Found failed(Words words) {
    if (words.say("is already defined with uuid")) {
      return Found.of(Cause.UUID_TAKEN, words.quoted());
    }
    if (words.say("already exists with uuid")) {
      return Found.of(Cause.NAME_TAKEN, words.quoted());
    }
    if (words.say("with mac") && words.say("already exists")) {
      return Found.of(Cause.MAC_TAKEN, words.after("mac"));
    }
    Found tool = tool(words);
    return tool != null ? tool : process(words);
  }

  private static @Nullable Found system(Told told) {
    Words words = Words.of(told);
    return words.sayAny("cannot check qemu binary", "qemu-system") && told.number() == Errno.ENOENT
        ? Found.of(Cause.EMULATOR_MISSING, words.quoted())
        : null;
  }

  private static @Nullable Found tool(Words words) {
    if (words.sayAny("firmware to satisfy", "unable to find any firmware", "any efi firmware")) {
      return Found.of(Cause.FIRMWARE_MISSING);
    }
    if (words.sayAny("swtpm", "tpm emulator", "tpm version")) {
      return Found.of(Cause.TPM_EMULATOR_MISSING);
    }
    if (words.sayAny("virt type 'kvm'", "kvm is not available", "/dev/kvm")) {
      return Found.of(Cause.KVM_UNUSABLE);
    }
    if (words.sayAny("unable to find an emulator", "no emulator found", "find qemu binary")) {
      return Found.of(Cause.EMULATOR_MISSING, words.quoted());
    }
    return null;
  }

  /** The emulator that did not start: libvirt passes its last words on under one number. */
  private static @Nullable Found process(Words words) {
    if (words.sayAny("is already running", "is not running", "already active")) {
      return Found.of(Cause.NOT_IN_THIS_STATE);
    }
    if (words.sayAny("kvm kernel module", "failed to initialize kvm", "invalid accelerator kvm")) {
      return Found.of(Cause.KVM_UNUSABLE);
    }
    if (words.sayAny("cannot set up guest memory", "cannot allocate memory", "out of memory")) {
      return Found.of(Cause.NO_MEMORY);
    }
    if (words.sayAny(
        "qemu header",
        "magic is incorrect",
        "save image",
        "saved state",
        "load of migration failed")) {
      return Found.of(Cause.SAVED_STATE_UNREADABLE);
    }
    if (words.sayAny("host doesn't support", "unable to find cpu model", "cpu model")) {
      return Found.of(Cause.PROCESSOR_NOT_SUPPORTED);
    }
    if (words.say("agent is not")) {
      return Found.of(Cause.GUEST_AGENT_SILENT);
    }
    Found tool = tool(words);
    if (tool != null) {
      return tool;
    }
    return words.sayAny(
            "process exited", "unexpectedly closed the monitor", "monitor socket did not show up")
        ? Found.of(Cause.START_FAILED)
        : null;
  }
}
