package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.app.testing.FakeHosts;
import org.vitrine.app.testing.Stalls;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.bridge.fake.FakeHost;
import org.vitrine.bridge.testing.NoStall;
import org.vitrine.model.host.HostEntry;

/** Ground of the flows on hosts in memory: windows that close clean and never stall. */
abstract class FakeWindow {

  @RegisterExtension final NoStall noStall = Stalls.watch();

  final FakeHosts hosts = new FakeHosts();
  private final List<TestWindow> windows = new ArrayList<>();

  static final HostEntry LAB = FakeHosts.entry("lab");

  FakeHost lab() {
    return hosts.host("lab");
  }

  /** Opens a window on hosts that are there already and waits until it lists them. */
  TestWindow open(HostEntry... entries) {
    List<TestWindow> opened = new ArrayList<>();
    noStall.allowing(() -> opened.add(show(entries).awaitConnected(entries).awaitPicture()));
    return opened.getFirst();
  }

  /** Opens a window and waits for nothing. */
  TestWindow show(HostEntry... entries) {
    noStall.allowing(Warm::up);
    List<TestWindow> opened = new ArrayList<>();
    noStall.allowing(() -> opened.add(TestWindow.on(hosts.hypervisor(), entries).awaitPicture()));
    windows.addAll(opened);
    return opened.getFirst();
  }

  @AfterEach
  void closeAll() {
    long before = System.nanoTime();
    windows.forEach(TestWindow::close);
    long millis = (System.nanoTime() - before) / 1_000_000;
    assertTrue(millis < 3500, "closing took " + millis + " ms");
    TestWindow.await("all sessions are let go", () -> hosts.hypervisor().openSessions() == 0);
    assertEquals(0, hosts.hypervisor().openSessions());
  }
}
