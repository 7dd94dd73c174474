package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.marketplace.order.FrozenLeg;
import org.halles.marketplace.order.LockedOrder;
import org.halles.marketplace.payment.GatewayFeeRows;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Rows;
import org.halles.spi.Money;

/**
 * What vendors bear of what a gateway keeps, by the terms their order was placed under: divided by
 * what the buyer paid to each, the platform's own fee among them, and never more than the vendor
 * earned. Part of the settling transaction.
 */
@ApplicationScoped
class BorneFees {

  private static final Rows.Shape FEE =
      Rows.Shape.of(
          "vendor_gateway_fee",
          "vendor_order_id uuid",
          "order_group_id uuid",
          "amount_minor bigint",
          "currency text");

  private static final String PLATFORM = "platform";

  private Database database;
  private GatewayFeeRows terms;

  protected BorneFees() {}

  @Inject
  BorneFees(Database database, GatewayFeeRows terms) {
    this.database = database;
    this.terms = terms;
  }

  /** From which vendors' pending how much is taken; costs nothing where nobody bears anything. */
  public List<Share> take(LockedOrder order, PaymentTransaction charge, List<FrozenLeg> legs) {
    if (order.gatewayFeeVersion() == null) {
      return List.of();
    }
    Money all = terms.of(order.gatewayFeeVersion()).vendorsPart(charge.gateway(), charge.amount());
    List<Share> shares = divide(all, legs);
    Rows rows = new Rows(FEE);
    shares.forEach(
        share ->
            rows.add(
                share.vendorOrderId(),
                order.id(),
                share.amount().minor(),
                share.amount().currency()));
    rows.insertWith(database);
    return shares;
  }

  static List<Share> divide(Money all, List<FrozenLeg> legs) {
    Map<String, Long> paid = new TreeMap<>();
    Map<String, FrozenLeg> nets = new TreeMap<>();
    for (FrozenLeg leg : legs) {
      String part = leg.vendorOrderId() == null ? PLATFORM : leg.vendorOrderId().toString();
      boolean gift = leg.kind() == Allocation.Kind.PLATFORM_PROMOTION;
      paid.merge(part, gift ? -leg.amount().minor() : leg.amount().minor(), Long::sum);
      if (leg.kind() == Allocation.Kind.VENDOR_NET) {
        nets.put(part, leg);
      }
    }
    List<Money> parts = all.allocate(List.copyOf(paid.values()));
    List<Share> shares = new ArrayList<>();
    int index = 0;
    for (String part : paid.keySet()) {
      Money its = parts.get(index++);
      FrozenLeg net = nets.get(part);
      if (net != null && its.min(net.amount()).isPositive()) {
        UUID vendor = UUID.fromString(net.owner());
        shares.add(
            new Share(Chart.vendorPending(vendor), its.min(net.amount()), net.vendorOrderId()));
      }
    }
    return shares;
  }
}
