package org.vitrine.model.problem;

import java.util.Optional;

/**
 * What can go wrong, by cause. The app's bundle has what happened, why and what to do for each one;
 * a test holds that none is without words.
 */
public enum Cause {
  // the way to a host
  DAEMON_NOT_RUNNING(Remedy.RETRY),
  DAEMON_MISSING(Remedy.COPY_COMMAND),
  ACCESS_DENIED(Remedy.COPY_COMMAND),
  AUTHENTICATION_FAILED(Remedy.RETRY),
  AUTHENTICATION_CANCELLED(Remedy.RETRY),
  HOST_UNKNOWN(Remedy.EDIT_HOST),
  HOST_UNREACHABLE(Remedy.RETRY),
  CONNECTION_REFUSED(Remedy.RETRY),
  CONNECTION_LOST(Remedy.RETRY),
  HOST_KEY_UNKNOWN(Remedy.COPY_COMMAND),
  HOST_KEY_CHANGED(Remedy.NONE),
  SSH_MISSING(Remedy.COPY_COMMAND),
  SSH_FAILED(Remedy.RETRY),
  SSH_KEY_LOCKED(Remedy.COPY_COMMAND),
  CERTIFICATE_REFUSED(Remedy.EDIT_HOST),
  TIMED_OUT(Remedy.RETRY),
  HOST_SILENT(Remedy.RETRY),
  ADDRESS_REFUSED(Remedy.EDIT_HOST),
  DRIVER_MISSING(Remedy.COPY_COMMAND),
  VERSION_TOO_OLD(Remedy.NONE),
  SAME_HOST_TWICE(Remedy.NONE),
  TOO_MANY_CLIENTS(Remedy.RETRY),
  LIBRARY_MISSING(Remedy.COPY_COMMAND),
  RUNTIME_FOLDER_MISSING(Remedy.NONE),
  // machines
  MACHINE_GONE(Remedy.NONE),
  MACHINE_BUSY(Remedy.RETRY),
  NAME_TAKEN(Remedy.NONE),
  UUID_TAKEN(Remedy.NONE),
  MAC_TAKEN(Remedy.NONE),
  NOT_IN_THIS_STATE(Remedy.NONE),
  SAVED_STATE_UNREADABLE(Remedy.DISCARD_SAVED_STATE),
  SHUT_DOWN_IGNORED(Remedy.FORCE_OFF),
  GUEST_AGENT_SILENT(Remedy.NONE),
  EMULATOR_MISSING(Remedy.COPY_COMMAND),
  KVM_UNUSABLE(Remedy.NONE),
  FIRMWARE_MISSING(Remedy.COPY_COMMAND),
  TPM_EMULATOR_MISSING(Remedy.COPY_COMMAND),
  PROCESSOR_NOT_SUPPORTED(Remedy.NONE),
  DEFINITION_INVALID(Remedy.NONE),
  CONFIGURATION_UNSUPPORTED(Remedy.NONE),
  START_FAILED(Remedy.NONE),
  MONITOR_SILENT(Remedy.FORCE_OFF),
  // memory, disks, storage
  NO_MEMORY(Remedy.NONE),
  NO_SPACE(Remedy.NONE),
  DISK_IN_USE(Remedy.NONE),
  DISK_OF_ANOTHER(Remedy.NONE),
  DISK_MISSING(Remedy.NONE),
  DISK_NOT_PERMITTED(Remedy.NONE),
  DISK_DAMAGED(Remedy.NONE),
  PORT_TAKEN(Remedy.NONE),
  DEVICE_MISSING(Remedy.NONE),
  DEVICE_IN_USE(Remedy.NONE),
  POOL_GONE(Remedy.NONE),
  POOL_INACTIVE(Remedy.START_POOL),
  VOLUME_GONE(Remedy.NONE),
  ALREADY_EXISTS(Remedy.NONE),
  // networks
  NETWORK_INACTIVE(Remedy.START_NETWORK),
  NETWORK_GONE(Remedy.NONE),
  NETWORK_CLASH(Remedy.NONE),
  NETWORK_NOT_PERMITTED(Remedy.NONE),
  // the rest
  SNAPSHOT_GONE(Remedy.NONE),
  SNAPSHOT_UNSUPPORTED(Remedy.NONE),
  SECRET_MISSING(Remedy.NONE),
  NOT_SUPPORTED_HERE(Remedy.NONE),
  NOT_ALLOWED_READ_ONLY(Remedy.NONE),
  ARGUMENT_REFUSED(Remedy.NONE),
  CANCELLED(Remedy.NONE),
  FILES_NOT_WRITABLE(Remedy.NONE),
  TOOL_FAILED(Remedy.NONE),
  TOOL_MISSING(Remedy.COPY_COMMAND),
  SAMPLE_IMPOSSIBLE(Remedy.NONE),
  OUT_OF_RESOURCES(Remedy.NONE),
  UNEXPECTED(Remedy.NONE);

  private final Remedy remedy;

  Cause(Remedy remedy) {
    this.remedy = remedy;
  }

  /** What the button of the message does; empty where there is no button to offer. */
  public Optional<Remedy> remedy() {
    return remedy == Remedy.NONE ? Optional.empty() : Optional.of(remedy);
  }
}
