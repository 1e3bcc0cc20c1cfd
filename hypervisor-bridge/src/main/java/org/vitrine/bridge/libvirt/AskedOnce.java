package org.vitrine.bridge.libvirt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.model.port.CredentialPrompt;

/** Asks the same question only once; lives no longer than the opening of one host. */
final class AskedOnce implements CredentialPrompt {

  private final CredentialPrompt prompt;
  private final Map<Question, String> answers = new HashMap<>();

  AskedOnce(CredentialPrompt prompt) {
    this.prompt = prompt;
  }

  @Override
  public Optional<String> answer(Question question) {
    String known = answers.get(question);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> answer = prompt.answer(question);
    answer.ifPresent(text -> answers.put(question, text));
    return answer;
  }
}
