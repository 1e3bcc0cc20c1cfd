package org.vitrine.app.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.app.i18n.Words;
import org.vitrine.bridge.media.FileMediaInspector;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.port.MediaInspector;
import org.vitrine.model.port.OsCatalogue;

/**
 * Says what files are, without a window and with the reader that the wizard uses.
 *
 * <p>Other programs read this: {@code key: value}, a line each, in an order that stays; {@code
 * fault} as often as there are faults; an empty line behind each file. The names of faults stay,
 * their words are for people.
 */
final class Identify {

  static final int ALL_KNOWN = 0;
  static final int SOME_UNKNOWN = 1;

  private final OsCatalogue catalogue;
  private final MediaInspector inspector;

  Identify(OsCatalogue catalogue, MediaInspector inspector) {
    this.catalogue = catalogue;
    this.inspector = inspector;
  }

  static Identify onThisComputer() {
    OsinfoCatalogue catalogue = OsinfoCatalogue.ofThisComputer();
    return new Identify(catalogue, new FileMediaInspector(catalogue));
  }

  /** Blocks while files are read. Returns the status to end with. */
  int print(List<String> locations, PrintStream out) {
    int status = ALL_KNOWN;
    for (String location : locations) {
      MediaReading reading = inspector.inspect(location);
      print(reading, out);
      if (reading.os().isEmpty()) {
        status = SOME_UNKNOWN;
      }
    }
    out.flush();
    return status;
  }

  private void print(MediaReading reading, PrintStream out) {
    line(out, "file", reading.location());
    Optional<String> id = reading.os();
    line(out, "os", id.orElse("unknown"));
    line(out, "name", id.flatMap(catalogue::find).map(OperatingSystem::name).orElse(""));
    line(out, "kind", reading.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    line(out, "bootable", reading.bootable() ? "yes" : "no");
    line(out, "decided-by", reading.decidedBy());
    line(out, "format", reading.format());
    for (MediaReading.Fault fault : reading.faults()) {
      line(out, "fault", fault.name() + " " + Words.word("mediaFault", fault));
    }
    out.println();
  }

  /** What a file or its name holds must not begin a line of its own. */
  private static void line(PrintStream out, String key, String value) {
    StringBuilder clean = new StringBuilder();
    value.codePoints().map(c -> isShown(c) ? c : '?').forEach(clean::appendCodePoint);
    out.println((key + ": " + clean).strip());
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
