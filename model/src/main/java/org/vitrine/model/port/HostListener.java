package org.vitrine.model.port;

import java.util.UUID;

/**
 * Hears what a host says by itself. Called on the thread that dispatches for all hosts: it must
 * only note and return.
 */
public interface HostListener {

  void heard(News news);

  /** What a host can say. */
  sealed interface News {
    /** A machine was defined, changed its state, or its definition. */
    record MachineChanged(UUID machine, Turn turn) implements News {}

    record NetworksChanged() implements News {}

    record PoolsChanged() implements News {}

    /** The way to the host is gone; nothing more will be heard from this session. */
    record Lost(Why why) implements News {}
  }

  /** What turned, where it is known; the state itself is read again in any case. */
  enum Turn {
    STARTED,
    STOPPED,
    STATE,
    DEFINITION,
    REMOVED,
    DISK_ERROR,
    OTHER
  }

  enum Why {
    END_OF_FILE,
    NO_ANSWER,
    ERROR,
    OURSELVES
  }
}
