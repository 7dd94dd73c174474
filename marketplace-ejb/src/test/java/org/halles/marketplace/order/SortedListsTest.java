package org.halles.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.testing.SortedLists.inEveryOrder;
import static org.halles.marketplace.testing.SortedLists.reversed;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.payout.PayoutSort;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.payout.Payouts;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
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
}
