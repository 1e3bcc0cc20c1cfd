package org.vitrine.bridge.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.media.FileMediaInspector;
import org.vitrine.bridge.media.SyntheticIso;
import org.vitrine.model.os.MediaReading;

/** Media of every known system, as this app and as libosinfo tell them. */
class MediaRulesTest {

  @TempDir private Path folder;

  private final OsinfoCatalogue catalogue = OsinfoCatalogue.ofThisComputer();

  /** One ISO for each rule, with labels made of the rule's own patterns. */
  @Test
  void everyKnownMediumIsToldAsLibosinfoTellsIt() throws Exception {
    Map<String, IsoLabels> written = new HashMap<>();
    Map<String, String> made = new HashMap<>();
    List<String> skipped = new ArrayList<>();
    for (OsEntry entry : catalogue.media().entries()) {
      for (MediaRule rule : entry.media()) {
        Optional<IsoLabels> labels = sample(rule);
        if (labels.isEmpty()) {
          skipped.add(entry.os().id() + " " + rule);
        } else if (rule.fits(labels.get())) {
          String name = "%05d.iso".formatted(written.size());
          write(labels.get(), folder.resolve(name));
          written.put(name, labels.get());
          made.put(name, entry.os().id());
        }
      }
    }
    assertTrue(written.size() > 1500, "rules tried: " + written.size());
    assertTrue(skipped.size() <= 20, () -> skipped.size() + " without sample: " + skipped);

    FileMediaInspector inspector = new FileMediaInspector(catalogue);
    List<List<String>> theirs = Libosinfo.ask("media", folder.toString());
    assertEquals(written.size(), theirs.size());
    for (List<String> line : theirs) {
      String name = line.getFirst();
      IsoLabels labels = Objects.requireNonNull(written.get(name));
      Set<String> expected = new TreeSet<>(line.subList(1, line.size()));
      Set<String> ours = new TreeSet<>();
      catalogue.media().iso(labels).forEach(match -> ours.add(match.os()));
      assertEquals(expected, ours, labels.toString());
      MediaReading reading = inspector.inspect(folder.resolve(name).toString());
      assertEquals(MediaReading.Kind.ISO, reading.kind());
      assertTrue(expected.contains(reading.os().orElse("none")), reading.toString());
      assertTrue(ours.contains(made.get(name)), made.get(name));
    }
  }

  /** Without a sample where a pattern is too artful; a label must fit its field. */
  private static Optional<IsoLabels> sample(MediaRule rule) {
    Optional<String> volume = sample(rule.volume(), 32);
    Optional<String> system = sample(rule.system(), 32);
    Optional<String> publisher = sample(rule.publisher(), 128);
    Optional<String> application = sample(rule.application(), 128);
    if (volume.isEmpty() || system.isEmpty() || publisher.isEmpty() || application.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new IsoLabels(
            // libosinfo looks no further where there is no volume id
            volume.filter(MediaRulesTest::isPresent).or(() -> Optional.of("~")),
            system.filter(MediaRulesTest::isPresent),
            publisher.filter(MediaRulesTest::isPresent),
            application.filter(MediaRulesTest::isPresent),
            rule.volumeSize() > 0 ? rule.volumeSize() : 22 * 2048));
  }

  private static boolean isPresent(String text) {
    return !text.isEmpty();
  }

  /** An empty text where there is no pattern. */
  private static Optional<String> sample(Optional<LabelPattern> pattern, int longest) {
    return pattern.isEmpty()
        ? Optional.of("")
        : PatternSample.of(pattern.get().text())
            .filter(MediaRulesTest::isPresent)
            .filter(text -> text.length() <= longest && text.equals(text.strip()));
  }

  private static void write(IsoLabels labels, Path file) throws Exception {
    SyntheticIso iso =
        new SyntheticIso()
            // without a boot catalogue libosinfo 1.10 waits for ever on an empty root folder
            .bootable(0, -1)
            .volume(labels.volume().orElse(""))
            .system(labels.system().orElse(""))
            .publisher(labels.publisher().orElse(""))
            .application(labels.application().orElse(""));
    if (labels.volumeSize() % 2048 == 0) {
      iso.blocks(labels.volumeSize() / 2048, 2048);
    }
    iso.write(file);
  }

  /** As whole programs: what virt-install's users have always used. */
  @Test
  void osinfoDetectNamesTheSameSystem() throws Exception {
    Path iso =
        new SyntheticIso()
            .volume("Debian 11.5.0 amd64 n")
            .bootable(0, 0xef)
            .write(folder.resolve("debian.iso"));
    MediaReading ours = new FileMediaInspector(catalogue).inspect(iso.toString());
    assertEquals(Optional.of("http://debian.org/debian/11"), ours.os());
    assertEquals("volume-id=Debian 11.5.0 amd64 n", ours.decidedBy());
    assertEquals("install.amd/vmlinuz", ours.kernel().orElseThrow().kernel());
    Process process = new ProcessBuilder("osinfo-detect", iso.toString()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.contains("'Debian 11 (x86_64)'"), said);
    Files.delete(iso);
  }

  /** The test of plain text must never refuse what the pattern itself would take. */
  @Test
  void plainTextOfPatternIsInEverySample() {
    int tried = 0;
    for (OsEntry entry : catalogue.media().entries()) {
      for (MediaRule rule : entry.media()) {
        if (rule.volume().isPresent()) {
          LabelPattern pattern = rule.volume().get();
          Optional<String> sample = PatternSample.of(pattern.text());
          if (sample.isPresent()) {
            assertTrue(pattern.isIn(sample.get()), pattern + " in " + sample.get());
            tried++;
          }
        }
      }
    }
    assertTrue(tried > 1000, "tried " + tried);
  }

  @Test
  void plainTextLeavesOutWhatNeedNotBeThere() {
    assertEquals("Debian ", new LabelPattern("Debian 1?2").needed());
    assertEquals("", new LabelPattern("a|bcd").needed());
    assertEquals("", new LabelPattern("(?i)debian").needed());
    assertEquals("b", new LabelPattern("a*b+c{0,3}").needed());
    assertEquals("11.", new LabelPattern("^11\\.\\d+$").needed());
    assertEquals("_X64", new LabelPattern("(abcdef)?_X64[abcdefg]").needed());
    assertEquals("", new LabelPattern("[abc").needed());
    assertTrue(new LabelPattern("Fedora-S-dvd-x86_64-3[0-9]").isIn("Fedora-S-dvd-x86_64-38"));
  }
}
