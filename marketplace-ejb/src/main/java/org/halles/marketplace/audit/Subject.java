package org.halles.marketplace.audit;

import java.util.UUID;

/**
 * What was changed.
 *
 * @param type in a word, such as {@code listing}
 * @param id which one
 * @param vendorId whose it is, or null if it is the marketplace's
 */
public record Subject(String type, String id, UUID vendorId) {

  /** Something of the marketplace's own. */
  public static Subject of(String type, Object id) {
    return new Subject(type, String.valueOf(id), null);
  }

  /** Something of a vendor's. */
  public static Subject of(String type, Object id, UUID vendorId) {
    return new Subject(type, String.valueOf(id), vendorId);
  }
}
