package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.conversation.Conversations;
import org.halles.marketplace.conversation.Message;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.RefundView;
import org.halles.marketplace.refund.Refunding;
import org.halles.web.ui.RefundForm;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** What the operator does with a purchase: give money back, and step into what is written. */
@Named("groupAfterSale")
@RequestScoped
public class GroupAfterSale {

  @Inject @Param private String number;
  @Inject private GroupDesk desk;
  @Inject private Refunding refunding;
  @Inject private Conversations conversations;
  @Inject private CurrentCaller caller;
  @Inject private Say say;

  private final RefundForm form = new RefundForm();
  private Map<String, List<Message>> threads;
  private List<RefundView> refunds;
  private String part;
  private String reason;
  private String text;
  private boolean goodwill;

  public RefundForm getForm() {
    return form;
  }

  public List<RefundView> getRefunds() {
    if (refunds == null) {
      refunds = refunding.ofPurchaseForOperator(number);
    }
    return refunds;
  }

  /** True if whoever looks may step into what is written. */
  public boolean isWriter() {
    return caller.get().is(Role.SUPPORT);
  }

  /** True if money came that has not gone back wholly, and whoever looks may give it back. */
  public boolean isRefundable() {
    return caller.get().is(Role.FINANCE)
        && desk.getGroup().paidAt() != null
        && !desk.getGroup().refundStatus().equals("REFUNDED");
  }

  /** The lines of which units can still be given back. */
  public List<OrderLineView> getReturnable() {
    return desk.getGroup().vendorOrders().stream()
        .flatMap(one -> one.lines().stream())
        .filter(line -> line.quantity() > line.refundedQuantity())
        .toList();
  }

  /** Gives back what the form says. */
  public void refund() {
    if (say.trying(() -> give(form.request(desk.getGroup().currency(), reason)))) {
      say.done("orders.refund.done");
      form.clear();
      reason = null;
      goodwill = false;
      refunds = null;
    }
  }

  private void give(RefundRequest request) {
    if (goodwill) {
      refunding.goodwill(number, part, request);
    } else {
      refunding.byOperator(number, part, request);
    }
  }

  /** What was written about one part. */
  public List<Message> messages(String its) {
    if (threads == null) {
      threads = conversations.ofOperator(number);
    }
    return its == null ? List.of() : threads.getOrDefault(its, List.of());
  }

  /** Steps in; both sides are told. */
  public void write(String its) {
    if (say.trying(() -> conversations.byOperator(number, its, text))) {
      say.done("orders.message.sent");
      text = null;
      threads = null;
    }
  }

  /** True if the platform pays, and nobody's share changes. */
  public boolean isGoodwill() {
    return goodwill;
  }

  public void setGoodwill(boolean goodwill) {
    this.goodwill = goodwill;
  }

  public String getPart() {
    return part;
  }

  public void setPart(String part) {
    this.part = part;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
