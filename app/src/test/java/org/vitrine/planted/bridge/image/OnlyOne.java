package org.vitrine.planted.bridge.image;

/** Breaks: no hidden globals. */
public final class OnlyOne {

  private static final OnlyOne ONE = new OnlyOne();

  private OnlyOne() {}

  public static OnlyOne getInstance() {
    return ONE;
  }
}
