package org.vitrine.model.port;

/** Asked before each call that may wait for a host; throws on a thread that must never wait. */
@FunctionalInterface
public interface BlockingGuard {

  BlockingGuard NONE = call -> {};

  void beforeBlocking(String call);
}
