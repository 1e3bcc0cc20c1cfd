package org.vitrine.bridge.libvirt;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of an error, for the places where libvirt has no number. They are those of the C locale
 * as long as the library in this process was not told another; a translated text is not recognised,
 * and then the plain cause stands.
 */
record Words(String lower, String plain) {

  private static final Pattern QUOTED = Pattern.compile("'([^'\\n]{1,1000})'");

  static Words of(Told told) {
    return new Words(told.message().toLowerCase(Locale.ROOT), told.message());
  }

  boolean say(String piece) {
    return lower.contains(piece);
  }

  boolean sayAny(String... pieces) {
    for (String piece : pieces) {
      if (lower.contains(piece)) {
        return true;
      }
    }
    return false;
  }

  /** The first thing in quotes: a name or a path; or nothing. */
  String quoted() {
    Matcher matcher = QUOTED.matcher(plain);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** What follows a piece of text, up to a blank or a colon at the end. */
  String after(String piece) {
    int at = plain.indexOf(piece);
    if (at < 0) {
      return "";
    }
    String rest = plain.substring(at + piece.length()).strip();
    int end = 0;
    while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
      end++;
    }
    String word = rest.substring(0, end);
    return word.endsWith(":") || word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
  }
}
