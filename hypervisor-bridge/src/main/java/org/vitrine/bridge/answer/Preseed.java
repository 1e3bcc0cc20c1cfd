package org.vitrine.bridge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.model.plan.Setup;

/**
 * The Debian installer's answers: {@code owner question type value}, one a line. Of two lines with
 * the same question the last one counts, which some scripts forget.
 */
final class Preseed {

  /** Lies beside the answers and is run in the new system. */
  static final String SETUP = "vitrine-setup.sh";

  private static final Pattern LINE =
      Pattern.compile("\\s*([a-z0-9-]+)\\s+([A-Za-z0-9/._-]+)(?:\\s+(\\S+)(?:\\s(.*))?)?");
  private static final Set<String> TYPES =
      Set.of("string", "boolean", "select", "multiselect", "note", "password", "text");
  private static final Set<String> OURS =
      Set.of(
          "passwd/root-login",
          "passwd/make-user",
          "passwd/root-password",
          "passwd/root-password-again",
          "passwd/root-password-crypted",
          "passwd/user-fullname",
          "passwd/username",
          "passwd/user-password",
          "passwd/user-password-again",
          "passwd/user-password-crypted",
          "pkgsel/include",
          "preseed/late_command");

  private final Filling filling;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> packages = new TreeSet<>();
  private final List<String> late = new ArrayList<>();

  private Preseed(Filling filling) {
    this.filling = filling;
  }

  static List<Setup.AnswerFile> files(String name, String script, Filling filling) {
    Preseed preseed = new Preseed(filling);
    joined(script).forEach(preseed::line);
    preseed.accounts();
    List<String> setup = FirstSetup.lines(filling.answers());
    preseed.endings(!setup.isEmpty());
    List<Setup.AnswerFile> files = new ArrayList<>();
    files.add(new Setup.AnswerFile(name, String.join("\n", preseed.lines) + "\n"));
    if (!setup.isEmpty()) {
      files.add(new Setup.AnswerFile(SETUP, "#!/bin/sh\n" + String.join("\n", setup) + "\n"));
    }
    return files;
  }

  /** A backslash at a line's end joins it with the next one. */
  static List<String> joined(String script) {
    List<String> joined = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String raw : script.split("\n", -1)) {
      String text = raw.stripTrailing();
      if (text.endsWith("\\")) {
        line.append(text, 0, text.length() - 1);
        continue;
      }
      joined.add(line.append(text).toString());
      line.setLength(0);
    }
    return joined;
  }

  private void line(String line) {
    Matcher parts = LINE.matcher(line);
    if (line.isBlank() || line.startsWith("#") || !parts.matches()) {
      if (!line.isBlank()) {
        lines.add(line);
      }
      return;
    }
    String question = parts.group(2);
    String type = parts.group(3) == null ? "" : parts.group(3);
    String value = parts.group(4) == null ? "" : parts.group(4).strip();
    if (!OURS.contains(question)) {
      // some scripts forget the type; the installer would skip the line
      lines.add(
          TYPES.contains(type) || type.isEmpty()
              ? line.strip()
              : parts.group(1) + " " + question + " string " + (type + " " + value).strip());
      return;
    }
    switch (question) {
      case "pkgsel/include" -> packages.addAll(List.of(value.split("\\s+")));
      case "preseed/late_command" -> late.add(value.replaceAll("[\\s;]+$", ""));
      default -> {
        // accounts are written as a whole
      }
    }
  }

  private void accounts() {
    lines.add("d-i passwd/root-login boolean " + filling.rootSignsIn());
    if (filling.rootSignsIn()) {
      lines.add("d-i passwd/root-password-crypted password " + filling.adminHash());
    }
    lines.add("d-i passwd/make-user boolean true");
    lines.add("d-i passwd/user-fullname string " + filling.fullName());
    lines.add("d-i passwd/username string " + filling.answers().user());
    lines.add("d-i passwd/user-password-crypted password " + filling.userHash());
  }

  private void endings(boolean setup) {
    packages.addAll(filling.answers().packages());
    packages.removeIf(String::isBlank);
    if (!filling.answers().sshKeys().isEmpty()) {
      packages.add("openssh-server");
    }
    if (!packages.isEmpty()) {
      lines.add("d-i pkgsel/include string " + String.join(" ", packages));
    }
    if (setup) {
      late.add("cp /" + SETUP + " /target/root/" + SETUP);
      late.add("in-target sh /root/" + SETUP);
      late.add("rm -f /target/root/" + SETUP);
    }
    if (!late.isEmpty()) {
      lines.add("d-i preseed/late_command string " + String.join(" ; ", late));
    }
  }
}
