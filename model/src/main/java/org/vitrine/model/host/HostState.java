package org.vitrine.model.host;

import java.time.Instant;
import org.vitrine.model.problem.Problem;

/** What is known of the way to a host. */
public sealed interface HostState {

  /** Nobody asked for it, or the user disconnected. */
  record Disconnected() implements HostState {}

  record Connecting(int attempt) implements HostState {}

  record Connected() implements HostState {}

  /** Still connected, but nothing has come back since then: its machines are shown greyed. */
  record Silent(Instant since) implements HostState {}

  /** The way was lost and is tried again by itself. */
  record Lost(Problem problem, Instant nextTry) implements HostState {}

  /** Trying again would not help: the user has to do something first. */
  record Refused(Problem problem) implements HostState {}

  default boolean isUp() {
    return this instanceof Connected;
  }
}
