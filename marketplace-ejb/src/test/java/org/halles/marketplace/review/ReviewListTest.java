package org.halles.marketplace.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.testing.SortedLists.inEveryOrder;
import static org.halles.marketplace.testing.SortedLists.reversed;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

class ReviewListTest {

  private final Database database = Marketplace.get(Database.class);
  private final ReviewRows rows = new ReviewRows(database);

  @Test
  void reviewsAreReadInEveryOrder() {
    for (int stars : List.of(3, 1, 5)) {
      say(stars);
    }

    Map<ReviewSort, List<ReviewView>> read =
        inEveryOrder(ReviewSort.class, sort -> paging -> rows.all(false, sort, paging));

    assertThat(read.get(ReviewSort.STARS))
        .hasSizeGreaterThanOrEqualTo(3)
        .isSortedAccordingTo(Comparator.comparingInt(ReviewView::stars));
    reversed(read, ReviewSort.STARS, ReviewSort.STARS_DESC);
    reversed(read, ReviewSort.NEWEST, ReviewSort.OLDEST);
    reversed(read, ReviewSort.VENDOR, ReviewSort.VENDOR_DESC);
    assertThat(inEveryOrder(ReviewSort.class, sort -> paging -> rows.all(true, sort, paging)))
        .allSatisfy((sort, hidden) -> assertThat(hidden).allMatch(ReviewView::hidden));
  }

  private void say(int stars) {
    Checkout checkout = Marketplace.get(Checkout.class);
    Market.Article bowl = Market.article(2000, 9);
    database.update(
        "insert into storefront (vendor_id, name) values (?, ?)", bowl.vendor(), "Stall " + stars);
    OrderGroupView group = checkout.pay(Market.basket(bowl.times(1)).pay("approved"));
    database.update(
        """
        insert into review (id, order_line_id, order_group_id, vendor_id, listing_id, author,
                            stars, written_at)
        select ?, l.id, v.order_group_id, v.vendor_id, l.listing_id, 'Léa M.', ?, now()
          from order_line l join vendor_order v on v.id = l.vendor_order_id
         where v.order_group_id = ?
        """,
        UUID.randomUUID(),
        stars,
        group.id());
  }
}
