package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.testing.Offers;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.unit.ByteSize;

/** A medium is compared with what its makers published, where the user sees it. */
class MediumCheckTest extends FakeWindow {

  @TempDir Path folder;

  private TestWindow openOn(Path iso) {
    lab().add("other");
    lab().offer(Offers.here());
    TestWindow window = open(LAB);
    window
        .systems()
        .put(
            new MediaReading(
                iso.toString(),
                MediaReading.Kind.ISO,
                Optional.empty(),
                true,
                false,
                "TEST",
                ByteSize.mib(3),
                "",
                "",
                Optional.empty(),
                List.of()));
    noStall.allowing(() -> OnFxThread.run(() -> window.parts().newMachine().open(iso)));
    return window;
  }

  private static void awaitVerdict(TestWindow window, String words) {
    TestWindow.await(
        words, () -> TestWindow.textsIn(window.parts().root()).toString().contains(words));
  }

  @Test
  void checksumBesideTheFileDecides() throws Exception {
    Path iso = folder.resolve("test.iso");
    byte[] content = new byte[3 << 20];
    Files.write(iso, content);
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    Files.writeString(folder.resolve("SHA256SUMS"), sum + "  test.iso\n");
    TestWindow window = openOn(iso);
    window.press("medium-check");
    awaitVerdict(window, "It is what its makers published");
    awaitVerdict(window, sum);

    content[5] = 1;
    Files.write(iso, content);
    window.press("medium-check");
    awaitVerdict(window, "It differs from what its makers published");
    assertTrue(Files.exists(iso));
  }

  @Test
  void withoutAListItSaysWhatToDo() throws Exception {
    Path iso = folder.resolve("alone.iso");
    Files.write(iso, new byte[1 << 20]);
    TestWindow window = openOn(iso);
    window.press("medium-check");
    awaitVerdict(window, "There is nothing to compare it with");
  }
}
