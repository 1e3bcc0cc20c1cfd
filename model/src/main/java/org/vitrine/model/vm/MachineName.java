package org.vitrine.model.vm;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be the name of a machine. Narrower than libvirt, which takes nearly anything: the name
 * becomes a file name, stands in command lines and must be told apart from the others by eye.
 */
public final class MachineName {

  /** In UTF-8; a file system takes 255 bytes, and suffixes follow. */
  public static final int LONGEST_BYTES = 200;

  private MachineName() {}

  /** What came of looking at a name. */
  public sealed interface Result {

    /**
     * Taken.
     *
     * @param name without the spaces around it
     */
    record Accepted(String name) implements Result {}

    /**
     * Not taken.
     *
     * @param part the piece at fault: an invisible character as {@code U+202E}, the other machine's
     *     name, the length in bytes, or what was typed
     */
    record Refused(Fault fault, String part) implements Result {}
  }

  public enum Fault {
    EMPTY,
    CONTROL_CHARACTER,
    /** A character that is not seen, or that turns the reading direction. */
    INVISIBLE_CHARACTER,
    SLASH,
    LEADING_DASH,
    /** {@code .}, {@code ..} and everything else with a dot in front: a hidden file. */
    LEADING_DOT,
    TOO_LONG,
    TAKEN,
    TAKEN_BUT_FOR_CASE,
    /** The same letters, composed otherwise; nobody could tell the two apart. */
    TAKEN_BUT_FOR_ENCODING
  }

  /**
   * @param others the names of the host's other machines
   */
  public static Result check(String typed, Collection<String> others) {
    Optional<Result> unseen =
        typed.codePoints().boxed().flatMap(c -> unseen(c).stream()).findFirst();
    if (unseen.isPresent()) {
      return unseen.get();
    }
    String name = typed.strip();
    if (name.isEmpty()) {
      return new Result.Refused(Fault.EMPTY, "");
    }
    if (name.indexOf('/') >= 0) {
      return new Result.Refused(Fault.SLASH, "/");
    }
    if (name.startsWith("-")) {
      return new Result.Refused(Fault.LEADING_DASH, "-");
    }
    if (name.startsWith(".")) {
      return new Result.Refused(Fault.LEADING_DOT, ".");
    }
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_BYTES) {
      return new Result.Refused(Fault.TOO_LONG, Integer.toString(bytes));
    }
    return twin(name, others).orElseGet(() -> new Result.Accepted(name));
  }

  private static Optional<Result> twin(String name, Collection<String> others) {
    if (others.contains(name)) {
      return Optional.of(new Result.Refused(Fault.TAKEN, name));
    }
    String composed = composed(name);
    String folded = folded(name);
    Optional<Result> near = Optional.empty();
    for (String other : others) {
      if (composed(other).equals(composed)) {
        return Optional.of(new Result.Refused(Fault.TAKEN_BUT_FOR_ENCODING, other));
      }
      if (near.isEmpty() && folded(other).equals(folded)) {
        near = Optional.of(new Result.Refused(Fault.TAKEN_BUT_FOR_CASE, other));
      }
    }
    return near;
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static String folded(String name) {
    // up and down again: some letters have two small forms
    return composed(composed(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }

  private static Optional<Result> unseen(int c) {
    Fault fault =
        switch (Character.getType(c)) {
          case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
              Fault.CONTROL_CHARACTER;
          case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
              Fault.INVISIBLE_CHARACTER;
          case Character.SPACE_SEPARATOR -> c == ' ' ? null : Fault.INVISIBLE_CHARACTER;
          default -> isBlank(c) ? Fault.INVISIBLE_CHARACTER : null;
        };
    return fault == null ? Optional.empty() : Optional.of(new Result.Refused(fault, code(c)));
  }

  /** Letters and marks that show nothing: fillers, joiners, variation selectors. */
  private static boolean isBlank(int c) {
    return c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || c == 0x17b4
        || c == 0x17b5
        || (c >= 0x180b && c <= 0x180f)
        || c == 0x2800
        || c == 0x3164
        || (c >= 0xfe00 && c <= 0xfe0f)
        || c == 0xffa0
        || (c >= 0xe0100 && c <= 0xe01ef);
  }

  private static String code(int c) {
    String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
  }
}
