package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.order.OrderGroupSummary;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.review.Answering;
import org.halles.marketplace.review.ReviewView;
import org.halles.marketplace.review.Reviews;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.VendorScope;

/** Lets some of the demo's buyers say how they like what arrived, and vendors answer. */
@ApplicationScoped
class DemoReviews {

  /**
   * What somebody may say.
   *
   * @param stars given with it
   * @param text by language
   * @param answer of the vendor, by language; empty where it has none to give
   */
  record Opinion(int stars, Map<String, String> text, Map<String, String> answer) {}

  private static final long SEED = 1854;
  private static final Duration THOUGHT_OVER = Duration.ofHours(30);

  private Orders orders;
  private Reviews reviews;
  private Answering answering;
  private DemoClock clock;

  protected DemoReviews() {}

  @Inject
  DemoReviews(Orders orders, Reviews reviews, Answering answering, DemoClock clock) {
    this.orders = orders;
    this.reviews = reviews;
    this.answering = answering;
    this.clock = clock;
  }

  /** About every other line that has arrived; saying it again changes nothing. */
  void say(List<Opinion> opinions, Map<String, VendorScope> vendors, Instant now) {
    Random random = new Random(SEED);
    List<OrderGroupSummary> latest =
        orders.search(null, null, new Paging(Paging.MOST, null)).items();
    for (OrderGroupSummary summary : latest) {
      OrderGroupView order = orders.get(summary.number(), null);
      for (VendorOrderView part : order.vendorOrders()) {
        for (OrderLineView line : part.lines()) {
          Opinion opinion = opinions.get(random.nextInt(opinions.size()));
          if (part.status() == VendorOrderStatus.DELIVERED && random.nextBoolean()) {
            say(order, part, line, opinion, vendors.get(part.vendor().slug()), now);
          }
        }
      }
    }
  }

  private void say(
      OrderGroupView order,
      VendorOrderView part,
      OrderLineView line,
      Opinion opinion,
      VendorScope vendor,
      Instant now) {
    Instant said = earlier(part.deliveredAt().plus(THOUGHT_OVER), now);
    String text = opinion.text().get(order.language());
    clock.live(
        said,
        Caller.SYSTEM,
        () -> {
          ReviewView review =
              reviews.write(order.number(), order.accessKey(), line.id(), opinion.stars(), text);
          String answer = opinion.answer().get(order.language());
          if (vendor != null && answer != null && review.answer() == null) {
            answering.answer(vendor, review.id(), answer);
          }
        });
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
