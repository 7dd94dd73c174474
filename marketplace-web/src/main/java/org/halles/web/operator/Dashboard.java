package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.commission.Proposals;
import org.halles.marketplace.order.OrderGroupSummary;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.plugin.PluginControl;
import org.halles.marketplace.plugin.PluginView;
import org.halles.marketplace.reporting.MarketFigures;
import org.halles.marketplace.shared.Paging;
import org.halles.web.security.Person;
import org.halles.web.ui.Figures;
import org.omnifaces.cdi.Param;

/** The console's first page: what waits for the operator, then how the market goes. */
@Named
@RequestScoped
public class Dashboard {

  private static final int NEWEST = 8;

  private static final int TOP = 5;

  @Inject @Param private String days;
  @Inject private Orders orders;
  @Inject private MarketFigures reporting;
  @Inject private Proposals proposals;
  @Inject private PluginControl plugins;
  @Inject private Person person;

  private List<OrderGroupSummary> latest;
  private Figures figures;
  private List<MarketFigures.TopVendor> topVendors;
  private MarketFigures.Payments payments;
  private List<MarketFigures.Queue> queues;
  private Integer proposed;
  private Long ailing;

  public List<OrderGroupSummary> getNewest() {
    if (latest == null) {
      latest = orders.search(null, null, Paging.of(NEWEST, null)).items();
    }
    return latest;
  }

  public int getDays() {
    return Figures.period(days);
  }

  public List<Integer> getPeriods() {
    return Figures.PERIODS;
  }

  /** What was sold in the period, and the commission on it. */
  public Figures getFigures() {
    if (figures == null) {
      figures = new Figures(reporting.days(getDays()));
    }
    return figures;
  }

  public List<MarketFigures.TopVendor> getTopVendors() {
    if (topVendors == null) {
      topVendors = reporting.topVendors(getDays(), TOP);
    }
    return topVendors;
  }

  public MarketFigures.Payments getPayments() {
    if (payments == null) {
      payments = reporting.payments(getDays());
    }
    return payments;
  }

  /** What waits for this person, and how long. */
  public List<MarketFigures.Queue> getQueues() {
    if (queues == null) {
      queues = reporting.queues().stream().filter(this::isTheirs).toList();
    }
    return queues;
  }

  private boolean isTheirs(MarketFigures.Queue queue) {
    return switch (queue.code()) {
      case "unsettled", "held", "failed-refunds" -> person.isAfterSales();
      case "applications" -> person.isModerating();
      default -> person.isModerator();
    };
  }

  /** Where a queue is worked off. */
  public String hrefOf(MarketFigures.Queue queue) {
    return switch (queue.code()) {
      case "applications" -> "/operator/vendors?status=APPLIED";
      case "unsettled" -> "/operator/order-groups?status=AWAITING_PAYMENT";
      case "held" -> "/operator/held-orders";
      case "failed-refunds" -> "/operator/refunds";
      default -> "/operator/moderation";
    };
  }

  public int getProposals() {
    if (proposed == null) {
      proposed = proposals.waiting().size();
    }
    return proposed;
  }

  /** Plugins that do not run as they should. */
  public long getAiling() {
    if (ailing == null) {
      ailing = plugins.list().stream().filter(Dashboard::isAiling).count();
    }
    return ailing;
  }

  private static boolean isAiling(PluginView plugin) {
    return !plugin.problems().isEmpty()
        || plugin.extensions().stream()
            .anyMatch(one -> one.calls().condition() != PluginView.Condition.WELL);
  }
}
