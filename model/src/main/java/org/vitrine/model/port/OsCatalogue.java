package org.vitrine.model.port;

import java.util.List;
import java.util.Optional;
import org.vitrine.model.os.OperatingSystem;

/** What is known of operating systems. Reading it for the first time blocks for some 100 ms. */
public interface OsCatalogue {

  /** Newest first within a product, products by name. */
  List<OperatingSystem> all();

  /** By id or short id. */
  Optional<OperatingSystem> find(String id);

  /** Those that fit what was typed, best first. */
  List<OperatingSystem> search(String typed, boolean endedToo);

  /** What a machine of this name would probably run, as {@code Debian 12 web} does. */
  Optional<OperatingSystem> guess(String machineName);
}
