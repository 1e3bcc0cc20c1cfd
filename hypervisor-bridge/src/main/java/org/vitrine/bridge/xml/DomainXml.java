package org.vitrine.bridge.xml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.io.IOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * Reads what a list needs out of a machine's definition. The definition itself is never written
 * back from these records: whatever they do not know would be lost.
 */
public final class DomainXml {

  private static final int LONGEST_MESSAGE = 300;
  private static final XmlLimits LIMITS = new XmlLimits();
  private static final XmlMapper MAPPER =
      XmlMapper.builder()
          .nameForTextElement(DomainRecord.TEXT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private DomainXml() {}

  /** Throws {@link Cause#DEFINITION_INVALID}, its detail being line and column. */
  public static DefinitionReading read(String text) throws ProblemException {
    return read(text, "domain", "domain", DomainRecord.class).reading();
  }

  static <T extends Record> T read(String text, String root, String sameRoot, Class<T> type)
      throws ProblemException {
    try {
      XMLStreamReader reader = LIMITS.open(text);
      while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
        reader.next();
      }
      String name = reader.getLocalName();
      if (!name.equals(root) && !name.equals(sameRoot)) {
        throw new XMLStreamException("not a " + root + ": " + name, reader.getLocation());
      }
      try (JsonParser parser = MAPPER.getFactory().createParser(reader)) {
        T found = MAPPER.readValue(parser, type);
        // what follows the root is the parser's business too: a second root is no definition
        while (reader.hasNext()) {
          reader.next();
        }
        return found;
      }
    } catch (XMLStreamException fault) {
      throw invalid(fault, place(fault.getLocation()), fault.getMessage());
    } catch (JsonProcessingException fault) {
      throw invalid(fault, place(fault), fault.getOriginalMessage());
    } catch (IOException | RuntimeException fault) {
      // the parser's own failures must not end the reading of a whole host
      throw invalid(fault, "", fault.getMessage());
    }
  }

  private static ProblemException invalid(Exception fault, String place, @Nullable String message) {
    String said = message == null ? "" : message;
    // the message may quote the text at length
    String raw = said.substring(0, Math.min(said.length(), LONGEST_MESSAGE));
    return new ProblemException(
        new Problem(Cause.DEFINITION_INVALID, "", place, new Problem.Raw(0, 0, raw)), fault);
  }

  private static String place(@Nullable Location place) {
    return place == null ? "" : place.getLineNumber() + ":" + place.getColumnNumber();
  }

  private static String place(JsonProcessingException fault) {
    if (fault.getCause() instanceof XMLStreamException below) {
      return place(below.getLocation());
    }
    JsonLocation place = fault.getLocation();
    return place == null ? "" : place.getLineNr() + ":" + place.getColumnNr();
  }
}
