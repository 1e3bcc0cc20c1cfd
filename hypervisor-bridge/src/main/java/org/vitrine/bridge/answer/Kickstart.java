package org.vitrine.bridge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Red Hat's answers: commands, a list of packages, and shell scripts that run in the new system.
 * The scripts of the catalogue set passwords as they are; here their hashes take that place.
 */
final class Kickstart {

  private static final Pattern ROOT = Pattern.compile("(?m)^rootpw .*$");
  private static final Pattern USER_COMMAND = Pattern.compile("(?m)^user --name.*$");

  /** {@code if ...; then ... echo 'PASSWORD' | passwd --stdin ... fi}. */
  private static final Pattern PASSWORD_IN_POST =
      Pattern.compile(
          "(?m)^if test -[zn] '[^'\\n]*'(?: && test -n '[^'\\n]*')?; then\\n"
              + "(?:(?!^fi$)[^\\n]*\\n)*?"
              + "[^\\n]*'"
              + "(?:"
              + Filling.USER_PASSWORD
              + "|"
              + Filling.ADMIN_PASSWORD
              + ")' *\\|[^\\n]*\\n"
              + "(?:(?!^fi$)[^\\n]*\\n)*?fi$");

  private static final Pattern ADDS_USER = Pattern.compile("(?m)^\\s*useradd .*$\\n?");
  private static final Pattern PACKAGES = Pattern.compile("(?m)^%packages.*$");
  private static final Pattern SEVERAL_BLANKS = Pattern.compile("\\n[ \\t]*(\\n[ \\t]*)+\\n");

  private Kickstart() {}

  static String finished(String script, Filling filling) {
    String text = script.strip() + "\n";
    text = PASSWORD_IN_POST.matcher(text).replaceAll("");
    text = ADDS_USER.matcher(text).replaceAll("");
    text = USER_COMMAND.matcher(text).replaceAll("");
    String accounts = String.join("\n", accounts(filling));
    text =
        ROOT.matcher(text).find()
            ? ROOT.matcher(text).replaceFirst(java.util.regex.Matcher.quoteReplacement(accounts))
            : accounts + "\n" + text;
    text = packages(text, filling.answers().packages());
    text = SEVERAL_BLANKS.matcher(text).replaceAll("\n\n");
    List<String> post = new ArrayList<>();
    post.add("usermod -c " + FirstSetup.quoted(filling.fullName()) + " " + user(filling));
    post.addAll(FirstSetup.lines(filling.answers()));
    return text + "\n%post\n" + String.join("\n", post) + "\n%end\n";
  }

  /** A hash has no blank and no quote, so it is one word of the installer's. */
  private static List<String> accounts(Filling filling) {
    return List.of(
        filling.rootSignsIn() ? "rootpw --iscrypted " + filling.adminHash() : "rootpw --lock",
        "user --name="
            + user(filling)
            + " --groups=wheel"
            + (filling.userHash().equals(Filling.NO_PASSWORD)
                ? " --lock"
                : " --iscrypted --password=" + filling.userHash()));
  }

  private static String user(Filling filling) {
    return filling.answers().user();
  }

  private static String packages(String text, List<String> wanted) {
    if (wanted.isEmpty()) {
      return text;
    }
    String names = String.join("\n", wanted);
    java.util.regex.Matcher section = PACKAGES.matcher(text);
    return section.find()
        ? text.substring(0, section.end()) + "\n" + names + text.substring(section.end())
        : text + "\n%packages\n" + names + "\n%end\n";
  }
}
