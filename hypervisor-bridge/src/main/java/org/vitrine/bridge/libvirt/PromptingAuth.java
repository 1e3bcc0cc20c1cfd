package org.vitrine.bridge.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.libvirt.ConnectAuth;
import org.libvirt.jna.virConnectCredential;
import org.vitrine.model.port.CredentialPrompt;

/**
 * Answers what a host asks through the prompt. The inherited callback is replaced as a whole: it
 * hands memory to libvirt that both sides free, which ends the process.
 */
final class PromptingAuth extends ConnectAuth {

  private static final int SIZE = 48;
  private static final int PROMPT_AT = 8;
  private static final int PRESET_AT = 24;
  private static final int RESULT_AT = 32;
  private static final int LENGTH_AT = 40;
  private static final int MOST = 16;

  private final CredentialPrompt prompt;
  private volatile boolean cancelled;

  PromptingAuth(CredentialPrompt prompt) {
    this.prompt = prompt;
    credType =
        new CredentialType[] {
          CredentialType.VIR_CRED_USERNAME,
          CredentialType.VIR_CRED_AUTHNAME,
          CredentialType.VIR_CRED_PASSPHRASE,
          CredentialType.VIR_CRED_ECHOPROMPT,
          CredentialType.VIR_CRED_NOECHOPROMPT,
          CredentialType.VIR_CRED_REALM
        };
  }

  @Override
  public int authCallback(virConnectCredential credentials, int count, Pointer data) {
    try {
      // else the structure is written back after this returns, over what is set here
      credentials.setAutoSynch(false);
      if (count <= MOST && answer(credentials.getPointer(), count)) {
        return 0;
      }
    } catch (RuntimeException failure) {
      // a prompt that fails has answered nothing
    }
    cancelled = true;
    return -1;
  }

  /** Whether a question was left without an answer: libvirt calls that a failed login. */
  boolean isCancelled() {
    return cancelled;
  }

  private boolean answer(Pointer first, int count) {
    for (int i = 0; i < count; i++) {
      Pointer at = first.share((long) i * SIZE);
      CredentialType type = CredentialType.mapFromInt(at.getInt(0));
      boolean secret =
          type == CredentialType.VIR_CRED_PASSPHRASE
              || type == CredentialType.VIR_CRED_NOECHOPROMPT;
      Optional<String> answer =
          prompt.answer(
              new CredentialPrompt.Question(
                  Told.text(at.getPointer(PROMPT_AT)),
                  Told.text(at.getPointer(PRESET_AT)),
                  secret));
      if (answer.isEmpty()) {
        return false;
      }
      byte[] bytes = answer.orElseThrow().getBytes(StandardCharsets.UTF_8);
      Pointer result = new Pointer(Native.malloc(bytes.length + 1L));
      result.write(0, bytes, 0, bytes.length);
      result.setByte(bytes.length, (byte) 0);
      at.setPointer(RESULT_AT, result);
      at.setInt(LENGTH_AT, bytes.length);
    }
    return true;
  }

  @Override
  public int callback(Credential[] credentials) {
    return -1;
  }
}
