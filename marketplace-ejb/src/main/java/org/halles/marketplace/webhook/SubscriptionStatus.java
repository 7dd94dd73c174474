package org.halles.marketplace.webhook;

/** Whether anything is sent. */
public enum SubscriptionStatus {
  /** What happens is sent. */
  ON,
  /** Its owner switched it off. */
  OFF,
  /** We switched it off: nobody answered for days, or the receiver wants no more. */
  PAUSED
}
