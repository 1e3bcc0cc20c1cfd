package org.vitrine.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * A rule of the house, for any root package, so that it can be tried on planted code.
 *
 * @param planted the class under {@code org.vitrine.planted} that breaks it
 */
record Rule(String name, String planted, Function<String, ArchRule> under) {

  @Override
  public String toString() {
    return name;
  }
}
