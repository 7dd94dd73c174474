package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.VendorOrderFilter;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderSummary;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** The vendor's orders; the filter is in the address. */
@Named("orderList")
@RequestScoped
public class OrderList {

  /** What the list can be narrowed to, in the order of the work. */
  public enum Tab {
    TO_SHIP(
        VendorOrderStatus.TO_ACCEPT, VendorOrderStatus.TO_SHIP, VendorOrderStatus.PARTLY_SHIPPED),
    SHIPPED(VendorOrderStatus.SHIPPED),
    DELIVERED(VendorOrderStatus.DELIVERED, VendorOrderStatus.CLOSED),
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

  @Inject
  @Param(name = "show")
  private String show;

  @Inject
  @Param(name = "q")
  private String text;

  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Fulfilment fulfilment;

  private Page<VendorOrderSummary> page;

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

  /** How many orders a tab holds; nothing for all of them. */
  public Integer count(Tab tab) {
    return tab == Tab.ALL ? null : tab.statuses.stream().mapToInt(desk::count).sum();
  }

  public String hrefOf(Tab tab) {
    return address(tab).toString();
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

  private Query address(Tab tab) {
    return Query.of(desk.getPath() + "/orders").with("show", tab.getKey()).with("q", text);
  }

  private Page<VendorOrderSummary> page() {
    if (page == null) {
      page =
          fulfilment.list(
              desk.scope(),
              new VendorOrderFilter(getTab().statuses, text),
              Paging.of(null, cursor));
    }
    return page;
  }
}
