package org.halles.marketplace.shared;

import java.util.Map;

/** There is no such thing, or it belongs to somebody else: the answer is the same. */
public final class NotFound extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param what the kind of thing, in a word such as {@code listing}
   * @param id what was asked for
   */
  public NotFound(String what, Object id) {
    super(Kind.NOT_FOUND, "not-found", "no " + what + " '" + shorten(id) + "' here", Map.of());
  }

  private static String shorten(Object id) {
    String text = String.valueOf(id);
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
