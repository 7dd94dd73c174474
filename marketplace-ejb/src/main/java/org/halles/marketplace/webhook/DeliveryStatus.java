package org.halles.marketplace.webhook;

/** How far a message has come. */
public enum DeliveryStatus {
  /** For its first or another attempt. */
  WAITING,
  /** It was taken. */
  DELIVERED,
  /** It was given up. */
  FAILED
}
