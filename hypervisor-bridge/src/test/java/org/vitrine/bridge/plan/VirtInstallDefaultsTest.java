package org.vitrine.bridge.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.NeedsVirtInstall;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Proposal;
import org.vitrine.model.plan.Wish;

/**
 * For every operating system that virt-install knows, what is suggested here is what it would
 * choose on the same host. Where not, the difference is one of those below, each with its reason;
 * any other fails, and so does one that no longer happens.
 */
@NeedsSessionDaemon
@NeedsVirtInstall
@Tag("slow")
@ExtendWith(ClosesClean.class)
class VirtInstallDefaultsTest {

  /** What is chosen for one system. */
  private record Choice(
      String machine,
      String firmware,
      String disk,
      String cd,
      String card,
      String video,
      String clock) {

    /** The same with another clock. */
    Choice at(String otherClock) {
      return new Choice(machine, firmware, disk, cd, card, video, otherClock);
    }
  }

  /** A difference that is meant. */
  private enum Intended {
    /**
     * DOS reads the clock and takes it for the time on the wall. The catalogue calls FreeDOS a
     * Linux and MS-DOS a family of its own; virt-install only asks for Windows.
     */
    DOS_KEEPS_LOCAL_TIME,
    /**
     * Of a system that nobody knows virt-install assumes that it is old. Here it gets SATA and an
     * e1000e, which what was made since 2010 starts on, and UEFI and hot-plugging can be chosen.
     */
    UNKNOWN_SYSTEM_IS_NOT_OLD
  }

  @TempDir Path folder = Path.of("");

  private List<JsonNode> theirs(String uri) throws Exception {
    Path script = folder.resolve("defaults.py");
    try (InputStream source =
        Objects.requireNonNull(getClass().getResourceAsStream("virt-install-defaults.py"))) {
      Files.copy(source, script);
    }
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", script.toString(), uri);
    builder.environment().put("HOME", folder.toString());
    builder.redirectError(folder.resolve("errors").toFile());
    Process tool = builder.start();
    tool.getOutputStream().close();
    List<JsonNode> lines = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line :
        new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
      lines.add(mapper.readTree(line));
    }
    assertEquals(0, tool.waitFor(), Files.readString(folder.resolve("errors")));
    return lines;
  }

  private static String version() throws Exception {
    Process tool = new ProcessBuilder("/usr/bin/virt-install", "--version").start();
    tool.getOutputStream().close();
    return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static Choice choice(JsonNode told) {
    String machine = told.get("machine").asText();
    return new Choice(
        machine.contains("q35") ? "q35" : "pc",
        told.get("firmware").asText(),
        told.get("disk").asText(),
        told.get("cd").asText(),
        told.get("card").asText(),
        told.get("video").asText(),
        told.get("clock").asText());
  }

  private static Choice choice(Proposal ours) {
    return new Choice(
        ours.machine().value(),
        ours.firmware().value() == Platform.Firmware.BIOS ? "bios" : "efi",
        small(ours.diskBus().value()),
        small(ours.cdBus().value()),
        small(ours.nic().value()),
        small(ours.video().value()),
        ours.clock().value() == Platform.Clock.UTC ? "utc" : "localtime");
  }

  private static String small(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Intended> reason(
      Optional<OperatingSystem> os, Choice ours, Choice theirs) {
    if (os.isEmpty()) {
      Choice expected = new Choice("q35", "bios", "sata", "sata", "e1000e", "vga", "utc");
      Choice old = new Choice("pc", "bios", "ide", "ide", "e1000", "vga", "utc");
      return ours.equals(expected) && theirs.equals(old)
          ? Optional.of(Intended.UNKNOWN_SYSTEM_IS_NOT_OLD)
          : Optional.empty();
    }
    String family = os.get().family();
    boolean dos = family.equals("msdos") || os.get().shortId().startsWith("freedos");
    return dos && ours.at("localtime").equals(theirs.at("localtime"))
        ? Optional.of(Intended.DOS_KEEPS_LOCAL_TIME)
        : Optional.empty();
  }

  @Test
  void suggestionsAreWhatVirtInstallWouldChoose(OpenHosts hosts) throws Exception {
    String version = version();
    assumeTrue(version.startsWith("4."), () -> "compared with version 4, not " + version);
    try (SessionDaemon daemon = SessionDaemon.start()) {
      HostOffer offer = hosts.open(daemon.uri(), new HeardNews()).offer();
      OsinfoCatalogue catalogue = OsinfoCatalogue.ofThisComputer();
      List<String> unexplained = new ArrayList<>();
      Set<Intended> seen = new HashSet<>();
      List<JsonNode> lines = theirs(daemon.uri());
      for (JsonNode line : lines) {
        // an entry of virt-install's own, for systems that are not in the catalogue
        boolean generic = line.get("id").isNull();
        String id = line.get("id").asText();
        Optional<OperatingSystem> os = generic ? Optional.empty() : catalogue.find(id);
        if (os.isEmpty() && !generic) {
          unexplained.add(id + " is not in the catalogue");
          continue;
        }
        Choice ours = choice(Proposal.of(offer, os, Wish.of(Wish.Source.ISO)));
        Choice theirs = choice(line);
        if (!ours.equals(theirs)) {
          Optional<Intended> reason = reason(os, ours, theirs);
          reason.ifPresent(seen::add);
          if (reason.isEmpty()) {
            unexplained.add(id + "\n  " + ours + "\n  " + theirs);
          }
        }
      }
      assertTrue(lines.size() > 500, () -> "only " + lines.size());
      assertEquals(List.of(), unexplained);
      assertEquals(Set.of(Intended.values()), seen, "differences that no longer happen");
      hosts.releaseAll();
    }
  }
}
