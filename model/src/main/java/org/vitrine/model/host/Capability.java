package org.vitrine.model.host;

/** What some hosts can do and others cannot. */
public enum Capability {
  PAUSE,
  REBOOT,
  RESET,
  SAVE,
  AUTOSTART,
  START_PAUSED,
  USAGE,
  ADDRESSES,
  LABELS,
  NETWORKS,
  STORAGE,
  SCREENSHOT
}
