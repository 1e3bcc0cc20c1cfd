package org.vitrine.app.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param connect addresses opened for this run, instead of the user's own list
 * @param identify files to be told apart, without a window
 * @param fault what could not be understood
 */
record Options(
    boolean version,
    boolean help,
    boolean demo,
    List<String> connect,
    Optional<Path> screenshot,
    Optional<Path> tour,
    List<String> identify,
    Optional<String> fault) {

  static Options parse(List<String> words) {
    boolean version = false;
    boolean help = false;
    boolean demo = false;
    List<String> connect = new ArrayList<>();
    Optional<Path> screenshot = Optional.empty();
    Optional<Path> tour = Optional.empty();
    List<String> identify = List.of();
    Optional<String> fault = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String name = equals < 0 ? word : word.substring(0, equals);
      Optional<String> value = Optional.empty();
      boolean wantsValue =
          name.equals("--connect") || name.equals("--screenshot") || name.equals("--tour");
      if (wantsValue) {
        if (equals >= 0) {
          value = Optional.of(word.substring(equals + 1));
        } else if (i + 1 < words.size()) {
          value = Optional.of(words.get(++i));
        }
        if (value.isEmpty() || value.get().isEmpty()) {
          return broken(name + " needs a value");
        }
      } else if (equals >= 0) {
        return broken(name + " takes no value");
      }
      switch (name) {
        case "--version" -> version = true;
        case "--help", "-h" -> help = true;
        case "--demo" -> demo = true;
        case "--connect" -> connect.add(value.orElseThrow());
        case "--screenshot" -> screenshot = value.map(Path::of);
        case "--tour" -> {
          tour = value.map(Path::of);
          // there is something to see only on the demo host
          demo = true;
        }
        case "--identify" -> {
          // all that follows are files, whatever they are called
          identify = List.copyOf(words.subList(i + 1, words.size()));
          if (identify.isEmpty()) {
            return broken(name + " needs a file");
          }
          i = words.size();
        }
        default -> {
          return broken("unknown option " + name);
        }
      }
    }
    return new Options(
        version, help, demo, List.copyOf(connect), screenshot, tour, identify, fault);
  }

  private static Options broken(String why) {
    return new Options(
        false,
        false,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(why));
  }

  /** Whether a picture is made and nobody looks at the window. */
  boolean unattended() {
    return screenshot.isPresent() || tour.isPresent();
  }
}
