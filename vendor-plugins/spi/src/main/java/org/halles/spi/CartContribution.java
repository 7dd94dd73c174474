package org.halles.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Offers buyers to add an amount for somebody else: a donation, a mutual fund, a levy that is
 * theirs to choose. The buyer says yes or nothing happens; the amount becomes a leg of the split
 * that belongs to that party and to nobody else, and goes back when the whole purchase does.
 *
 * <p><b>Life cycle.</b> Found once at deployment; asked whenever a cart is shown and once more when
 * it is paid. The buyer says with the payment how much was shown: if it changed meanwhile, nothing
 * is paid and the buyer is asked again.
 *
 * <p><b>Contract.</b> Pure, like {@link CommissionRule}: no network, no database, no clock. Answer
 * within 250 ms, in the currency of the basket, above zero and never more than the basket itself.
 * If it fails, its offer is missing and the sale goes on without it.
 *
 * <pre>{@code
 * public Optional<Offer> offer(Basket basket) {
 *   return Optional.of(
 *       new Offer("refuge", Money.of(100, basket.total().currency()), title, help));
 * }
 * }</pre>
 */
public interface CartContribution {

  /** The stable name of this offer, such as {@code mutual-aid-roundup}. */
  String id();

  /** What the buyer of this basket may add; empty if nothing. */
  Optional<Offer> offer(Basket basket);

  /**
   * What is being bought. Nothing tells who buys it.
   *
   * @param total what the buyer would pay without any contribution; above zero
   * @param buyerCountry ISO 3166-1 alpha-2 of the delivery address, or null while unknown
   * @param vendors how many vendors sell something of it
   * @param at when it is asked, UTC
   */
  record Basket(Money total, String buyerCountry, int vendors, Instant at) {}

  /**
   * What may be added.
   *
   * @param party whose it is: lower-case letters, digits and hyphens, at most 60; the book keeps
   *     what is owed to it under this name
   * @param amount above zero
   * @param title what the buyer ticks, by language: {@code fr} and {@code en}
   * @param help who gets it and what for, in a sentence, by language; may be empty
   */
  record Offer(String party, Money amount, Map<String, String> title, Map<String, String> help) {

    public Offer {
      title = Map.copyOf(title);
      help = Map.copyOf(help);
    }
  }
}
