package org.halles.spi;

import java.util.Objects;

/**
 * A configuration value that nobody should read again, such as a key of an account elsewhere.
 * Halles keeps it encrypted, shows dots instead of it, and hands it to the plugin it was typed for.
 * It never prints itself, so that it cannot slip into a log.
 *
 * @param value the secret; not blank
 */
public record Secret(String value) {

  public Secret {
    if (Objects.requireNonNull(value, "value").isBlank()) {
      throw new IllegalArgumentException("a secret is blank: leave it out instead");
    }
  }

  @Override
  public String toString() {
    return "••••••••";
  }
}
