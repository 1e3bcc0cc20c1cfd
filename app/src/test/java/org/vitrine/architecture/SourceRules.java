package org.vitrine.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rules about source files rather than classes. */
final class SourceRules {

  private static final int MOST_LINES = 400;

  /** A table of cases may be longer than a class that does something. */
  private static final int MOST_TEST_LINES = 600;

  private SourceRules() {}

  /** The files under the project that are too long, each with its length. */
  static List<String> tooLong(Path project) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources(project)) {
      long lines;
      try (Stream<String> all = Files.lines(file)) {
        lines = all.count();
      }
      boolean test = file.toString().contains("/src/test/");
      if (lines > (test ? MOST_TEST_LINES : MOST_LINES)) {
        found.add(project.relativize(file) + " has " + lines + " lines");
      }
    }
    return found;
  }

  static List<Path> sources(Path project) throws IOException {
    try (Stream<Path> all = Files.walk(project)) {
      return all.filter(path -> path.toString().endsWith(".java"))
          .filter(path -> path.toString().contains("/src/"))
          .filter(path -> !path.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
