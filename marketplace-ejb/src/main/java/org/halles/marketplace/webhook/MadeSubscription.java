package org.halles.marketplace.webhook;

/**
 * A subscription and the secret that signs its messages from now on; the secret is shown this once.
 */
public record MadeSubscription(SubscriptionView subscription, String secret) {

  /** Never the secret. */
  @Override
  public String toString() {
    return "MadeSubscription[" + subscription.id() + "]";
  }
}
