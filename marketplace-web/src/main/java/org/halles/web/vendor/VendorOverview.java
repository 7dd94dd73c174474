package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.VendorOrderFilter;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderSummary;
import org.halles.marketplace.shared.Paging;

/** The first page of the portal: what to do now, then how it goes. */
@Named
@RequestScoped
public class VendorOverview {

  private static final int NEWEST = 6;

  @Inject private Desk desk;
  @Inject private Fulfilment fulfilment;

  private List<VendorOrderSummary> newest;

  public int getOnTheWay() {
    return desk.count(VendorOrderStatus.SHIPPED);
  }

  public List<VendorOrderSummary> getNewest() {
    if (newest == null) {
      newest =
          fulfilment.list(desk.scope(), VendorOrderFilter.ALL, Paging.of(NEWEST, null)).items();
    }
    return newest;
  }
}
