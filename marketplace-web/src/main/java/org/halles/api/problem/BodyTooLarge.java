package org.halles.api.problem;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A body grew beyond its bound while it was read: it came without its length. */
public final class BodyTooLarge extends IOException {

  private static final long serialVersionUID = 1L;

  private final int largest;

  public BodyTooLarge(int largest) {
    super("the body has more than " + largest + " bytes");
    this.largest = largest;
  }

  /** What to answer. */
  public Problem problem() {
    return new Problem(
        "body-too-large",
        413,
        "the body may have at most " + largest + " bytes here",
        List.of(),
        Map.of("largest", largest));
  }
}
