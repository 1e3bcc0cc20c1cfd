package org.vitrine.bridge.os;

import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a text that fits a pattern, where the pattern is a simple one. */
final class PatternSample {

  private final String pattern;
  private int at;

  private PatternSample(String pattern) {
    this.pattern = pattern;
  }

  /** Empty where it could not; what is returned does fit. */
  static Optional<String> of(String pattern) {
    try {
      PatternSample sample = new PatternSample(pattern);
      String text = sample.choice();
      return sample.at == pattern.length() && Pattern.compile(pattern).matcher(text).find()
          ? Optional.of(text)
          : Optional.empty();
    } catch (StringIndexOutOfBoundsException | IllegalArgumentException beyond) {
      return Optional.empty();
    }
  }

  /** The first of the alternatives. */
  private String choice() {
    String first = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      String unused = sequence();
      if (first.isEmpty()) {
        first = unused;
      }
    }
    return first;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      String one = atom();
      text.append(one.repeat(times()));
    }
    return text.toString();
  }

  private String atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> "x";
      case '(' -> {
        if (pattern.startsWith("?:", at)) {
          at += 2;
        } else if (pattern.charAt(at) == '?') {
          throw new IllegalArgumentException("no simple pattern");
        }
        String inner = choice();
        at++;
        yield inner;
      }
      case '[' -> oneOf();
      case '\\' -> escaped(pattern.charAt(at++));
      default -> String.valueOf(c);
    };
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'd' -> "1";
      case 'w' -> "a";
      case 's' -> " ";
      case 'S' -> "S";
      case 'D' -> "D";
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new IllegalArgumentException("no simple pattern");
        }
        yield String.valueOf(c);
      }
    };
  }

  private String oneOf() {
    int end = pattern.indexOf(']', at + 1);
    String all = pattern.substring(at, end);
    at = end + 1;
    Pattern one = Pattern.compile("[" + all + "]");
    for (char c : "1aAzZ0-_ .".toCharArray()) {
      if (one.matcher(String.valueOf(c)).matches()) {
        return String.valueOf(c);
      }
    }
    for (char c = '!'; c < 127; c++) {
      if (one.matcher(String.valueOf(c)).matches()) {
        return String.valueOf(c);
      }
    }
    throw new IllegalArgumentException("no simple pattern");
  }

  private int times() {
    if (at >= pattern.length()) {
      return 1;
    }
    return switch (pattern.charAt(at)) {
      case '?', '*', '+' -> {
        at++;
        yield 1;
      }
      case '{' -> {
        int end = pattern.indexOf('}', at);
        String count = pattern.substring(at + 1, end).split(",", -1)[0];
        at = end + 1;
        yield Integer.parseInt(count);
      }
      default -> 1;
    };
  }
}
