package org.vitrine.model.answer;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vitrine.model.answer.AnswerFault.Kind;

/** Finds what speaks against answers, each fault at its field. */
public final class AnswerCheck {

  /** Who will read the answers; the rules for names differ. */
  public enum Reader {
    UNIX,
    WINDOWS
  }

  /** What login programs take. */
  static final int LONGEST_PASSWORD = 511;

  static final int LONGEST_NAME = 128;
  static final int LONGEST_USER = 32;
  static final int LONGEST_WINDOWS_USER = 20;
  static final int LONGEST_HOSTNAME = 253;
  static final int LONGEST_WINDOWS_HOSTNAME = 15;
  static final int LONGEST_COMMAND = 4096;
  static final int MOST_LINES = 200;

  /** An answer file of the user's own. */
  public static final int LONGEST_FILE = 256 * 1024;

  private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]*");
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final Pattern LANGUAGE =
      Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?(@[a-z]{1,16})?|C");
  private static final Pattern KEYBOARD =
      Pattern.compile("[a-z]{2,16}(\\([A-Za-z0-9_-]{1,32}\\))?");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}");
  private static final Pattern PACKAGE =
      Pattern.compile("[@^]{0,2}[A-Za-z0-9][A-Za-z0-9.+:_-]{0,127}");
  private static final Pattern PRODUCT_KEY = Pattern.compile("[A-Z0-9]{5}(-[A-Z0-9]{5}){4}");
  private static final String NOT_IN_WINDOWS = "\"/\\[]:;|=,+*?<>@%";

  private static final Set<String> TAKEN =
      Set.of(
          "root",
          "daemon",
          "bin",
          "sys",
          "sync",
          "games",
          "man",
          "lp",
          "mail",
          "news",
          "uucp",
          "proxy",
          "www-data",
          "backup",
          "list",
          "irc",
          "gnats",
          "nobody",
          "adm",
          "shutdown",
          "halt",
          "operator",
          "ftp",
          "wheel",
          "users",
          "sudo",
          "admin",
          "staff",
          "messagebus",
          "sshd");

  private static final Set<String> TAKEN_IN_WINDOWS =
      Set.of("administrator", "guest", "defaultaccount", "system", "none", "local service");

  private final Answers answers;
  private final Reader reader;
  private final List<AnswerFault> faults = new ArrayList<>();

  private AnswerCheck(Answers answers, Reader reader) {
    this.answers = answers;
    this.reader = reader;
  }

  /** In the order of the form; empty where nothing is wrong. */
  public static List<AnswerFault> of(Answers answers, Reader reader) {
    AnswerCheck check = new AnswerCheck(answers, reader);
    check.fullName();
    check.user();
    check.passwords();
    check.hostname();
    check.place();
    check.lists();
    check.productKey();
    return List.copyOf(check.faults);
  }

  /** A file of the user's own: text of a size that an answer file can have. */
  public static List<AnswerFault> ofOwnFile(String content) {
    List<AnswerFault> faults = new ArrayList<>();
    if (content.isBlank()) {
      faults.add(new AnswerFault(AnswerField.OWN_FILE, Kind.EMPTY));
    }
    if (content.length() > LONGEST_FILE) {
      faults.add(
          new AnswerFault(AnswerField.OWN_FILE, Kind.TOO_LONG, String.valueOf(LONGEST_FILE)));
    } else if (content.chars().anyMatch(letter -> letter < ' ' && "\n\r\t".indexOf(letter) < 0)
        || content.indexOf('\uFFFD') >= 0
        || Letters.hasLoneSurrogate(content)) {
      faults.add(new AnswerFault(AnswerField.OWN_FILE, Kind.NOT_TEXT));
    }
    return List.copyOf(faults);
  }

  private void add(AnswerField field, Kind kind) {
    faults.add(new AnswerFault(field, kind));
  }

  private void add(AnswerField field, Kind kind, String text) {
    faults.add(new AnswerFault(field, kind, text));
  }

  /** Colons and commas divide the fields of the password file; a backslash joins lines. */
  private void fullName() {
    String name = answers.fullName();
    if (name.length() > LONGEST_NAME) {
      add(AnswerField.FULL_NAME, Kind.TOO_LONG, String.valueOf(LONGEST_NAME));
    } else if (Letters.hasControl(name) || Letters.hasLoneSurrogate(name)) {
      add(AnswerField.FULL_NAME, Kind.NOT_TYPEABLE);
    } else {
      name.chars()
          .filter(letter -> ":,\\".indexOf(letter) >= 0)
          .findFirst()
          .ifPresent(
              letter ->
                  add(AnswerField.FULL_NAME, Kind.LETTER_NOT_POSSIBLE, Character.toString(letter)));
    }
  }

  private void user() {
    String user = answers.user();
    boolean windows = reader == Reader.WINDOWS;
    int longest = windows ? LONGEST_WINDOWS_USER : LONGEST_USER;
    if (user.isEmpty()) {
      add(AnswerField.USER, Kind.EMPTY);
    } else if (user.length() > longest) {
      add(AnswerField.USER, Kind.TOO_LONG, String.valueOf(longest));
    } else if (windows ? !isWindowsUser(user) : !USER.matcher(user).matches()) {
      add(AnswerField.USER, Kind.USER_NAME_NOT_POSSIBLE);
    } else if ((windows ? TAKEN_IN_WINDOWS : TAKEN).contains(user.toLowerCase(Locale.ROOT))) {
      add(AnswerField.USER, Kind.USER_RESERVED, user);
    }
  }

  private static boolean isWindowsUser(String user) {
    return !Letters.hasControl(user)
        && !Letters.hasLoneSurrogate(user)
        && user.chars().noneMatch(letter -> NOT_IN_WINDOWS.indexOf(letter) >= 0)
        && user.equals(user.strip())
        && !user.endsWith(".");
  }

  private void passwords() {
    boolean keysLetIn = reader == Reader.UNIX && !answers.sshKeys().isEmpty();
    password(AnswerField.PASSWORD, answers.password(), keysLetIn);
    if (answers.administrator() instanceof Answers.Administrator.Own own) {
      password(AnswerField.ADMINISTRATOR, own.password(), false);
    }
  }

  private void password(AnswerField field, Secret secret, boolean mayBeEmpty) {
    if (secret.isEmpty()) {
      if (!mayBeEmpty) {
        add(field, Kind.EMPTY);
      }
      return;
    }
    if (secret.length() > LONGEST_PASSWORD) {
      add(field, Kind.TOO_LONG, String.valueOf(LONGEST_PASSWORD));
      return;
    }
    char[] letters = secret.letters();
    try {
      CharBuffer text = CharBuffer.wrap(letters);
      if (StandardCharsets.UTF_8.encode(text.duplicate()).remaining() > LONGEST_PASSWORD) {
        add(field, Kind.TOO_LONG, String.valueOf(LONGEST_PASSWORD));
      } else if (Letters.hasControl(text) || Letters.hasLoneSurrogate(text)) {
        add(field, Kind.NOT_TYPEABLE);
      }
    } finally {
      java.util.Arrays.fill(letters, '\0');
    }
  }

  private void hostname() {
    String name = answers.hostname();
    boolean windows = reader == Reader.WINDOWS;
    int longest = windows ? LONGEST_WINDOWS_HOSTNAME : LONGEST_HOSTNAME;
    if (name.isEmpty()) {
      add(AnswerField.HOSTNAME, Kind.EMPTY);
    } else if (name.length() > longest) {
      add(AnswerField.HOSTNAME, Kind.TOO_LONG, String.valueOf(longest));
    } else if (!isHostname(name, windows)) {
      add(AnswerField.HOSTNAME, Kind.HOSTNAME_NOT_POSSIBLE);
    } else if (name.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
      add(AnswerField.HOSTNAME, Kind.HOSTNAME_ONLY_DIGITS);
    }
  }

  private static boolean isHostname(String name, boolean oneLabel) {
    List<String> labels = List.of(name.split("\\.", -1));
    return (labels.size() == 1 || !oneLabel)
        && labels.stream().allMatch(label -> LABEL.matcher(label).matches());
  }

  private void place() {
    if (!LANGUAGE.matcher(answers.language()).matches()) {
      add(AnswerField.LANGUAGE, Kind.LANGUAGE_NOT_POSSIBLE);
    }
    if (!KEYBOARD.matcher(answers.keyboard()).matches()) {
      add(AnswerField.KEYBOARD, Kind.KEYBOARD_NOT_POSSIBLE);
    }
    if (!ZONE.matcher(answers.timeZone()).matches()
        || !ZoneId.getAvailableZoneIds().contains(answers.timeZone())) {
      add(AnswerField.TIME_ZONE, Kind.TIME_ZONE_UNKNOWN);
    }
  }

  private void lists() {
    if (isShort(AnswerField.PACKAGES, answers.packages())) {
      for (String name : answers.packages()) {
        if (!PACKAGE.matcher(name).matches()) {
          add(
              AnswerField.PACKAGES,
              Kind.PACKAGE_NAME_NOT_POSSIBLE,
              Letters.shown(name.substring(0, Math.min(64, name.length()))));
        }
      }
    }
    if (isShort(AnswerField.SSH_KEYS, answers.sshKeys())) {
      answers.sshKeys().forEach(line -> SshKeyLine.check(line).ifPresent(faults::add));
    }
    if (isShort(AnswerField.COMMANDS, answers.commands())) {
      for (String command : answers.commands()) {
        if (command.length() > LONGEST_COMMAND) {
          add(AnswerField.COMMANDS, Kind.TOO_LONG, String.valueOf(LONGEST_COMMAND));
        } else if (Letters.hasControl(command.replace('\t', ' '))
            || Letters.hasLoneSurrogate(command)) {
          add(AnswerField.COMMANDS, Kind.NOT_TYPEABLE);
        }
      }
    }
  }

  private boolean isShort(AnswerField field, List<String> lines) {
    if (lines.size() > MOST_LINES) {
      add(field, Kind.TOO_MANY, String.valueOf(MOST_LINES));
      return false;
    }
    return true;
  }

  private void productKey() {
    if (!answers.productKey().isEmpty() && !PRODUCT_KEY.matcher(answers.productKey()).matches()) {
      add(AnswerField.PRODUCT_KEY, Kind.PRODUCT_KEY_NOT_POSSIBLE);
    }
  }
}
