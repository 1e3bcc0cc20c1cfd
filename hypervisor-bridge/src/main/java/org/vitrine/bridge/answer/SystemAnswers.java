package org.vitrine.bridge.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.vitrine.model.answer.AnswerCheck;
import org.vitrine.model.answer.AnswerField;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.answer.Secret;

/** Answers as this computer would give them: its user, language, keyboard and time zone. */
public final class SystemAnswers {

  private static final long LARGEST = 1024 * 1024;
  private static final String USER = "user";

  private final Path etc;
  private final Map<String, String> environment;
  private final String userName;

  /**
   * @param etc the folder of the system's settings
   */
  public SystemAnswers(Path etc, Map<String, String> environment, String userName) {
    this.etc = etc;
    this.environment = Map.copyOf(environment);
    this.userName = userName;
  }

  public static SystemAnswers ofThisComputer() {
    return new SystemAnswers(Path.of("/etc"), System.getenv(), System.getProperty("user.name", ""));
  }

  /** Whatever this computer says, the answers can be used. Blocks on the disk. */
  Answers read() {
    String language = language();
    Answers found = answers(fullName(), userName, language, keyboard(language), timeZone());
    List<AnswerField> wrong =
        AnswerCheck.of(found, AnswerCheck.Reader.UNIX).stream()
            .map(fault -> fault.field())
            .toList();
    return answers(
        wrong.contains(AnswerField.FULL_NAME) || wrong.contains(AnswerField.USER)
            ? ""
            : found.fullName(),
        wrong.contains(AnswerField.USER) ? USER : found.user(),
        wrong.contains(AnswerField.LANGUAGE) ? "en_US" : found.language(),
        wrong.contains(AnswerField.KEYBOARD) ? "us" : found.keyboard(),
        wrong.contains(AnswerField.TIME_ZONE) ? "UTC" : found.timeZone());
  }

  private static Answers answers(
      String fullName, String user, String language, String keyboard, String timeZone) {
    return new Answers(
        fullName,
        user,
        Secret.none(),
        new Answers.Administrator.UserOnly(),
        "",
        language,
        keyboard,
        timeZone,
        List.of(),
        List.of(),
        "",
        List.of());
  }

  private String fullName() {
    for (String line : text("passwd").split("\n", -1)) {
      String[] fields = line.split(":", -1);
      if (fields.length > 4 && fields[0].equals(userName)) {
        return fields[4].split(",", 2)[0].strip();
      }
    }
    return "";
  }

  private String language() {
    for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return bare(value);
      }
    }
    return bare(
        setting("default/locale", "LANG").or(() -> setting("locale.conf", "LANG")).orElse(""));
  }

  /** Without the encoding; what says nothing of a language is English. */
  private static String bare(String locale) {
    String bare = locale.replaceFirst("\\.[^@]*", "");
    return bare.isEmpty() || bare.equals("C") || bare.equals("POSIX") ? "en_US" : bare;
  }

  private String keyboard(String language) {
    Optional<String> layout = setting("default/keyboard", "XKBLAYOUT");
    if (layout.isPresent()) {
      // several layouts: the first is the one that it starts with
      String first = layout.get().split(",", -1)[0];
      String variant = setting("default/keyboard", "XKBVARIANT").orElse("").split(",", -1)[0];
      return variant.isEmpty() ? first : first + "(" + variant + ")";
    }
    int country = language.indexOf('_');
    if (language.equals("en_GB")) {
      return "gb";
    }
    if (language.startsWith("en") || country < 0) {
      return "us";
    }
    return language
        .substring(country + 1, Math.min(language.length(), country + 3))
        .toLowerCase(Locale.ROOT);
  }

  private String timeZone() {
    try {
      Path link = Files.readSymbolicLink(etc.resolve("localtime"));
      String target = link.toString();
      int at = target.indexOf("zoneinfo/");
      if (at >= 0) {
        String zone = target.substring(at + "zoneinfo/".length());
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
          return zone;
        }
      }
    } catch (IOException | UnsupportedOperationException noLink) {
      // a copy of the file, or none
    }
    String named = text("timezone").strip();
    return ZoneId.getAvailableZoneIds().contains(named) ? named : TimeZone.getDefault().getID();
  }

  /** A {@code NAME="value"} of a file of the system's. */
  private Optional<String> setting(String file, String name) {
    for (String line : text(file).split("\n", -1)) {
      if (line.startsWith(name + "=")) {
        String value = line.substring(name.length() + 1).strip().replace("\"", "").replace("'", "");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private String text(String name) {
    Path file = etc.resolve(name);
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Files.readString(file, StandardCharsets.UTF_8)
          : "";
    } catch (IOException unreadable) {
      return "";
    }
  }
}
