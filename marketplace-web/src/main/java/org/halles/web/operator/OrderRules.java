package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.halles.marketplace.order.OrderPolicy;
import org.halles.web.ui.Say;

/** What vendors may do with paid orders, as the operator decides it. */
@Named
@RequestScoped
public class OrderRules {

  @Inject private OrderPolicy policy;
  @Inject private Say say;

  private Integer acceptHours;
  private boolean read;

  /** Hours to accept or refuse in; nothing where orders need no acceptance. */
  public Integer getAcceptHours() {
    if (!read) {
      acceptHours = policy.get().acceptHours();
      read = true;
    }
    return acceptHours;
  }

  public void setAcceptHours(Integer acceptHours) {
    this.acceptHours = acceptHours;
    this.read = true;
  }

  public void save() {
    if (say.trying(() -> policy.change(new OrderPolicy.Terms(acceptHours)))) {
      say.done("orders.policy.saved");
    }
  }
}
