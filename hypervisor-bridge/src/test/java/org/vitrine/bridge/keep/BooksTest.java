package org.vitrine.bridge.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.keep.Notice.Kind;
import org.vitrine.bridge.keep.Preferences.Column;
import org.vitrine.bridge.keep.Preferences.Sort;
import org.vitrine.bridge.keep.Preferences.Theme;
import org.vitrine.bridge.keep.Preferences.Window;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.Transport;
import org.vitrine.model.problem.ProblemException;

/** What is written into the user's folders reads back the same. */
class BooksTest {

  @TempDir Path home;

  private XdgFolders folders() {
    return XdgFolders.of(Map.of(), home);
  }

  private static HostAddress address(String uri) {
    return assertInstanceOf(AddressParser.Result.Accepted.class, AddressParser.parse(uri))
        .address();
  }

  private static final Preferences SET =
      new Preferences(
          Theme.DARK,
          1.25,
          List.of(new Column("name", true, 220.5), new Column("cpu", false, 80)),
          List.of(new Sort("state", true), new Sort("name", false)),
          new Window(900, 600, true, true, -5, 30),
          Set.of("demo/web/front", "demo/course\nroom 2"),
          Map.of("state", "RUNNING", "tag", "a=b"),
          Set.of("force-off"),
          5_000);

  @Test
  void hostsComeBackInTheirOrder() throws Exception {
    List<HostEntry> hosts =
        List.of(
            new HostEntry(
                new HostId("b"),
                "Lab = \\ 1\n",
                address("qemu+ssh://u@h:22/system"),
                "Lab/Room 2",
                true),
            new HostEntry(new HostId("a"), "", address("qemu:///session"), "", false),
            new HostEntry(new HostId("c"), "ü", address("test:///tmp/ü.xml"), "", false));
    new HostBook(folders()).save(hosts);
    HostBook.Reading reading = new HostBook(folders()).load();
    assertEquals(hosts, reading.hosts());
    assertEquals(List.of(), reading.notices());
    new HostBook(folders()).save(List.of());
    assertEquals(List.of(), new HostBook(folders()).load().hosts());
  }

  @Test
  void passwordIsNeverWritten() throws Exception {
    HostBook book = new HostBook(folders());
    book.save(List.of());
    HostAddress forged =
        new HostAddress(
            Driver.QEMU,
            Transport.SSH,
            Optional.of("root:hunter2"),
            Optional.of("h"),
            OptionalInt.empty(),
            "/system",
            Map.of());
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> book.save(List.of(new HostEntry(new HostId("a"), "x", forged, "", false))));
    assertFalse(String.valueOf(refused).contains("hunter2"));
    assertFalse(hostsFile().contains("hunter2"));
  }

  @Test
  void entryThatIsNotTakenIsToldAndDoesNotHideTheOthers() throws Exception {
    new HostBook(folders()).save(List.of());
    Files.writeString(
        home.resolve(".config/vitrine/hosts"),
        """
        vitrine hosts 1
        host.0.id=a
        host.0.label=Old
        host.0.address=qemu+ssh://root:hunter2@h/system
        host.1.id=b
        host.1.label=New
        host.1.address=warp:///drive
        host.2.id=c
        host.2.label=Good
        host.2.address=qemu:///system
        host.2.colour=blue
        newer=kept
        end
        """);
    HostBook book = new HostBook(folders());
    HostBook.Reading reading = book.load();
    assertEquals(List.of("Good"), reading.hosts().stream().map(HostEntry::label).toList());
    assertEquals(
        List.of(Kind.ENTRY_REFUSED, Kind.ENTRY_REFUSED),
        reading.notices().stream().map(Notice::kind).toList());
    assertEquals(List.of("Old", "New"), reading.notices().stream().map(Notice::about).toList());
    book.save(reading.hosts());
    String text = hostsFile();
    assertTrue(text.contains("warp:///drive") && text.contains("newer=kept"), text);
    assertFalse(text.contains("hunter2"), text);
  }

  private String hostsFile() throws Exception {
    return Files.readString(home.resolve(".config/vitrine/hosts"));
  }

  @Test
  void preferencesComeBack() throws Exception {
    new PreferencesFile(folders()).save(SET);
    PreferencesFile.Reading reading = new PreferencesFile(folders()).load();
    assertEquals(SET, reading.preferences());
    assertEquals(List.of(), reading.notices());
    assertEquals(
        Preferences.DEFAULTS,
        new PreferencesFile(XdgFolders.of(Map.of(), home.resolve("x"))).load().preferences());
  }

  @Test
  void fewerColumnsLeaveNoneBehind() throws Exception {
    PreferencesFile file = new PreferencesFile(folders());
    file.save(SET);
    Preferences fewer =
        file.load().preferences().withColumns(List.of()).withSort(List.of()).withClosed(Set.of());
    file.save(fewer);
    assertEquals(fewer, new PreferencesFile(folders()).load().preferences());
  }

  @Test
  void eachPartCanBeReplaced() {
    Preferences changed =
        Preferences.DEFAULTS
            .withTheme(SET.theme())
            .withTextScale(SET.textScale())
            .withColumns(SET.columns())
            .withSort(SET.sort())
            .withWindow(SET.window())
            .withClosed(SET.closed())
            .withChoices(SET.choices())
            .withUnasked(SET.unasked())
            .withCadenceMillis(SET.cadenceMillis());
    assertEquals(SET, changed);
  }

  @Test
  void unknownKeysSurviveASave() throws Exception {
    PreferencesFile file = new PreferencesFile(folders());
    file.save(SET);
    Path path = home.resolve(".config/vitrine/preferences");
    String text = Files.readString(path);
    Files.writeString(path, text.replace("\nend\n", "\nfrom the future=1\nend\n"));
    PreferencesFile again = new PreferencesFile(folders());
    again.save(again.load().preferences().withTheme(Theme.LIGHT));
    assertTrue(Files.readString(path).contains("\nfrom the future=1\n"));
    assertEquals(Theme.LIGHT, again.load().preferences().theme());
  }

  @Test
  void valueThatMakesNoSenseFallsBackAlone() throws Exception {
    PreferencesFile file = new PreferencesFile(folders());
    file.save(SET);
    Path path = home.resolve(".config/vitrine/preferences");
    Files.writeString(
        path,
        Files.readString(path)
            .replace("theme=DARK", "theme=PINK")
            .replace("textScale=1.25", "textScale=1,25")
            .replace("cadenceMillis=5000", "cadenceMillis=1e99")
            .replace("window.width=900.0", "window.width=NaN")
            .replace("window.height=600.0", "window.height=-1"));
    Preferences read = file.load().preferences();
    assertEquals(Theme.SYSTEM, read.theme());
    assertEquals(1, read.textScale());
    assertEquals(60_000, read.cadenceMillis());
    assertEquals(Preferences.DEFAULTS.window().width(), read.window().width());
    assertEquals(240, read.window().height());
    assertEquals(SET.columns(), read.columns());
  }

  @Test
  void foldersFollowTheEnvironmentAndIgnoreNonsense() {
    assertEquals(home.resolve(".config/vitrine"), folders().config());
    assertEquals(home.resolve(".local/state/vitrine"), folders().state());
    assertEquals(Optional.empty(), folders().runtime());
    XdgFolders set =
        XdgFolders.of(
            Map.of(
                "XDG_CONFIG_HOME",
                "/c",
                "XDG_STATE_HOME",
                "relative",
                "XDG_DATA_HOME",
                "",
                "XDG_RUNTIME_DIR",
                "/run/user/1"),
            home);
    assertEquals(Path.of("/c/vitrine"), set.config());
    assertEquals(home.resolve(".local/state/vitrine"), set.state());
    assertEquals(home.resolve(".local/share/vitrine"), set.data());
    assertEquals(Optional.of(Path.of("/run/user/1/vitrine")), set.runtime());
  }
}
