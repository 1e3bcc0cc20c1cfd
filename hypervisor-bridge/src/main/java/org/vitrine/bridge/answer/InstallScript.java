package org.vitrine.bridge.answer;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * A script of the catalogue that installs a system unattended.
 *
 * @param fileName under which its reader looks for it
 * @param injections how its reader can get at it, in the catalogue's order
 * @param parameters what it takes
 * @param styleSheet makes the file from the answers
 */
record InstallScript(
    String id,
    String profile,
    String fileName,
    List<String> injections,
    boolean needsNetwork,
    Map<String, Parameter> parameters,
    Element styleSheet) {

  InstallScript {
    injections = List.copyOf(injections);
    parameters = Map.copyOf(parameters);
  }

  /**
   * @param valueMap id of the table that translates its values; empty for none
   */
  record Parameter(boolean required, String valueMap) {}

  boolean isXml() {
    return fileName.endsWith(".xml");
  }
}
