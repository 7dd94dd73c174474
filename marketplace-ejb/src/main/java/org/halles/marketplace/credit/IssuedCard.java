package org.halles.marketplace.credit;

/**
 * A new gift card with its code, which nobody can ask for again.
 *
 * @param code to be given to whoever may pay with it
 */
public record IssuedCard(CreditView card, String code) {

  @Override
  public String toString() {
    return "gift card " + card.id() + " …" + card.ending();
  }
}
