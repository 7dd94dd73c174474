package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.VendorOrderFilter;
import org.halles.marketplace.order.VendorOrderFilter.Sort;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderSummary;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;

/** The vendor's orders; filters and order are in the address. */
@Named("orderList")
@RequestScoped
public class OrderList {

  /** What the list can be narrowed to, in the order of the work. */
  public enum Tab {
    TO_SHIP(
        VendorOrderStatus.TO_ACCEPT, VendorOrderStatus.TO_SHIP, VendorOrderStatus.PARTLY_SHIPPED),
    SHIPPED(VendorOrderStatus.SHIPPED),
    DELIVERED(VendorOrderStatus.DELIVERED, VendorOrderStatus.CLOSED),
    CANCELLED(VendorOrderStatus.CANCELLED, VendorOrderStatus.REFUSED),
    ALL;

    private final Set<VendorOrderStatus> statuses;

    Tab(VendorOrderStatus... statuses) {
      this.statuses = Set.of(statuses);
    }

    /** How the tab is written in an address. */
    public String getKey() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final List<Integer> PERIODS = List.of(7, 30, 90, 365);

  @Inject
  @Param(name = "show")
  private String show;

  @Inject
  @Param(name = "q")
  private String text;

  @Inject @Param private String days;
  @Inject @Param private String late;
  @Inject @Param private String sort;
  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Fulfilment fulfilment;
  @Inject private Clock clock;

  private Page<VendorOrderSummary> page;
  private Integer lateOnes;

  public List<Tab> getTabs() {
    return List.of(Tab.values());
  }

  public Tab getTab() {
    return Optional.ofNullable(show)
        .flatMap(key -> Arrays.stream(Tab.values()).filter(t -> t.getKey().equals(key)).findFirst())
        .orElse(Tab.TO_SHIP);
  }

  public List<VendorOrderSummary> getOrders() {
    return page().items();
  }

  public String getText() {
    return text;
  }

  public List<Integer> getPeriods() {
    return PERIODS;
  }

  /** So many days back, or null for ever. */
  public Integer getDays() {
    return PERIODS.stream()
        .filter(period -> period.toString().equals(days))
        .findFirst()
        .orElse(null);
  }

  public boolean isLate() {
    return "1".equals(late);
  }

  /** How the list is sorted: what waits longest first, where it waits. */
  public Sorts<Sort> getSorts() {
    return sorts(getTab());
  }

  private Sorts<Sort> sorts(Tab tab) {
    return Sorts.of(
        Sort.class,
        sort,
        tab == Tab.TO_SHIP ? Sort.OLDEST : Sort.NEWEST,
        () ->
            Query.of(desk.getPath() + "/orders")
                .with("show", tab.getKey())
                .with("q", text)
                .with("days", getDays())
                .with("late", isLate() ? "1" : null));
  }

  /** How many orders should have left by now. */
  public int getLateOnes() {
    if (lateOnes == null) {
      lateOnes = fulfilment.late(desk.scope());
    }
    return lateOnes;
  }

  /** True if something narrows the list besides its tab. */
  public boolean isNarrowed() {
    return isLate() || getDays() != null || text != null && !text.isBlank();
  }

  /** How many orders a tab holds; nothing for all of them. */
  public Integer count(Tab tab) {
    return tab == Tab.ALL ? null : tab.statuses.stream().mapToInt(desk::count).sum();
  }

  public String hrefOf(Tab tab) {
    return address(tab).toString();
  }

  /** The same list without what narrows it. */
  public String getWhole() {
    return Query.of(desk.getPath() + "/orders").with("show", getTab().getKey()).toString();
  }

  /** The address of the next part of the list, or null at its end. */
  public String getNext() {
    return page().next() == null
        ? null
        : address(getTab()).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : address(getTab()).toString();
  }

  /** The list is read again after something left. */
  void again() {
    page = null;
    lateOnes = null;
    desk.recount();
  }

  private Query address(Tab tab) {
    return sorts(tab).address();
  }

  private VendorOrderFilter filter() {
    Instant now = clock.instant();
    Instant since = getDays() == null ? null : now.minus(Duration.ofDays(getDays()));
    return new VendorOrderFilter(
        getTab().statuses, text, since, isLate() ? now : null, getSorts().getChosen());
  }

  private Page<VendorOrderSummary> page() {
    if (page == null) {
      page = fulfilment.list(desk.scope(), filter(), Paging.of(50, cursor));
    }
    return page;
  }
}
