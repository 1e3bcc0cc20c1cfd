package org.vitrine.app.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.app.machines.Column;
import org.vitrine.app.machines.MachineSort;
import org.vitrine.app.settings.Settings;
import org.vitrine.app.testing.FakeHosts;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.app.theme.Theme;
import org.vitrine.bridge.keep.PreferencesFile;
import org.vitrine.bridge.keep.XdgFolders;

/** What the user set is there the next time, and broken files never keep the window shut. */
class KeepingFlowTest {

  @TempDir private Path home;
  private final FakeHosts hosts = new FakeHosts();

  private XdgFolders folders() {
    return XdgFolders.of(Map.of(), home);
  }

  private Keeping keeping() {
    return OnFxThread.get(() -> new Keeping(folders(), true));
  }

  private interface Use {
    void of(TestWindow window, Keeping keeping);
  }

  /** One run of the app, from its start to its end, as far as it keeps anything. */
  private PreferencesFile.Reading run(Use use) {
    Keeping keeping = keeping();
    PreferencesFile.Reading read = keeping.preferences();
    try (TestWindow window = TestWindow.on(hosts.hypervisor())) {
      window.awaitPicture();
      OnFxThread.run(
          () -> {
            Keeping.apply(read.preferences(), window.settings());
            Keeping.apply(read.preferences(), window.parts().machines());
            Keeping.apply(read.preferences().window(), window.stage());
            keeping.follow(
                window.stage(),
                window.settings(),
                window.parts().machines(),
                problem -> window.parts().tell(problem));
            read.notices().forEach(window.parts()::tell);
          });
      window.awaitPicture();
      use.of(window, keeping);
    }
    keeping.close();
    return read;
  }

  @Test
  void whatWasSetIsThereTheNextTime() {
    run(
        (window, keeping) ->
            OnFxThread.run(
                () -> {
                  Settings settings = window.settings();
                  settings.themeProperty().set(Theme.Choice.DARK);
                  settings.textScaleProperty().set(1.3);
                  settings.cadenceSecondsProperty().set(3);
                  settings.patienceSecondsProperty().set(45);
                  settings.commandsShownProperty().set(true);
                  settings.detailShownProperty().set(false);
                  window.parts().machines().sortProperty().set(new MachineSort(Column.CPU, true));
                  window.stage().setWidth(1111);
                  window.stage().setHeight(666);
                  keeping.keepHosts(java.util.List.of(FakeHosts.entry("lab")));
                }));
    run(
        (window, keeping) -> {
          Settings settings = window.settings();
          assertEquals(Theme.Choice.DARK, settings.themeProperty().get());
          assertEquals(1.3, settings.textScaleProperty().get());
          assertEquals(3, settings.cadenceSecondsProperty().get());
          assertEquals(45, settings.patienceSecondsProperty().get());
          assertTrue(settings.commandsShownProperty().get());
          assertFalse(settings.detailShownProperty().get());
          assertEquals(
              new MachineSort(Column.CPU, true), window.parts().machines().sortProperty().get());
          Stage stage = window.stage();
          assertEquals(1111, OnFxThread.get(stage::getWidth));
          assertEquals(666, OnFxThread.get(stage::getHeight));
          assertEquals(java.util.List.of(FakeHosts.entry("lab")), keeping.hosts().hosts());
        });
  }

  private Path settingsFile() throws IOException {
    run((window, keeping) -> OnFxThread.run(() -> window.settings().textScaleProperty().set(1.2)));
    try (var files = Files.walk(home.resolve(".config"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().contains("host"))
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000\u0001garbage", "{\"format\": 99}", "{\"theme\": [", "<xml/>"})
  void aBrokenFileIsSetAsideAndSaidAndTheWindowOpens(String content) throws IOException {
    Path file = settingsFile();
    Files.writeString(file, content);
    PreferencesFile.Reading read =
        run(
            (window, keeping) -> {
              assertEquals(1, window.settings().textScaleProperty().get());
              window.awaitText(file.toString());
            });
    assertEquals(1, read.notices().size());
    PreferencesFile.Reading again = run((window, keeping) -> {});
    assertTrue(again.notices().isEmpty(), "it is said once");
  }

  @Test
  void aFolderInThePlaceOfTheFileIsSaidAndTheWindowOpens() throws IOException {
    Path file = settingsFile();
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    PreferencesFile.Reading read = run((window, keeping) -> window.awaitText(file.toString()));
    assertEquals(1, read.notices().size());
  }

  @Test
  void aFileThatOthersMayWriteIsNarrowedAndSaid() throws IOException {
    Path file = settingsFile();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    PreferencesFile.Reading read =
        run((window, keeping) -> window.awaitText("Other users could read or change the file"));
    assertEquals(1, read.notices().size());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
