package org.vitrine.planted.bridge.image;

/** Breaks: formatting names its locale. */
public final class FormatsInAnyLocale {

  private FormatsInAnyLocale() {}

  public static String number(int number) {
    return String.format("%d", number);
  }
}
