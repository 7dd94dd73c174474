package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.commission.Proposals;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupSummary;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.plugin.PluginControl;
import org.halles.marketplace.plugin.PluginView;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.VendorStatus;
import org.halles.web.ui.DailyBars;

/** The console's first page: what waits for the operator, then how the market goes. */
@Named
@RequestScoped
public class Dashboard {

  private static final int NEWEST = 8;

  @Inject private Orders orders;
  @Inject private Approval approval;
  @Inject private Proposals proposals;
  @Inject private PluginControl plugins;

  private List<OrderGroupSummary> latest;
  private List<OrderGroupSummary> unsettled;

  private List<OrderGroupSummary> latest() {
    if (latest == null) {
      latest = orders.search(null, null, Paging.of(Paging.MOST, null)).items();
    }
    return latest;
  }

  public List<OrderGroupSummary> getNewest() {
    return latest().subList(0, Math.min(NEWEST, latest().size()));
  }

  /** What the latest purchases brought in, by day. */
  public DailyBars getSales() {
    List<OrderGroupSummary> paid = latest().stream().filter(Dashboard::isSale).toList();
    return DailyBars.of(paid, OrderGroupSummary::placedAt, OrderGroupSummary::total);
  }

  private static boolean isSale(OrderGroupSummary group) {
    return switch (group.status()) {
      case PAID, PARTLY_SHIPPED, SHIPPED, DELIVERED, CLOSED -> true;
      default -> false;
    };
  }

  /** Purchases whose payment is not settled yet. */
  public List<OrderGroupSummary> getUnsettled() {
    if (unsettled == null) {
      unsettled =
          orders
              .search(null, OrderGroupStatus.AWAITING_PAYMENT, Paging.of(Paging.MOST, null))
              .items();
    }
    return unsettled;
  }

  public int getApplications() {
    return approval.list(VendorStatus.APPLIED, Paging.of(Paging.MOST, null)).items().size();
  }

  public int getProposals() {
    return proposals.waiting().size();
  }

  /** Plugins that do not run as they should. */
  public long getAiling() {
    return plugins.list().stream().filter(Dashboard::isAiling).count();
  }

  private static boolean isAiling(PluginView plugin) {
    return !plugin.problems().isEmpty()
        || plugin.extensions().stream()
            .anyMatch(one -> one.calls().condition() != PluginView.Condition.WELL);
  }
}
