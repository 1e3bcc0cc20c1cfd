package org.vitrine.app.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.bridge.fake.FakeMachine;
import org.vitrine.model.port.ScreenPicture;

/** A guest chooses what is on its screen, and a host how it is packed. */
class ScreenDecoderTest {

  private static final String PIXMAP = "image/x-portable-pixmap";

  private static ScreenPicture text(String type, String text) {
    return new ScreenPicture(type, ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void pixmapKeepsItsSizeAndColours() {
    Image image = ScreenDecoder.decode(FakeMachine.plain(31, 17, 200, 100, 50)).orElseThrow();
    assertEquals(31, image.getWidth());
    assertEquals(17, image.getHeight());
    assertEquals(0xffc86432, image.getPixelReader().getArgb(30, 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "P5\n1 1\n255\nxxx",
        "P6\n2 2\n255\nxxx",
        "P6\n0 2\n255\nxxx",
        "P6\n99999 99999\n255\nxxx",
        "P6\n16384 16384\n255\nxxx",
        "P6\n1 1\n65535\nxxxxxx",
        "P6\n1",
        "P6 -1 -1 255 xxx"
      })
  void whatIsNoPixmapComesToNothing(String bytes) {
    assertTrue(ScreenDecoder.decode(text(PIXMAP, bytes)).isEmpty());
  }

  @Test
  void pictureThatClaimsTooMuchIsNotDecoded() {
    ByteBuffer png = ByteBuffer.allocate(64);
    png.putLong(0, 0x89504e470d0a1a0aL).putInt(16, 60_000).putInt(20, 60_000);
    assertTrue(ScreenDecoder.decode(new ScreenPicture("image/png", png)).isEmpty());
    assertTrue(ScreenDecoder.decode(text("image/png", "no picture at all, only words")).isEmpty());
    assertTrue(ScreenDecoder.decode(text("text/html", "P6\n1 1\n255\nxxx")).isEmpty());
  }

  @Test
  void noBytesMakeItThrow() {
    Random random = new Random(7);
    byte[] good = new byte[FakeMachine.plain(9, 9, 1, 2, 3).bytes().remaining()];
    FakeMachine.plain(9, 9, 1, 2, 3).bytes().duplicate().get(good);
    for (int round = 0; round < 2000; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i < 3; i++) {
        bad[random.nextInt(12)] = (byte) random.nextInt();
      }
      var _ = ScreenDecoder.decode(new ScreenPicture(PIXMAP, ByteBuffer.wrap(bad)));
    }
  }
}
