package org.vitrine.bridge.os;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern somewhere in a label. Of the catalogue's two thousand only a few are ever compiled: a
 * label without the plain text that the pattern cannot do without is refused by that alone.
 *
 * @param text as the catalogue has it
 * @param needed text that every match contains; empty where none was found
 */
record LabelPattern(String text, String needed) {

  LabelPattern(String text) {
    this(text, plainTextIn(text));
  }

  boolean isIn(String label) {
    if (!needed.isEmpty() && !label.contains(needed)) {
      return false;
    }
    try {
      // as in GLib, classes like \d know all scripts
      return Pattern.compile(text, Pattern.UNICODE_CHARACTER_CLASS).matcher(label).find();
    } catch (PatternSyntaxException | StackOverflowError nothingFits) {
      return false;
    }
  }

  /** The longest run of plain characters outside all brackets; none where there is a choice. */
  private static String plainTextIn(String pattern) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean plain = false;
      switch (c) {
        case '|' -> {
          if (depth == 0) {
            return "";
          }
        }
        case '(' -> {
          if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '?') {
            return "";
          }
          depth++;
        }
        case ')' -> depth--;
        case '[' -> {
          int end = endOfClass(pattern, i);
          if (end < 0) {
            return "";
          }
          i = end;
        }
        case '?', '*', '{' -> {
          // the character before it need not be there
          if (!run.isEmpty()) {
            run.setLength(run.length() - 1);
          }
          if (c == '{') {
            int end = pattern.indexOf('}', i);
            if (end < 0) {
              return "";
            }
            i = end;
          }
        }
        case '\\' -> {
          i++;
          if (i < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(i))) {
            c = pattern.charAt(i);
            plain = true;
          } else if (i < pattern.length() && "QEcxuNpP".indexOf(pattern.charAt(i)) >= 0) {
            return "";
          }
        }
        case '.', '^', '$', '+' -> {
          // ends a run
        }
        default -> plain = true;
      }
      if (plain && depth == 0) {
        run.append(c);
      } else {
        longest = run.length() > longest.length() ? run.toString() : longest;
        run.setLength(0);
      }
    }
    return run.length() > longest.length() ? run.toString() : longest;
  }

  private static int endOfClass(String pattern, int start) {
    // a bracket right after the start is one of the class
    int i = start + 1;
    if (i < pattern.length() && pattern.charAt(i) == '^') {
      i++;
    }
    if (i < pattern.length() && pattern.charAt(i) == ']') {
      i++;
    }
    for (; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        return -1;
      } else if (c == ']') {
        return i;
      }
    }
    return -1;
  }
}
