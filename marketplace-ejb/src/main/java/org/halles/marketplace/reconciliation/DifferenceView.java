package org.halles.marketplace.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * One key on which a gateway and the book disagree, with what may have caused it and what can
 * safely be done.
 *
 * @param key what we sent it under
 * @param reference the gateway's own id, or null
 * @param source {@code payment-transaction} or {@code payout}; null if the key is unknown here
 * @param about the number of the purchase or the payout, or null
 * @param thereKind what the gateway calls it, or null
 * @param thereState what the gateway says of it, or null if it does not know it
 * @param hereState what we say of it, or null if it is unknown here
 * @param there what the gateway says it added to the balance; below zero: took
 * @param here what was posted
 * @param thereFee what the gateway says it kept
 * @param hereFee what was posted as kept
 * @param cause a code of what most likely happened, such as {@code answer-lost}
 * @param actions what can safely be done, the best first
 * @param status {@code OPEN}, {@code PROPOSED}, {@code EXPLAINED}, {@code POSTED}, {@code RESOLVED}
 * @param proposed what somebody proposed, waiting for a second person, or null
 * @param note the words of who proposed it, or null
 */
public record DifferenceView(
    UUID id,
    String gateway,
    String key,
    DifferenceKind kind,
    String reference,
    String source,
    UUID sourceId,
    String about,
    String thereKind,
    String thereState,
    String hereState,
    Money there,
    Money here,
    Money thereFee,
    Money hereFee,
    Instant at,
    String cause,
    List<SafeAction> actions,
    String status,
    SafeAction proposed,
    String note,
    UUID proposedBy,
    UUID decidedBy,
    Instant decidedAt) {

  /** What the gateway says was added to our balance, less what is posted. */
  public Money off() {
    return there.minus(thereFee).minus(here.minus(hereFee));
  }
}
