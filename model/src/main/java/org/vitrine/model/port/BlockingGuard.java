package org.vitrine.model.port;

/**
 * Asked before every call that may block. The app's fails where the caller is the window's thread.
 */
@FunctionalInterface
public interface BlockingGuard {

  /** Lets everyone through. */
  BlockingGuard NONE = () -> {};

  /** Throws where the calling thread must not wait. */
  void check();
}
