package org.vitrine.model.plan;

/** A value to begin with, and why just that one. */
public record Suggested<T>(T value, Why why) {

  public static <T> Suggested<T> of(T value, Why.Reason reason, Why.Detail... details) {
    return new Suggested<>(value, Why.of(reason, details));
  }
}
