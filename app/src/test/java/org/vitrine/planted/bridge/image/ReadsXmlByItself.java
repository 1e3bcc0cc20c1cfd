package org.vitrine.planted.bridge.image;

import javax.xml.stream.XMLInputFactory;

/** Breaks: one maker of XML readers. */
public final class ReadsXmlByItself {

  private ReadsXmlByItself() {}

  public static Object reader() {
    return XMLInputFactory.newDefaultFactory();
  }
}
