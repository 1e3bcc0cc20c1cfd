package org.vitrine.bridge.link;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;

/** What all parts of one link share. */
record Room(
    Supplier<HostEntry> entry,
    LinkTiming timing,
    InstantSource clock,
    Desk desk,
    HostPicture picture,
    Publisher publisher,
    Farewells farewells) {

  /** The link's word in the names of its threads. */
  String name() {
    return entry.get().id().value();
  }

  HostAddress address() {
    return entry.get().address();
  }

  String label() {
    return entry.get().label();
  }
}
