package org.vitrine.bridge.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.fake.FakeHost;
import org.vitrine.bridge.fake.FakeHypervisor;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineState;

final class LinkSmokeTest {

  @Test
  void aStartShowsByEvent() throws Exception {
    FakeHypervisor fake = new FakeHypervisor();
    HostAddress address = HostAddress.local(Driver.TEST, "/default");
    FakeHost host = fake.host(address);
    UUID one = host.add("one");
    LinkedBlockingQueue<HostSnapshot> told = new LinkedBlockingQueue<>();
    try (HostLink link =
        new HostLink(
            new HostEntry(new HostId("h"), "Host", address, "", true),
            fake,
            CredentialPrompt.NONE,
            told::add,
            LinkTiming.DEFAULT)) {
      link.watch(Set.of(one), Duration.ofMillis(100));
      link.connect();
      await(told, MachineState.OFF, one);
      link.change(
              one,
              session -> {
                session.perform(one, Action.START);
                return true;
              },
              Duration.ofSeconds(1))
          .get();
      await(told, MachineState.RUNNING, one);
    }
    assertEquals(0, fake.openSessions());
  }

  private static void await(LinkedBlockingQueue<HostSnapshot> told, MachineState state, UUID one)
      throws InterruptedException {
    while (true) {
      HostSnapshot next = told.poll(2, TimeUnit.SECONDS);
      assertTrue(next != null, "no " + state);
      if (next.machines().containsKey(one) && next.machines().get(one).state() == state) {
        return;
      }
    }
  }
}
