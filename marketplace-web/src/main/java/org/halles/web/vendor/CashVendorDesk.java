package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.cash.CashReturns;
import org.halles.marketplace.cash.CashVendors;
import org.halles.marketplace.cash.CashView;
import org.halles.marketplace.checkout.CashDesk;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.web.checkout.HeldMoney;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** Cash at the door: whether the vendor takes it, and how far that of one order is. */
@Named("cashVendorDesk")
@RequestScoped
public class CashVendorDesk {

  @Inject @Param private String number;
  @Inject private Desk desk;
  @Inject private CashVendors vendors;
  @Inject private CashDesk cashDesk;
  @Inject private OrderDesk order;
  @Inject private AfterSaleDesk afterSale;
  @Inject private Say say;

  private CashVendors.Taking taking;
  private boolean read;
  private CashView cash;

  public CashVendors.Taking getTaking() {
    if (taking == null) {
      taking = vendors.get(desk.scope());
    }
    return taking;
  }

  /** Takes cash from now on, or no more. */
  public void take(boolean taken) {
    if (say.trying(() -> taking = vendors.change(desk.scope(), taken))) {
      say.done(taken ? "cash.vendor.on" : "cash.vendor.off");
    }
  }

  /** How far the cash of this order is; null if it is not paid in cash. */
  public CashView getCash() {
    if (!read) {
      read = true;
      cash =
          HeldMoney.isCash(order.getDetail().order().timeline())
              ? cashDesk.of(desk.scope(), number).orElse(null)
              : null;
    }
    return cash;
  }

  /** True if all of it has left, so that it may be handed over for its cash. */
  public boolean isAtTheDoor() {
    return isToCollect() && order.getDetail().order().status() == VendorOrderStatus.SHIPPED;
  }

  /** True while the buyer has not paid. */
  public boolean isToCollect() {
    return getCash() != null && getCash().state() == CashView.State.TO_COLLECT;
  }

  /** What the vendor still is to give back by hand. */
  public List<CashReturns.Return> getToGiveBack() {
    return getCash() == null
        ? List.of()
        : getCash().returns().stream()
            .filter(back -> back.state() == CashReturns.State.ASKED)
            .toList();
  }

  public void received() {
    if (say.trying(() -> cashDesk.received(desk.scope(), number))) {
      say.done("cash.received.done");
    }
    again();
  }

  public void givenBack(UUID refund) {
    if (say.trying(() -> cashDesk.givenBack(desk.scope(), number, refund))) {
      say.done("cash.back.done");
    }
    again();
  }

  public void cannotGiveBack(UUID refund) {
    if (say.trying(() -> cashDesk.cannotGiveBack(desk.scope(), number, refund))) {
      say.done("cash.back.refused");
    }
    again();
  }

  private void again() {
    read = false;
    afterSale.forget();
  }
}
