package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.conversation.Conversations;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.VendorOrderFilter;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderSummary;
import org.halles.marketplace.reporting.VendorFigures;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Figures;
import org.omnifaces.cdi.Param;

/** The first page of the portal: what to do now, then how it goes. */
@Named
@RequestScoped
public class VendorOverview {

  private static final int NEWEST = 6;

  @Inject @Param private String days;
  @Inject private Desk desk;
  @Inject private Fulfilment fulfilment;
  @Inject private Conversations conversations;
  @Inject private VendorFigures reporting;

  private List<VendorOrderSummary> newest;
  private VendorFigures.Waiting waiting;
  private Figures figures;
  private Integer unread;
  private Integer late;

  public int getOnTheWay() {
    return desk.count(VendorOrderStatus.SHIPPED);
  }

  public int getToAccept() {
    return desk.count(VendorOrderStatus.TO_ACCEPT);
  }

  /** Orders that may leave: not those that wait for an answer first. */
  public int getToShip() {
    return desk.getToShip() - getToAccept();
  }

  /** Orders that should have left by now. */
  public int getLate() {
    if (late == null) {
      late = fulfilment.late(desk.scope());
    }
    return late;
  }

  /** Messages of buyers that nobody has read. */
  public int getUnread() {
    if (unread == null) {
      unread = conversations.unread(desk.scope());
    }
    return unread;
  }

  public VendorFigures.Waiting getWaiting() {
    if (waiting == null) {
      waiting = reporting.waiting(desk.scope());
    }
    return waiting;
  }

  /** True if nothing at all waits. */
  public boolean isAllDone() {
    return desk.getToShip() == 0 && getUnread() == 0 && getWaiting().isNothing();
  }

  public int getDays() {
    return Figures.period(days);
  }

  public List<Integer> getPeriods() {
    return Figures.PERIODS;
  }

  /** Sales and earnings of the period. */
  public Figures getFigures() {
    if (figures == null) {
      figures = new Figures(reporting.days(desk.scope(), getDays()));
    }
    return figures;
  }

  public List<VendorOrderSummary> getNewest() {
    if (newest == null) {
      newest =
          fulfilment.list(desk.scope(), VendorOrderFilter.ALL, Paging.of(NEWEST, null)).items();
    }
    return newest;
  }
}
