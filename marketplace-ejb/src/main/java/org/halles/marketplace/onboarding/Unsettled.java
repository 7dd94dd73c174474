package org.halles.marketplace.onboarding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/** The vendor cannot leave: orders are open, or money is owed in either direction. */
public final class Unsettled extends Refusal {

  private static final long serialVersionUID = 1L;

  private final int orders;
  private final transient List<VendorBalance> balances;

  Unsettled(int orders, List<VendorBalance> balances) {
    super(
        Kind.UNPROCESSABLE,
        "vendor-unsettled",
        "the vendor cannot be closed: "
            + orders
            + " open orders; money not settled: "
            + balances.stream().map(Unsettled::amounts).toList()
            + ". Close the orders and settle the money first",
        Map.of("openOrders", orders, "balances", balances));
    this.orders = orders;
    this.balances = List.copyOf(balances);
  }

  /** How many of its orders are not closed. */
  public int orders() {
    return orders;
  }

  /** What is not settled, by currency. */
  public List<VendorBalance> balances() {
    return balances;
  }

  private static Map<String, Money> amounts(VendorBalance balance) {
    Map<String, Money> amounts = new LinkedHashMap<>();
    put(amounts, "pending", balance.pending());
    put(amounts, "available", balance.available());
    put(amounts, "reserve", balance.reserve());
    put(amounts, "in transit", balance.inTransit());
    put(amounts, "debt", balance.debt());
    return amounts;
  }

  private static void put(Map<String, Money> amounts, String what, Money amount) {
    if (!amount.isZero()) {
      amounts.put(what, amount);
    }
  }
}
