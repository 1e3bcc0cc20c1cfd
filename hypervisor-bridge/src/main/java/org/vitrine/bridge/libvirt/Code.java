package org.vitrine.bridge.libvirt;

/** libvirt's numbers for errors and for the parts they come from, as far as they are told apart. */
final class Code {

  static final int INTERNAL_ERROR = 1;
  static final int NO_MEMORY = 2;
  static final int NO_SUPPORT = 3;
  static final int UNKNOWN_HOST = 4;
  static final int NO_CONNECT = 5;
  static final int INVALID_CONN = 6;
  static final int INVALID_DOMAIN = 7;
  static final int INVALID_ARG = 8;
  static final int OPERATION_FAILED = 9;
  static final int OS_TYPE = 16;
  static final int XML_ERROR = 27;
  static final int DOM_EXIST = 28;
  static final int OPERATION_DENIED = 29;
  static final int OPEN_FAILED = 30;
  static final int READ_FAILED = 31;
  static final int CONF_SYNTAX = 33;
  static final int WRITE_FAILED = 34;
  static final int XML_DETAIL = 35;
  static final int NETWORK_EXIST = 37;
  static final int SYSTEM_ERROR = 38;
  static final int RPC = 39;
  static final int GNUTLS_ERROR = 40;
  static final int NO_DOMAIN = 42;
  static final int NO_NETWORK = 43;
  static final int INVALID_MAC = 44;
  static final int AUTH_FAILED = 45;
  static final int INVALID_STORAGE_POOL = 46;
  static final int INVALID_STORAGE_VOL = 47;
  static final int NO_STORAGE_POOL = 49;
  static final int NO_STORAGE_VOL = 50;
  static final int NO_NODE_DEVICE = 53;
  static final int OPERATION_INVALID = 55;
  static final int NO_INTERFACE = 57;
  static final int BUILD_FIREWALL = 63;
  static final int NO_SECRET = 66;
  static final int CONFIG_UNSUPPORTED = 67;
  static final int OPERATION_TIMEOUT = 68;
  static final int INVALID_DOMAIN_SNAPSHOT = 71;
  static final int NO_DOMAIN_SNAPSHOT = 72;
  static final int ARGUMENT_UNSUPPORTED = 74;
  static final int STORAGE_PROBE_FAILED = 75;
  static final int SNAPSHOT_REVERT_RISKY = 77;
  static final int OPERATION_ABORTED = 78;
  static final int AUTH_CANCELLED = 79;
  static final int NO_DOMAIN_METADATA = 80;
  static final int OVERFLOW = 82;
  static final int BLOCK_COPY_ACTIVE = 83;
  static final int OPERATION_UNSUPPORTED = 84;
  static final int SSH = 85;
  static final int AGENT_UNRESPONSIVE = 86;
  static final int RESOURCE_BUSY = 87;
  static final int ACCESS_DENIED = 88;
  static final int DBUS_SERVICE = 89;
  static final int STORAGE_VOL_EXIST = 90;
  static final int CPU_INCOMPATIBLE = 91;
  static final int XML_INVALID_SCHEMA = 92;
  static final int AUTH_UNAVAILABLE = 94;
  static final int NO_SERVER = 95;
  static final int AGENT_UNSYNCED = 97;
  static final int LIBSSH = 98;
  static final int DEVICE_MISSING = 99;
  static final int NO_HOSTNAME = 108;

  static final int FROM_XML = 5;
  static final int FROM_RPC = 7;
  static final int FROM_QEMU = 10;
  static final int FROM_REMOTE = 13;
  static final int FROM_STORAGE = 18;
  static final int FROM_NETWORK = 19;
  static final int FROM_DOMAIN = 20;
  static final int FROM_CPU = 31;
  static final int FROM_SNAPSHOT = 35;
  static final int FROM_SSH = 50;
  static final int FROM_LIBSSH = 66;

  private Code() {}
}
