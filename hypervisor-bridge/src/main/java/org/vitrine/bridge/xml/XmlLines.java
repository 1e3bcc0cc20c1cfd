package org.vitrine.bridge.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.port.DefinitionLine;

/**
 * Writes a document line by line, and notes for each line what it was written for. Whatever is
 * handed in is text: nothing of it ends an element or begins one.
 */
final class XmlLines {

  private final List<DefinitionLine> lines = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private PlanField field = PlanField.of(Part.MACHINE);

  /** What the following lines are written for. */
  XmlLines by(Part part) {
    return by(part, 0);
  }

  XmlLines by(Part part, int index) {
    field = PlanField.of(part, index);
    return this;
  }

  /**
   * Begins an element that has others in it.
   *
   * @param attributes names and values in turn
   */
  XmlLines open(String name, String... attributes) {
    line("<" + name + attributes(attributes) + ">");
    open.push(name);
    return this;
  }

  XmlLines close() {
    String name = open.pop();
    line("</" + name + ">");
    return this;
  }

  /** An element with nothing in it. */
  XmlLines empty(String name, String... attributes) {
    line("<" + name + attributes(attributes) + "/>");
    return this;
  }

  /** An element with a text in it. */
  XmlLines text(String name, String text, String... attributes) {
    line("<" + name + attributes(attributes) + ">" + escaped(text, false) + "</" + name + ">");
    return this;
  }

  /** The same where there is a text. */
  XmlLines textIfAny(String name, String text) {
    return text.isEmpty() ? this : text(name, text);
  }

  List<DefinitionLine> lines() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return List.copyOf(lines);
  }

  /** All of it, each line ended. */
  String document() {
    StringBuilder text = new StringBuilder();
    lines().forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  private void line(String text) {
    lines.add(new DefinitionLine(field, "  ".repeat(open.size()) + text));
  }

  private static String attributes(String... pairs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      text.append(' ')
          .append(pairs[i])
          .append("='")
          .append(escaped(pairs[i + 1], true))
          .append('\'');
    }
    return text.toString();
  }

  /**
   * XML has no way to write most control characters or half a surrogate pair: those are left out. A
   * reader makes blanks of line ends in an attribute unless they are written as numbers.
   */
  private static String escaped(String text, boolean inAttribute) {
    StringBuilder kept = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> kept.append("&amp;");
                case '<' -> kept.append("&lt;");
                case '>' -> kept.append("&gt;");
                case '\'' -> kept.append(inAttribute ? "&apos;" : "'");
                case '\r' -> kept.append("&#13;");
                case '\n', '\t' -> {
                  if (inAttribute) {
                    kept.append("&#").append(c).append(';');
                  } else {
                    kept.appendCodePoint(c);
                  }
                }
                default -> {
                  if (isWritable(c)) {
                    kept.appendCodePoint(c);
                  }
                }
              }
            });
    return kept.toString();
  }

  private static boolean isWritable(int c) {
    return (c >= ' ' && c < 0xd800 && !(c >= 0x7f && c < 0xa0))
        || (c > 0xdfff && c < 0xfffe)
        || c > 0xffff;
  }
}
