package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.order.OrderGroupSort;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupSummary;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;

/** All purchases, newest first; search and status are in the address. */
@Named("groupList")
@RequestScoped
public class GroupList {

  private static final String PATH = "/operator/order-groups";

  @Inject
  @Param(name = "q")
  private String text;

  @Inject
  @Param(name = "status")
  private String wanted;

  @Inject @Param private String sort;
  @Inject @Param private String cursor;
  @Inject private Orders orders;

  private Page<OrderGroupSummary> page;

  public List<OrderGroupSummary> getGroups() {
    return page().items();
  }

  public List<OrderGroupStatus> getStatuses() {
    return List.of(OrderGroupStatus.values());
  }

  public OrderGroupStatus getStatus() {
    for (OrderGroupStatus status : OrderGroupStatus.values()) {
      if (status.name().equals(wanted)) {
        return status;
      }
    }
    return null;
  }

  public String getText() {
    return text;
  }

  public String getNext() {
    return page().next() == null ? null : address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : address().toString();
  }

  /** How the list is sorted. */
  public Sorts<OrderGroupSort> getSorts() {
    return Sorts.of(
        OrderGroupSort.class,
        sort,
        OrderGroupSort.NEWEST,
        () -> Query.of(PATH).with("q", text).with("status", getStatus()));
  }

  private Query address() {
    return getSorts().address();
  }

  private Page<OrderGroupSummary> page() {
    if (page == null) {
      page = orders.search(text, getStatus(), getSorts().getChosen(), Paging.of(null, cursor));
    }
    return page;
  }
}
