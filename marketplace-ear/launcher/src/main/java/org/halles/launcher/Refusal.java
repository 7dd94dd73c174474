package org.halles.launcher;

/** Something the person at the keyboard can put right; the message says how. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message in the manner of {@link String#format}. */
  public Refusal(String message, Object... values) {
    super(values.length == 0 ? message : String.format(message, values));
  }
}
