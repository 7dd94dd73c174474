package org.halles.marketplace.plugin;

import java.util.Objects;

/**
 * What a plugin said, or why there is nothing to go by. The caller decides what happens then: a
 * fault is never an answer.
 *
 * @param value the answer, or null if it failed
 * @param fault why it failed, or null
 */
public record Answer<T>(T value, String fault) {

  public Answer {
    if ((value == null) == (fault == null)) {
      throw new IllegalArgumentException("either a value or a fault: " + value + ", " + fault);
    }
  }

  static <T> Answer<T> of(T value) {
    return new Answer<>(Objects.requireNonNull(value), null);
  }

  static <T> Answer<T> failed(String fault) {
    return new Answer<>(null, Objects.requireNonNull(fault));
  }

  public boolean failed() {
    return fault != null;
  }
}
