package org.vitrine.model.vm;

import java.util.List;

/** A place in the nested groups of a host: {@code web/front}; empty for the top. */
public record GroupPath(List<String> parts) implements Comparable<GroupPath> {

  public static final GroupPath TOP = new GroupPath(List.of());
  private static final int DEPTH = 8;

  public GroupPath {
    parts = List.copyOf(parts);
  }

  /** Empty parts fall away; what is deeper than eight levels is cut. */
  public static GroupPath parse(String text) {
    List<String> parts =
        java.util.Arrays.stream(text.split("/", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .limit(DEPTH)
            .toList();
    return parts.isEmpty() ? TOP : new GroupPath(parts);
  }

  public boolean isTop() {
    return parts.isEmpty();
  }

  public String text() {
    return String.join("/", parts);
  }

  @Override
  public int compareTo(GroupPath other) {
    int order = text().compareToIgnoreCase(other.text());
    // two that differ in case alone are two groups
    return order == 0 ? text().compareTo(other.text()) : order;
  }
}
