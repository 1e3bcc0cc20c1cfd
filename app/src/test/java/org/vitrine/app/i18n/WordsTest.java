package org.vitrine.app.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.app.connection.HostFormViewModel;
import org.vitrine.app.create.draft.DiskDraft;
import org.vitrine.app.create.draft.SetupDraft;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.create.page.Location;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.create.setup.PasswordStrength;
import org.vitrine.app.machines.Column;
import org.vitrine.app.theme.Theme;
import org.vitrine.bridge.keep.Notice;
import org.vitrine.model.answer.AnswerFault;
import org.vitrine.model.answer.AnswerField;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.Capability;
import org.vitrine.model.network.BridgeName;
import org.vitrine.model.network.HostNetworks;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.network.Reach;
import org.vitrine.model.network.Subnets;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.plan.BridgePlan;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.PlanFault;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Why;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Remedy;
import org.vitrine.model.unit.Cidr;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineName;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Refusal;

/** Holds that every word that is asked for is there, is wanted, and can be shown. */
class WordsTest {

  private static final Path FILE =
      Path.of("src/main/resources/org/vitrine/app/i18n/words.properties");
  private static final Pattern NUMBER = Pattern.compile("\\{(\\d+),choice,");

  /** File names and system properties. */
  private static final Set<String> NO_KEYS = Set.of();

  private static Map<String, String> bundle() throws IOException {
    Map<String, String> words = new TreeMap<>();
    for (String line : lines()) {
      int equals = line.indexOf('=');
      words.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return words;
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException unreadable) {
                  throw new UncheckedIOException(unreadable);
                }
              })
          .toList();
    }
  }

  private static <E extends Enum<E>> List<E> all(Class<E> type) {
    return Arrays.asList(type.getEnumConstants());
  }

  private static KeyUse use(Map<String, String> bundle) throws ClassNotFoundException {
    List<Enum<?>> places = new ArrayList<>();
    for (Object place : Class.forName("org.vitrine.app.shell.Rail$Place").getEnumConstants()) {
      places.add((Enum<?>) place);
    }
    return new KeyUse(bundle, NO_KEYS)
        .family("state", all(MachineState.class), "")
        .family("working", all(Action.class), "")
        .family("column", all(Column.class), "")
        .family("action", all(Action.class), "", ".hint")
        .family("refusal", all(Refusal.class), "")
        .family("job", all(Action.class), "")
        .family("history", all(Action.class), "")
        .family("done", all(Action.class), "")
        .family(
            "confirm",
            all(Action.class).stream().filter(Action::isDestructive).toList(),
            ".title",
            ".text",
            ".verb")
        .family("place", places, "")
        .family("step", all(Step.class), "")
        .family("why", all(Why.Reason.class), "")
        .family("whySource", all(Why.Source.class), "")
        .family("mediaFault", all(MediaReading.Fault.class), "")
        .family(
            "source.otherKind",
            all(SourceDraft.Kind.class).stream()
                .filter(kind -> kind != SourceDraft.Kind.NOTHING)
                .toList(),
            "")
        .family("amount", all(AmountReader.Fault.class), "")
        .family("diskKind", all(DiskDraft.Kind.class), "", ".hint")
        .family("diskFormat", all(DiskPlan.Format.class), "")
        .family("diskAllocation", all(DiskPlan.Allocation.class), "")
        .family("diskBus", all(DiskPlan.Bus.class), "")
        .family("firmware", all(Platform.Firmware.class), "")
        .family("planFault", all(PlanFault.Kind.class), "")
        .family("sourceKind", all(SourceDraft.Kind.class), "", ".hint")
        .family("mediaKind", all(MediaReading.Kind.class), "")
        .family("location", all(Location.Fault.class), "")
        .family("theme", all(Theme.Choice.class), "")
        .family("hostKind", all(HostFormViewModel.Kind.class), "")
        .family("address", all(AddressParser.Fault.class), "")
        .family("caution", all(AddressParser.Caution.class), "")
        .family("capability", all(Capability.class), "")
        .family("acceleration", all(Acceleration.Reason.class), "")
        .family("network.mode", all(VirtualNetwork.Mode.class), "")
        .family("graphics", all(DisplayPlan.Graphics.class), "")
        .family("video", all(DisplayPlan.Video.class), "")
        .family("clock", all(Platform.Clock.class), "")
        .family("sound", all(Extras.Sound.class), "")
        .family("passwordStrength", all(PasswordStrength.class), "")
        .family("administrator", all(SetupDraft.Administrator.class), "")
        .family(
            "answerField",
            all(AnswerField.class).stream()
                .filter(field -> field != AnswerField.OWN_FILE && field != AnswerField.COMMANDS)
                .toList(),
            "")
        .family("answerFault", all(AnswerFault.Kind.class), "")
        .family("answerFormat", all(AnswerWay.Format.class), "")
        .family("answerMedium", all(AnswerWay.Carried.class), "")
        .family("answerCarrier", all(AnswerWay.Carried.class), "")
        .family("answerPasswords", all(AnswerWay.Passwords.class), "")
        .family("bridgeKeeper", all(BridgePlan.Keeper.class), "")
        .family("networkChoice", all(NetworkChoice.class), "")
        .family("reach", all(Reach.Kind.class), "")
        .family("reachWay", all(Reach.Way.class), "")
        .family("reachAnswer", all(Reach.Answer.class), "")
        .family("reachReason", all(Reach.Reason.class), "")
        .family("networkLack", all(HostNetworks.Lack.class), "")
        .family("nicModel", all(NicPlan.Model.class), "")
        .family("protocol", all(NicPlan.Protocol.class), "")
        .family("cidr", all(Cidr.Fault.class), "")
        .family("rangeTaken", all(Subnets.By.class), "")
        .family("bridgeName", all(BridgeName.Fault.class), "")
        .family("name", all(MachineName.Fault.class), "")
        .family("mediumSum", all(org.vitrine.model.media.MediumVerdict.Sum.class), "")
        .family("mediumSignature", all(org.vitrine.model.media.MediumVerdict.Signature.class), "")
        .family("notice", all(Notice.Kind.class), "", ".hint")
        .family(
            "remedy",
            all(Remedy.class).stream().filter(remedy -> remedy != Remedy.NONE).toList(),
            "")
        .family("problem", all(Cause.class), ".what", ".why", ".do")
        .family(
            "problem",
            all(Cause.class).stream()
                .filter(cause -> cause.remedy().equals(java.util.Optional.of(Remedy.COPY_COMMAND)))
                .toList(),
            ".command");
  }

  @Test
  void everyKeyIsThereAndWanted() throws Exception {
    List<String> complaints = use(bundle()).complaints(sources());
    assertTrue(complaints.isEmpty(), () -> "\n" + String.join("\n", complaints));
  }

  @Test
  void missingAndUnusedKeysAreFound() {
    String code =
        """
        Words.word("window.title"); Words.word("window.gone", 1); label("window.also");
        Words.word("state", machine.state()); Words.word("mood." + mood);
        """;
    Map<String, String> planted =
        Map.of("window.title", "x", "window.unused", "y", "state.OFF", "Off", "stray.plain", "z");
    List<String> complaints =
        new KeyUse(planted, Set.of())
            .family("state", List.of(MachineState.OFF, MachineState.RUNNING), "")
            .family("theme", List.of(Theme.Choice.DARK), "")
            .complaints(List.of(code));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "Missing, paste into words.properties: window.gone=…",
                "Missing, paste into words.properties: window.also=…",
                "Missing, paste into words.properties: state.RUNNING=…",
                "Missing, paste into words.properties: theme.DARK=…",
                "The prefix \"mood.\" is not known: add .family(\"mood\", <constants>, \"\") in"
                    + " WordsTest",
                "Nobody asks for \"theme.…\": remove its family and its words",
                "Nobody asks for it, delete from words.properties: window.unused",
                "Nobody asks for it, delete from words.properties: stray.plain")),
        new TreeSet<>(complaints));
  }

  @Test
  void noKeyStandsTwice() throws Exception {
    List<String> keys =
        lines().stream().map(line -> line.substring(0, line.indexOf('='))).sorted().toList();
    assertEquals(new ArrayList<>(new TreeSet<>(keys)), keys);
  }

  @Test
  void everyValueCanBeShown() throws Exception {
    List<String> faults = new ArrayList<>();
    bundle().forEach((key, value) -> faults.addAll(faults(key, unescaped(value))));
    assertTrue(faults.isEmpty(), () -> "\n" + String.join("\n", faults));
  }

  @Test
  void valuesThatCannotBeShownAreFound() {
    assertEquals(1, faults("a.b", "{0").size(), "a brace that stays open");
    assertEquals(1, faults("a.b", "{name}").size(), "a name for a number");
    assertEquals(2, faults("a.b", "the host's {0}").size(), "an apostrophe eats what follows");
    assertEquals(1, faults("a.b", "Saved!").size(), "shouting");
    assertEquals(1, faults("a.b", "Please wait").size(), "begging");
    assertEquals(1, faults("a.b", " x").size(), "a blank at the edge");
    assertEquals(0, faults("a.b", "{0,choice,1#{1} is|1<{0} are} here").size());
    assertEquals(0, faults("a.b", "Nothing to fill in").size());
  }

  private static String unescaped(String value) {
    return value.replace("\\n", "\n");
  }

  /** What is wrong with a value. */
  private static List<String> faults(String key, String value) {
    List<String> faults = new ArrayList<>();
    if (value.isBlank() || !value.strip().equals(value)) {
      faults.add(key + " is empty or has blanks at its edges");
    }
    if (value.indexOf('\'') >= 0) {
      faults.add(key + " has a straight apostrophe, write ’ instead: " + value);
    }
    String low = value.toLowerCase(Locale.ROOT);
    if (low.contains("!") || low.contains("please") || low.contains("successfully")) {
      faults.add(key + " is not in the tone of the house: " + value);
    }
    Set<Integer> numbers = new TreeSet<>();
    NUMBER.matcher(value).results().forEach(found -> numbers.add(Integer.valueOf(found.group(1))));
    for (int count : new int[] {0, 1, 2, 1000}) {
      Object[] values = new Object[6];
      for (int i = 0; i < values.length; i++) {
        values[i] = numbers.contains(i) ? (Object) count : "value";
      }
      try {
        String shown = new MessageFormat(value, Locale.ROOT).format(values);
        if (shown.indexOf('{') >= 0 || shown.isBlank()) {
          faults.add(key + " cannot be filled in: " + value);
          break;
        }
      } catch (IllegalArgumentException broken) {
        faults.add(key + " is not a valid pattern (" + broken.getMessage() + "): " + value);
        break;
      }
    }
    return faults;
  }

  @Test
  void wordsThatNameSomethingHaveATwinForNothing() throws Exception {
    Map<String, String> words = bundle();
    List<String> faults = new ArrayList<>();
    words.forEach(
        (key, value) -> {
          if (key.endsWith(".plain")) {
            String named = words.get(key.substring(0, key.length() - ".plain".length()));
            if (named == null || !named.contains("{") || value.contains("{")) {
              faults.add(key + " has no use, or names something itself");
            }
          } else if ((key.matches("problem\\.[A-Z_]+\\.(what|why|do)")
                  || key.matches("address\\.[A-Z_]+"))
              && value.contains("{")
              && !words.containsKey(key + ".plain")) {
            faults.add("Missing, paste into words.properties: " + key + ".plain=…");
          }
        });
    assertTrue(faults.isEmpty(), () -> "\n" + String.join("\n", faults));
  }

  @Test
  void fileIsUtf8AndReadAsSuch() throws Exception {
    String text = Files.readString(FILE, StandardCharsets.UTF_8);
    assertTrue(text.contains("’"), "no typographic apostrophe to look at");
    assertEquals(
        bundle().get("caution.HOST_NOT_VERIFIED"), Words.word("caution.HOST_NOT_VERIFIED"));
  }

  @Test
  void missingKeyShowsAsItself() {
    assertEquals("no.such.key", Words.word("no.such.key"));
  }

  @Test
  void wordsForNothingAreTakenWhereAValueIsBlank() {
    assertEquals("lab was not found.", Words.naming("problem.HOST_UNKNOWN.what", "lab", ""));
    assertEquals("The host was not found.", Words.naming("problem.HOST_UNKNOWN.what", " ", ""));
  }
}
