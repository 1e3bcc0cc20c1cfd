package org.vitrine.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.vitrine.app.testing.OnFxThread;

class LatestOnlyTest {

  private final List<Integer> got = Collections.synchronizedList(new ArrayList<>());
  private final List<Boolean> onFx = Collections.synchronizedList(new ArrayList<>());
  private final LatestOnly<Integer> latest =
      new LatestOnly<>(
          value -> {
            onFx.add(Platform.isFxApplicationThread());
            got.add(value);
          });

  @Test
  void whatWasOvertakenIsLeftOut() {
    OnFxThread.run(
        () -> {
          for (int i = 0; i < 1000; i++) {
            latest.accept(i);
          }
        });
    OnFxThread.await("a value came", () -> !got.isEmpty());
    OnFxThread.run(() -> {});
    assertEquals(List.of(999), got);
  }

  @Test
  void lastValueAlwaysArrivesAndNoneComesAfterANewerOne() throws Exception {
    int last = 200_000;
    Thread teller =
        new Thread(
            () -> {
              for (int i = 0; i <= last; i++) {
                latest.accept(i);
              }
            },
            "teller");
    teller.start();
    teller.join(20_000);
    assertFalse(teller.isAlive());
    OnFxThread.await("the last value came", () -> got.contains(last));
    for (int i = 1; i < got.size(); i++) {
      assertTrue(got.get(i) > got.get(i - 1));
    }
    assertFalse(onFx.contains(false));
  }
}
