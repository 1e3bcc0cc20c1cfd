package org.vitrine.bridge.answer;

import java.security.SecureRandom;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.answer.Secret;

/**
 * Answers on their way into a file. Where a script would write a password or a free text into a
 * language that it does not quote for, it is given a mark; what knows the language puts the value
 * in the mark's place.
 *
 * @param userHash what the user's password becomes in a Unix system; {@code *} lets nobody in by
 *     password
 * @param adminHash likewise for root; {@code *} where root does not sign in
 */
record Filling(Answers answers, String userHash, String adminHash) {

  static final String USER_PASSWORD = "VITRINE_USER_PASSWORD";
  static final String ADMIN_PASSWORD = "VITRINE_ADMIN_PASSWORD";
  static final String FULL_NAME = "VITRINE_FULL_NAME";

  static final String NO_PASSWORD = "*";

  static Filling of(Answers answers, SecureRandom random) {
    String user = hash(answers.password(), random);
    return new Filling(
        answers,
        user,
        switch (answers.administrator()) {
          case Answers.Administrator.UserOnly _ -> NO_PASSWORD;
          case Answers.Administrator.SamePassword _ -> user;
          case Answers.Administrator.Own(Secret password) -> hash(password, random);
        });
  }

  private static String hash(Secret password, SecureRandom random) {
    return password.isEmpty() ? NO_PASSWORD : Sha512Crypt.hash(password, random);
  }

  boolean rootSignsIn() {
    return !adminHash.equals(NO_PASSWORD);
  }

  String fullName() {
    String name = answers.fullName().strip();
    return name.isEmpty() ? answers.user() : name;
  }

  /** The name without its domain. */
  String shortHostname() {
    int dot = answers.hostname().indexOf('.');
    return dot < 0 ? answers.hostname() : answers.hostname().substring(0, dot);
  }

  String domain() {
    int dot = answers.hostname().indexOf('.');
    return dot < 0 ? "" : answers.hostname().substring(dot + 1);
  }

  String layout() {
    int bracket = answers.keyboard().indexOf('(');
    return bracket < 0 ? answers.keyboard() : answers.keyboard().substring(0, bracket);
  }

  String variant() {
    int bracket = answers.keyboard().indexOf('(');
    return bracket < 0
        ? ""
        : answers.keyboard().substring(bracket + 1, answers.keyboard().length() - 1);
  }

  /** With its encoding, as the newer readers want it. */
  String locale() {
    String language = answers.language();
    if (language.equals("C")) {
      return "C.UTF-8";
    }
    int at = language.indexOf('@');
    return at < 0
        ? language + ".UTF-8"
        : language.substring(0, at) + ".UTF-8" + language.substring(at);
  }
}
