package org.halles.spi;

import java.util.List;
import java.util.Map;

/**
 * Looks at a purchase while it is being paid, and says whether a person should look at it before
 * anything is sent.
 *
 * <p><b>Life cycle.</b> Found once at deployment; asked once for each checkout, before the money is
 * asked for. A check never refuses a sale. A purchase it wants held is ordered and paid like any
 * other; then its vendors wait, and files stay closed, until an operator releases it or gives the
 * money back.
 *
 * <p><b>Contract.</b> Pure, like {@link CommissionRule}: everything to go by is in the facts, no
 * network, no database, no clock. Answer within 250 ms. A check that fails, answers null or is late
 * holds nothing: a broken check must not stop a market. That it could not tell is written beside
 * the order.
 *
 * <pre>{@code
 * public Opinion look(CheckoutFacts purchase) {
 *   boolean hasty = purchase.history().attemptsToday() > 5;
 *   return hasty
 *       ? new Opinion(80, true, List.of(Map.of("fr", "trop d’essais", "en", "too many attempts")))
 *       : Opinion.CLEAR;
 * }
 * }</pre>
 */
public interface CheckoutCheck {

  /** The stable name of this check, such as {@code fraud-score}. */
  String id();

  /** What it thinks of a purchase. */
  Opinion look(CheckoutFacts purchase);

  /**
   * What a check thinks.
   *
   * @param score 0 for nothing suspicious to 100
   * @param hold true if a person should look before anything is sent
   * @param reasons what speaks for it, each by language: {@code fr} and {@code en}; at most 20
   */
  record Opinion(int score, boolean hold, List<Map<String, String>> reasons) {

    /** Nothing to say. */
    public static final Opinion CLEAR = new Opinion(0, false, List.of());

    public Opinion {
      reasons = reasons.stream().map(Map::copyOf).toList();
    }
  }
}
