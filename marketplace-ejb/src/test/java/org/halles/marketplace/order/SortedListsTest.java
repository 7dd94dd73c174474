package org.halles.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.testing.SortedLists.inEveryOrder;
import static org.halles.marketplace.testing.SortedLists.reversed;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.dispute.DisputeSort;
import org.halles.marketplace.dispute.DisputeView;
import org.halles.marketplace.dispute.Disputes;
import org.halles.marketplace.invoicing.FeeInput;
import org.halles.marketplace.invoicing.FeeSort;
import org.halles.marketplace.invoicing.FeeView;
import org.halles.marketplace.invoicing.InvoiceSort;
import org.halles.marketplace.invoicing.InvoiceView;
import org.halles.marketplace.invoicing.Invoices;
import org.halles.marketplace.invoicing.VendorFees;
import org.halles.marketplace.payout.PayoutSort;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.payout.Payouts;
import org.halles.marketplace.returns.ReturnDecisions;
import org.halles.marketplace.returns.ReturnSort;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** Lists of the portals in every order they know, read a page of two at a time. */
class SortedListsTest {

  private final Database database = Marketplace.get(Database.class);
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aVendorsOrdersAndTheOperatorsPurchasesAreReadInEveryOrder() {
    Article bowl = Market.article(2000, 9);
    VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
    Checkout checkout = Marketplace.get(Checkout.class);
    for (int units : List.of(2, 1, 3, 1, 2)) {
      OrderGroupView group = checkout.pay(Market.basket(bowl.times(units)).pay("approved"));
      database.update(
          "update order_group set name = ? where number = ?",
          List.of("Émile", "zoé", "Adèle").get(units - 1) + " " + mark,
          group.number());
    }
    Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
    Orders orders = Marketplace.get(Orders.class);

    Map<VendorOrderFilter.Sort, List<VendorOrderSummary>> own =
        inEveryOrder(
            VendorOrderFilter.Sort.class,
            sort ->
                paging ->
                    fulfilment.list(
                        potter, new VendorOrderFilter(Set.of(), null, null, null, sort), paging));
    Map<OrderGroupSort, List<OrderGroupSummary>> groups =
        inEveryOrder(
            OrderGroupSort.class, sort -> paging -> orders.search(mark, null, sort, paging));

    assertThat(own.get(VendorOrderFilter.Sort.SMALLEST))
        .hasSize(5)
        .isSortedAccordingTo(Comparator.comparingLong(order -> order.total().minor()));
    assertThat(own.get(VendorOrderFilter.Sort.BUYER))
        .extracting(order -> order.buyerName().charAt(0))
        .containsExactly('A', 'É', 'É', 'z', 'z');
    assertThat(groups.get(OrderGroupSort.NEWEST))
        .hasSize(5)
        .isSortedAccordingTo(Comparator.comparing(OrderGroupSummary::placedAt).reversed());
    assertThat(groups.get(OrderGroupSort.BUYER_DESC))
        .extracting(group -> group.buyerName().charAt(0))
        .containsExactly('z', 'z', 'É', 'É', 'A');
    reversed(own, VendorOrderFilter.Sort.LARGEST, VendorOrderFilter.Sort.SMALLEST);
    reversed(own, VendorOrderFilter.Sort.BUYER, VendorOrderFilter.Sort.BUYER_DESC);
    reversed(groups, OrderGroupSort.NEWEST, OrderGroupSort.OLDEST);
    reversed(groups, OrderGroupSort.LARGEST, OrderGroupSort.SMALLEST);
  }

  @Test
  void payoutsAreReadInEveryOrder() {
    Payouts payouts = Marketplace.get(Payouts.class);

    Map<PayoutSort, List<PayoutView>> paid =
        inEveryOrder(PayoutSort.class, sort -> paging -> payouts.list(null, null, sort, paging));

    reversed(paid, PayoutSort.LARGEST, PayoutSort.SMALLEST);
    reversed(paid, PayoutSort.NEWEST, PayoutSort.OLDEST);
    reversed(paid, PayoutSort.PAYEE, PayoutSort.PAYEE_DESC);
  }

  @Test
  void disputesReturnsAndInvoicesAreReadInEveryOrder() {
    Article bowl = Market.article(2000, 9);
    OrderGroupView group =
        Marketplace.get(Checkout.class).pay(Market.basket(bowl.times(3)).pay("approved"));

    assertThatThrownBy(
            () ->
                Marketplace.inTransaction(
                    () -> {
                      for (int minor : List.of(700, 300, 700)) {
                        write(group, bowl.vendor(), minor);
                      }
                      readAfterSales();
                      throw new RolledBack();
                    }))
        .isInstanceOf(RolledBack.class);
  }

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void readAfterSales() {
    Disputes disputes = Marketplace.get(Disputes.class);
    Map<DisputeSort, List<DisputeView>> quarrels =
        inEveryOrder(DisputeSort.class, sort -> paging -> disputes.list(null, sort, paging));
    assertThat(quarrels.get(DisputeSort.LARGEST))
        .hasSizeGreaterThanOrEqualTo(3)
        .isSortedAccordingTo(
            Comparator.<DisputeView>comparingLong(one -> one.amount().minor()).reversed());
    reversed(quarrels, DisputeSort.LARGEST, DisputeSort.SMALLEST);
    reversed(quarrels, DisputeSort.NEWEST, DisputeSort.OLDEST);

    ReturnDecisions decisions = Marketplace.get(ReturnDecisions.class);
    Map<ReturnSort, List<ReturnView>> returns =
        inEveryOrder(ReturnSort.class, sort -> paging -> decisions.list(false, sort, paging));
    assertThat(returns.get(ReturnSort.VENDOR)).hasSizeGreaterThanOrEqualTo(3);
    reversed(returns, ReturnSort.VENDOR, ReturnSort.VENDOR_DESC);
    reversed(returns, ReturnSort.NEWEST, ReturnSort.OLDEST);

    Invoices invoices = Marketplace.get(Invoices.class);
    Map<InvoiceSort, List<InvoiceView>> issued =
        inEveryOrder(
            InvoiceSort.class, sort -> paging -> invoices.all(YearMonth.of(1999, 1), sort, paging));
    assertThat(issued.get(InvoiceSort.SMALLEST))
        .extracting(one -> one.total().minor())
        .containsExactly(301L, 701L, 701L);
    reversed(issued, InvoiceSort.LARGEST, InvoiceSort.SMALLEST);
    reversed(issued, InvoiceSort.VENDOR, InvoiceSort.VENDOR_DESC);
    reversed(issued, InvoiceSort.NEWEST, InvoiceSort.OLDEST);
  }

  @Test
  void feesOfVendorsAreReadInEveryOrder() {
    VendorFees fees = Marketplace.get(VendorFees.class);
    UUID vendor = Market.article(2000, 1).vendor();
    for (UUID payer : new UUID[] {vendor, null, vendor}) {
      Money amount = Money.of(payer == null ? 300 : 700, "EUR");
      FeeInput fee = new FeeInput("penalty", Texts.of("Frais", "Fee"), amount, payer, 0);
      Marketplace.asSystem(() -> fees.create(fee));
    }

    Map<FeeSort, List<FeeView>> found =
        inEveryOrder(FeeSort.class, sort -> paging -> fees.list(sort, paging));

    assertThat(found.get(FeeSort.LARGEST))
        .hasSizeGreaterThanOrEqualTo(3)
        .isSortedAccordingTo(
            Comparator.<FeeView>comparingLong(one -> one.amount().minor()).reversed());
    assertThat(found.get(FeeSort.VENDOR).get(0).vendor()).isNull();
    reversed(found, FeeSort.LARGEST, FeeSort.SMALLEST);
    reversed(found, FeeSort.VENDOR, FeeSort.VENDOR_DESC);
    reversed(found, FeeSort.NEWEST, FeeSort.OLDEST);
  }

  private void write(OrderGroupView group, UUID vendor, int minor) {
    UUID id = UUID.randomUUID();
    UUID part = group.vendorOrders().get(0).id();
    database.update(
        """
        insert into dispute (id, number, kind, status, order_group_id, reason, amount_minor,
                             currency, answer_by, opened_at)
        values (?, ?, 'BUYER', 'OPENED', ?, 'other', ?, 'EUR', now(), now())
        """,
        id,
        id.toString(),
        group.id(),
        minor);
    database.update(
        "insert into dispute_part (dispute_id, vendor_order_id, vendor_id, opened_at)"
            + " values (?, ?, ?, now())",
        id,
        part,
        vendor);
    database.update(
        """
        insert into goods_return (id, number, kind, status, order_group_id, vendor_order_id,
                                  vendor_id, cost_borne_by, currency, requested_at)
        values (?, ?, 'WITHDRAWAL', 'REQUESTED', ?, ?, ?, 'BUYER', 'EUR', now())
        """,
        id,
        id.toString(),
        group.id(),
        part,
        vendor);
    database.update(
        """
        insert into vendor_invoice (id, series, year, position, number, kind, vendor_id, period,
                                    currency, net_minor, vat_minor, regime, issuer, recipient,
                                    issued_on, issued_at)
        values (?, ?, 1999, 1, ?, 'INVOICE', ?, '1999-01', 'EUR', ?, 1, 'VAT', '{}', '{}',
                date '1999-02-01', now())
        """,
        id,
        id.toString(),
        id.toString(),
        vendor,
        minor);
  }
}
