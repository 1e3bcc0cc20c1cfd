package org.vitrine.bridge.link;

import java.time.InstantSource;
import org.vitrine.model.host.HostEntry;

/** What all parts of one link share. */
record Room(
    HostEntry entry,
    LinkTiming timing,
    InstantSource clock,
    Desk desk,
    HostPicture picture,
    Publisher publisher,
    Farewells farewells) {

  /** The link's word in the names of its threads. */
  String name() {
    return entry.id().value();
  }

  String label() {
    return entry.label();
  }
}
