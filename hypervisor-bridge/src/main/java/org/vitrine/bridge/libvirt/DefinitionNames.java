package org.vitrine.bridge.libvirt;

import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrine.bridge.xml.SafeXml;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** What a definition calls itself. */
record DefinitionNames(String name, String uuid) {

  static DefinitionNames of(String definition) throws ProblemException {
    String name = "";
    String uuid = "";
    try {
      XMLStreamReader xml = SafeXml.reader(definition);
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamReader.END_ELEMENT) {
          depth--;
        } else if (event == XMLStreamReader.START_ELEMENT) {
          depth++;
          String element = xml.getLocalName();
          if (depth == 2 && (element.equals("name") || element.equals("uuid"))) {
            String text = xml.getElementText();
            depth--;
            name = element.equals("name") ? text : name;
            uuid = element.equals("uuid") ? text.strip() : uuid;
          }
        }
      }
      if (!uuid.isEmpty()) {
        uuid = UUID.fromString(uuid).toString();
      }
    } catch (XMLStreamException | IllegalArgumentException broken) {
      throw new ProblemException(
          Problem.of(Cause.DEFINITION_INVALID, name, String.valueOf(broken.getMessage())), broken);
    }
    return new DefinitionNames(name, uuid);
  }
}
