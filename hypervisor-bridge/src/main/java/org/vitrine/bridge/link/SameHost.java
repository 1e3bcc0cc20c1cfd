package org.vitrine.bridge.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;

/**
 * Finds out two entries that lead to one host, by the host's own UUID. The first to come keeps it,
 * as long as it is wanted connected. System and session of one computer are different hosts, and so
 * are the sessions of two users.
 */
final class SameHost {

  private record Key(String uuid, String role) {}

  private final Map<Key, HostEntry> first = new HashMap<>();

  /** The entry that has this snapshot's host already, if it is another one. */
  synchronized Optional<HostEntry> seen(HostEntry entry, HostSnapshot snapshot) {
    return switch (snapshot.state()) {
      case HostState.Disconnected _, HostState.Refused _ -> {
        left(entry.id());
        yield Optional.empty();
      }
      case HostState.Connected _ ->
          snapshot
              .facts()
              .filter(facts -> !facts.uuid().isEmpty())
              .map(facts -> new Key(facts.uuid(), role(entry.address())))
              .map(key -> first.computeIfAbsent(key, host -> entry))
              .filter(holder -> !holder.id().equals(entry.id()));
      case HostState.Connecting _, HostState.Silent _, HostState.Lost _ -> Optional.empty();
    };
  }

  synchronized void left(HostId id) {
    first.values().removeIf(entry -> entry.id().equals(id));
  }

  private static String role(HostAddress address) {
    String whose = "/session".equals(address.path()) ? address.user().orElse("") : "";
    return address.driver() + " " + address.path() + " " + whose;
  }
}
