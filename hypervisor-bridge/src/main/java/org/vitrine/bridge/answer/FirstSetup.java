package org.vitrine.bridge.answer;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.model.answer.Answers;

/** What root does in the new system that the installer's own language has no word for. */
final class FirstSetup {

  private FirstSetup() {}

  /** Lines of a shell script; empty where there is nothing to do. */
  static List<String> lines(Answers answers) {
    List<String> lines = new ArrayList<>();
    String user = answers.user();
    if (!answers.sshKeys().isEmpty()) {
      lines.add("home=$(getent passwd " + user + " | cut -d: -f6)");
      lines.add("mkdir -p -m 0700 \"$home/.ssh\"");
      for (String key : answers.sshKeys()) {
        lines.add("printf '%s\\n' " + quoted(key) + " >> \"$home/.ssh/authorized_keys\"");
      }
      lines.add("chmod 0600 \"$home/.ssh/authorized_keys\"");
      lines.add("chown -R " + user + ": \"$home/.ssh\"");
    }
    // each in a shell of its own: an open quote in one does not swallow the rest
    answers.commands().stream()
        .filter(command -> !command.isBlank())
        .forEach(command -> lines.add("sh -c " + quoted(command)));
    return lines;
  }

  /** One word for a shell, whatever it holds. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
