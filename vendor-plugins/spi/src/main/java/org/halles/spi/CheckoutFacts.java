package org.halles.spi;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Everything a {@link CheckoutCheck} may know about a purchase. No name, no street and no whole
 * e-mail address is in it. Immutable and free of services.
 *
 * @param total what the buyer pays
 * @param lines what is bought; at least one
 * @param country ISO 3166-1 alpha-2 of the delivery address; of the buyer for a gift card
 * @param postalCode of the delivery address; empty for a gift card, which is mailed
 * @param emailDomain what stands behind the @ of the buyer's address, in lower case
 * @param guest true if nobody is signed in
 * @param gateway who is to take the money
 * @param history what the marketplace remembers of this buyer
 * @param at when it is paid, UTC
 * @param businessDay that instant as a day and hour in the platform's time zone
 */
public record CheckoutFacts(
    Money total,
    List<Line> lines,
    String country,
    String postalCode,
    String emailDomain,
    boolean guest,
    String gateway,
    History history,
    Instant at,
    LocalDateTime businessDay) {

  public CheckoutFacts {
    lines = List.copyOf(lines);
  }

  /**
   * One line of the purchase.
   *
   * @param vendorId opaque; empty for a gift card, which the marketplace itself sells
   * @param kind {@code goods}, {@code service}, {@code digital} or {@code gift-card}
   * @param quantity units bought, above zero
   * @param total what the buyer pays for the line
   */
  public record Line(String vendorId, String kind, int quantity, Money total) {}

  /**
   * Earlier purchases. What was paid counts for signed-in buyers only, for anybody can type the
   * address of a good customer; a purchase that was held and not let go on counts for nothing.
   *
   * @param paid how many the account paid
   * @param refunded of how many of them all the money went back
   * @param attemptsToday how often the account or the e-mail address tried to pay within the last
   *     24 hours, with success or without
   * @param otherBuyersThere how many other addresses had purchases delivered to the same postal
   *     code and street within the last 24 hours
   * @param firstAt when the first was paid, or null
   */
  public record History(
      int paid, int refunded, int attemptsToday, int otherBuyersThere, Instant firstAt) {

    /** Somebody nobody knows. */
    public static final History NONE = new History(0, 0, 0, 0, null);
  }
}
