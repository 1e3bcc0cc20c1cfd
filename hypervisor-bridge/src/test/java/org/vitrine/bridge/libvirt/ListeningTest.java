package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vitrine.bridge.event.EventLoop;
import org.vitrine.bridge.event.HostEvents;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.model.port.CredentialPrompt;

class ListeningTest {

  @Test
  void whatIsRegisteredAfterTheEndIsTakenBackAtOnce() throws Exception {
    EventLoop loop = new EventLoop();
    loop.ensureRunning();
    Link link = new Link("test:///default", new PromptingAuth(CredentialPrompt.NONE));
    HostEvents events =
        link.call(
            (libvirt, connection) -> new HostEvents(libvirt, connection, loop, new HeardNews()));
    events.listenFirst();
    assertEquals(1, events.count());
    events.listenToAll();
    assertTrue(events.count() > 10, "kinds of events: " + events.count());
    events.stop();
    events.listenFirst();
    events.listenToAll();
    assertEquals(0, events.count());
    loop.settle();
    assertEquals(0, link.release());
  }
}
