package org.vitrine.planted.bridge.image;

import java.util.concurrent.atomic.AtomicInteger;

/** Breaks: no static state. */
public final class RemembersInAStatic {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private RemembersInAStatic() {}

  public static int next() {
    return COUNT.incrementAndGet();
  }
}
