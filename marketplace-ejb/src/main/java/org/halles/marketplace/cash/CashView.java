package org.halles.marketplace.cash;

import java.time.Instant;
import java.util.List;
import org.halles.spi.Money;

/**
 * How far the cash of a vendor's order is.
 *
 * @param amount what the buyer pays at the door
 * @param receivedAt when the vendor said that it has it, or null
 * @param returns what it is to give back by hand, oldest first
 */
public record CashView(
    Money amount, State state, Instant receivedAt, List<CashReturns.Return> returns) {

  /** Where it stands. */
  public enum State {
    /** The buyer pays when the parcel arrives. */
    TO_COLLECT,
    /** The vendor has it. */
    RECEIVED,
    /** The order ended without it: nothing is owed. */
    NOT_COLLECTED
  }

  public CashView {
    returns = List.copyOf(returns);
  }
}
