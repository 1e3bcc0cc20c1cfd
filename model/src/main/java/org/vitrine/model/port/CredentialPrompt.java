package org.vitrine.model.port;

import java.util.Optional;

/** Asks the user for what a host wants to know before it lets anyone in. */
@FunctionalInterface
public interface CredentialPrompt {

  /** Knows nothing: every question is cancelled. */
  CredentialPrompt NONE = question -> Optional.empty();

  /**
   * Blocks until the user answered or cancelled (empty).
   *
   * @param question what the host asked
   */
  Optional<String> answer(Question question);

  /** A question of a host. */
  record Question(String prompt, String preset, boolean secret) {}
}
