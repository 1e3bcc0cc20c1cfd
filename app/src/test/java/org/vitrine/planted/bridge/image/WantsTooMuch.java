package org.vitrine.planted.bridge.image;

/** Breaks: constructors stay short. */
public final class WantsTooMuch {

  private final String all;

  public WantsTooMuch(int a, int b, int c, int d, int e, int f, int g, int h) {
    all = "" + a + b + c + d + e + f + g + h;
  }

  @Override
  public String toString() {
    return all;
  }
}
