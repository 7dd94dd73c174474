package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.halles.marketplace.cash.CashView;
import org.halles.marketplace.checkout.CashDesk;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.web.ui.Say;

/** How far the cash of a purchase is, as an operator sees it. */
@Named
@RequestScoped
public class CashGroupDesk {

  @Inject private GroupDesk group;
  @Inject private CashDesk cashDesk;
  @Inject private CurrentCaller caller;
  @Inject private Say say;

  private boolean read;
  private CashView cash;

  /** Null if the purchase is not paid in cash. */
  public CashView getCash() {
    if (!read) {
      read = true;
      cash =
          group.getGroup().payments().stream().anyMatch(one -> one.gateway().equals("cash"))
              ? cashDesk.ofPurchase(group.getGroup().number()).orElse(null)
              : null;
    }
    return cash;
  }

  /** True if its vendor could say by now that it has the money, and whoever looks may say so. */
  public boolean isAtTheDoor() {
    return getCash() != null
        && caller.get().is(Role.FINANCE)
        && getCash().state() == CashView.State.TO_COLLECT
        && part().status() == VendorOrderStatus.SHIPPED;
  }

  public void received() {
    if (say.trying(() -> cashDesk.receivedForVendor(group.getGroup().number(), part().number()))) {
      say.done("cash.received.done");
    }
    read = false;
  }

  private VendorOrderView part() {
    return group.getGroup().vendorOrders().get(0);
  }
}
