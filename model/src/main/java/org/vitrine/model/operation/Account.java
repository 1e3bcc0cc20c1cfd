package org.vitrine.model.operation;

import java.util.List;

/**
 * An operation from its first to its last deed.
 *
 * @param kind what it is, as a key of the app's bundle
 * @param subject what it is about, as a machine's name
 * @param host the address it works on
 */
public record Account(String kind, String subject, String host, List<Deed> deeds) {

  public Account {
    deeds = List.copyOf(deeds);
  }
}
