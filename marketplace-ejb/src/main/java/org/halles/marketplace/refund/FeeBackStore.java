package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Rows;
import org.halles.spi.Money;

/** What vendors get back of gateways' fees with refunds; part of the caller's transaction. */
@ApplicationScoped
class FeeBackStore {

  private static final Rows.Shape BACK =
      Rows.Shape.of(
          "refund_fee_back",
          "refund_id uuid",
          "vendor_order_id uuid",
          "taken_minor bigint",
          "weight numeric",
          "back_minor bigint");

  private Database database;

  protected FeeBackStore() {}

  @Inject
  FeeBackStore(Database database) {
    this.database = database;
  }

  /** What goes back with a refund that takes these shares. */
  public List<FeeBack> of(UUID orderGroup, GiveBackTerms terms, List<Taken> taken) {
    if (terms.gatewayFeeBack() == 0) {
      return List.of();
    }
    Map<UUID, Money> vendors = new LinkedHashMap<>();
    taken.stream()
        .filter(one -> one.leg().isVendors())
        .forEach(one -> vendors.merge(one.leg().vendorOrderId(), one.amount(), Money::plus));
    return borne(orderGroup).stream()
        .filter(one -> vendors.containsKey(one.vendorOrder()))
        .map(one -> one.of(vendors.get(one.vendorOrder()), terms.gatewayFeeBack()))
        .toList();
  }

  private List<FeeBack.Borne> borne(UUID orderGroup) {
    return database.list(
        """
        select f.vendor_order_id, f.amount_minor,
               (select sum(a.amount_minor) from allocation_line a
                 where a.vendor_order_id = f.vendor_order_id and a.kind = 'VENDOR_NET') as net,
               coalesce(b.weighted, 0)::text as weighted, coalesce(b.back, 0) as back
          from vendor_gateway_fee f
          left join lateral (
            select sum(b.taken_minor * b.weight) as weighted, sum(b.back_minor) as back
              from refund_fee_back b join refund r on r.id = b.refund_id
             where b.vendor_order_id = f.vendor_order_id and r.status <> 'FAILED') as b on true
         where f.order_group_id = ? order by f.vendor_order_id
        """,
        row ->
            new FeeBack.Borne(
                row.uuid("vendor_order_id"),
                row.whole("amount_minor"),
                row.whole("net"),
                new BigInteger(row.text("weighted")),
                row.whole("back")),
        orderGroup);
  }

  public void write(UUID refund, List<FeeBack> backs) {
    Rows rows = new Rows(BACK);
    backs.forEach(
        one ->
            rows.add(
                refund,
                one.vendorOrder(),
                one.taken().minor(),
                one.weight().toString(),
                one.amount().minor()));
    rows.insertWith(database);
  }

  /** By part, what went back with a refund. */
  public Map<UUID, Money> ofRefund(UUID refund) {
    Map<UUID, Money> backs = new LinkedHashMap<>();
    database
        .list(
            """
            select b.*, o.currency from refund_fee_back b
              join vendor_order o on o.id = b.vendor_order_id
             where b.refund_id = ? and b.back_minor > 0 order by b.vendor_order_id
            """,
            row -> Map.entry(row.uuid("vendor_order_id"), row.money("back_minor")),
            refund)
        .forEach(one -> backs.put(one.getKey(), one.getValue()));
    return backs;
  }
}
