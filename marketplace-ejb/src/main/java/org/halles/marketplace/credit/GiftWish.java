package org.halles.marketplace.credit;

import java.time.LocalDate;
import org.halles.marketplace.identity.EmailAddress;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.spi.Money;

/**
 * A gift card somebody wants to buy.
 *
 * @param recipient the mailbox its code goes to
 * @param sender whom the letter says it is from; may be missing
 * @param greeting a few words; may be missing
 * @param deliverOn when the letter goes out; null: as soon as it is paid
 * @param language of the letter, {@code fr} or {@code en}
 */
public record GiftWish(
    Money amount,
    String recipient,
    String sender,
    String greeting,
    LocalDate deliverOn,
    String language) {

  static final int LONGEST_NAME = 100;
  static final int LONGEST_GREETING = 500;

  /** A letter can wait for so long. */
  static final int MOST_DAYS = 365;

  /**
   * The same, stripped, if a card like that can be bought; notes everything wrong with it.
   *
   * @param today the business day it is bought on
   */
  public GiftWish checked(GiftCardTerms terms, LocalDate today, Checklist checks) {
    checkAmount(terms, checks);
    EmailAddress to = EmailAddress.parse(recipient).orElse(null);
    if (to == null) {
      checks.reject("recipient", "must be an e-mail address such as ana@example.org", recipient);
    }
    LocalDate last = today.plusDays(MOST_DAYS);
    if (deliverOn != null && (deliverOn.isBefore(today) || deliverOn.isAfter(last))) {
      checks.reject("deliverOn", "must be from " + today + " to " + last, deliverOn);
    }
    return new GiftWish(
        amount,
        to == null ? null : to.value(),
        checks.optional("sender", sender, LONGEST_NAME),
        checks.optional("greeting", greeting, LONGEST_GREETING),
        deliverOn,
        "en".equals(language) ? "en" : "fr");
  }

  private void checkAmount(GiftCardTerms terms, Checklist checks) {
    if (amount == null) {
      checks.reject("amount", "is missing", null);
      return;
    }
    GiftCardTerms.Bounds bounds = terms.of(amount.currency()).orElse(null);
    if (bounds == null) {
      checks.reject(
          "amount",
          "must be in one of "
              + terms.bounds().stream().map(one -> one.least().currency().value()).toList(),
          amount);
    } else if (!bounds.admit(amount)) {
      checks.reject("amount", "must be from " + bounds.least() + " to " + bounds.most(), amount);
    } else {
      GatewayGrid.check("amount", amount, checks);
    }
  }
}
