package org.halles.api;

/** An answer with a part of a list and more besides; a {@code Page} is the list alone. */
public interface Continued {

  /** Where the next part begins, or null at the end. */
  String next();
}
