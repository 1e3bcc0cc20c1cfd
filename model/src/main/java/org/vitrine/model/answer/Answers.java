package org.vitrine.model.answer;

import java.util.List;

/**
 * What an installer, or a system at its first start, would ask for.
 *
 * @param password of the user; empty only where a key lets the user in
 * @param language a locale's name without its encoding, as {@code de_CH}
 * @param keyboard a layout as X names it, with its variant, as {@code de(nodeadkeys)}
 * @param timeZone as {@code Europe/Zurich}
 * @param packages to be installed besides what the system brings
 * @param sshKeys public keys, one line each
 * @param productKey empty where the system asks for none
 * @param commands run once by root in the installed system, in order
 */
public record Answers(
    String fullName,
    String user,
    Secret password,
    Administrator administrator,
    String hostname,
    String language,
    String keyboard,
    String timeZone,
    List<String> packages,
    List<String> sshKeys,
    String productKey,
    List<String> commands) {

  public Answers {
    packages = List.copyOf(packages);
    sshKeys = List.copyOf(sshKeys);
    commands = List.copyOf(commands);
  }

  /** Who may do everything. */
  public sealed interface Administrator {

    /** Nobody can sign in as root; the user may act as root with the own password. */
    record UserOnly() implements Administrator {}

    /** Root signs in with the user's password. */
    record SamePassword() implements Administrator {}

    /** Root has a password of its own. */
    record Own(Secret password) implements Administrator {}
  }

  /** Wipes the passwords: to be called when the form is gone. */
  public void wipe() {
    password.wipe();
    if (administrator instanceof Administrator.Own own) {
      own.password().wipe();
    }
  }

  public Answers withPassword(Secret typed) {
    return new Answers(
        fullName,
        user,
        typed,
        administrator,
        hostname,
        language,
        keyboard,
        timeZone,
        packages,
        sshKeys,
        productKey,
        commands);
  }

  public Answers withHostname(String name) {
    return new Answers(
        fullName,
        user,
        password,
        administrator,
        name,
        language,
        keyboard,
        timeZone,
        packages,
        sshKeys,
        productKey,
        commands);
  }
}
