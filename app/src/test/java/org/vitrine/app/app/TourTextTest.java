package org.vitrine.app.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.bridge.demo.DemoHost;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.problem.ProblemException;

/** Every screen of the tour says what it says in words, and shows them. */
class TourTextTest {

  /** What stands where a word is missing, or where one was not filled in. */
  private static final Pattern KEY =
      Pattern.compile(
          "[!?]{1,3}[\\w.]+[!?]{1,3}|\\{\\d[^}]*\\}"
              + "|(?<![\\w-])(problem|action|refusal|done|confirm|job|jobs|host|hostForm|hostKind|name|labels"
              + "|rename|notice|empty|column|state|network|pool|thing|fact|address|caution|button"
              + "|dialog|detail|machine|place|settings|theme|key|palette|failed|shutDown)"
              + "(\\.[A-Za-z_]+)+");

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({"1240, 760", "900, 600"})
  void everyScreenSpeaksInWordsThatCanBeRead(double width, double height) throws ProblemException {
    XdgFolders folders =
        XdgFolders.of(Map.of("XDG_RUNTIME_DIR", home.resolve("run").toString()), home);
    HostEntry demo = new DemoHost(folders).entry("Demo host");
    List<String> faults = new ArrayList<>();
    try (TestWindow window = TestWindow.on(TestWindow.libvirt(), demo)) {
      OnFxThread.run(
          () -> {
            window.stage().setWidth(width);
            window.stage().setHeight(height);
          });
      window.awaitConnected(demo).awaitPicture();
      List<Tour.Stop> stops = OnFxThread.get(() -> new TourStops(window.parts()).all());
      assertTrue(stops.size() > 20);
      for (Tour.Stop stop : stops) {
        OnFxThread.run(stop.arrive());
        window.awaitPicture();
        List<String> texts = window.texts();
        assertTrue(texts.size() > 5, () -> stop.name() + " is empty");
        for (String text : texts) {
          if (KEY.matcher(text).find()) {
            faults.add(stop.name() + ": " + text);
          }
        }
        for (Node node : window.seen(TourTextTest::isCutToNothing)) {
          faults.add(stop.name() + ": cut to nothing: " + ((Labeled) node).getText());
        }
        OnFxThread.run(
            () -> {
              stop.leave().run();
              window.parts().dialogs().layers().closeAll();
              window.parts().toasts().getChildren().clear();
            });
      }
    }
    assertEquals(List.of(), faults.stream().distinct().toList());
  }

  @Test
  void theLookForFaultsFindsThem() {
    assertTrue(KEY.matcher("problem.NO_MEMORY.what").find());
    assertTrue(KEY.matcher("Started {0}").find());
    boolean found =
        OnFxThread.get(
            () -> {
              Label cut = new Label("Some words");
              Label whole = new Label("Some words");
              cut.setMinWidth(0);
              cut.setMaxWidth(4);
              VBox box = new VBox(cut, whole);
              var scene = new Scene(box, 200, 100);
              box.applyCss();
              box.layout();
              return scene.getRoot() != null && isCutToNothing(cut) && !isCutToNothing(whole);
            });
    assertTrue(found);
  }

  /** A label that has words and no room for even one letter of them. */
  private static boolean isCutToNothing(Node node) {
    if (!(node instanceof Labeled label)
        || label.getText() == null
        || label.getText().isBlank()
        || label.getSkin() == null
        || !label.isManaged()) {
      return false;
    }
    if (label.getContentDisplay() == javafx.scene.control.ContentDisplay.GRAPHIC_ONLY) {
      return false;
    }
    return label.getHeight() < 8
        || label.lookupAll(".text").stream()
            .filter(javafx.scene.text.Text.class::isInstance)
            .map(text -> ((javafx.scene.text.Text) text).getText())
            .anyMatch(shown -> shown.isBlank() || "...".equals(shown) || "…".equals(shown));
  }
}
