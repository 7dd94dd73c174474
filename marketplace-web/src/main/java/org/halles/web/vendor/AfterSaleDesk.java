package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.halles.marketplace.conversation.Conversations;
import org.halles.marketplace.conversation.Message;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.order.PackingSlips;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.refund.Cancelling;
import org.halles.marketplace.refund.RefundView;
import org.halles.marketplace.refund.Refunding;
import org.halles.web.paper.SlipPrinter;
import org.halles.web.ui.Language;
import org.halles.web.ui.RefundForm;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** What else a vendor does with an order: say yes or no, give money back, write to the buyer. */
@Named("afterSale")
@RequestScoped
public class AfterSaleDesk {

  @Inject @Param private String number;
  @Inject private Desk desk;
  @Inject private OrderDesk order;
  @Inject private Fulfilment fulfilment;
  @Inject private Cancelling cancelling;
  @Inject private Refunding refunding;
  @Inject private Conversations conversations;
  @Inject private PackingSlips slips;
  @Inject private Language language;
  @Inject private Say say;

  private final RefundForm form = new RefundForm();
  private List<RefundView> refunds;
  private List<Message> messages;
  private String reason;
  private String text;

  public RefundForm getForm() {
    return form;
  }

  private VendorOrderView view() {
    return order.getDetail().order();
  }

  /** True while the vendor may say yes or no. */
  public boolean isToAccept() {
    return view().status() == VendorOrderStatus.TO_ACCEPT;
  }

  /** True if something of it has not left yet. */
  public boolean isCancellable() {
    return order.isShippable();
  }

  public List<RefundView> getRefunds() {
    if (refunds == null) {
      refunds = refunding.ofVendor(desk.scope(), number);
    }
    return refunds;
  }

  /** The lines of which units can still be given back. */
  public List<OrderLineView> getReturnable() {
    return view().lines().stream()
        .filter(line -> line.quantity() > line.refundedQuantity())
        .toList();
  }

  /** Gives back what the form says. */
  public void refund() {
    if (say.trying(
        () ->
            refunding.byVendor(
                desk.scope(), number, form.request(view().totals().total().currency(), reason)))) {
      say.done("orders.refund.done");
      forget();
    }
  }

  public void accept() {
    if (say.trying(() -> fulfilment.accept(desk.scope(), number))) {
      say.done("orders.accept.done", number);
    }
    forget();
  }

  public void refuse() {
    if (say.trying(() -> cancelling.refuse(desk.scope(), number, reason))) {
      say.done("orders.refuse.done", number);
      forget();
    }
  }

  public void cancel() {
    if (say.trying(() -> cancelling.cancel(desk.scope(), number, reason))) {
      say.done("orders.cancel.done", number);
      forget();
    }
  }

  /** Reads all of it anew when it is asked for next. */
  void forget() {
    order.again();
    refunds = null;
    reason = null;
    form.clear();
  }

  /** What was written; whoever looks has read it. */
  public List<Message> getMessages() {
    if (messages == null) {
      messages = conversations.readByVendor(desk.scope(), number);
    }
    return messages;
  }

  public void write() {
    if (say.trying(() -> conversations.byVendor(desk.scope(), number, text))) {
      say.done("orders.message.sent");
      text = null;
    }
    messages = null;
  }

  /** The packing slip of this order. */
  public StreamedContent getSlip() {
    byte[] pdf = SlipPrinter.print(slips.of(desk.scope(), List.of(number)), language.getTag());
    return DefaultStreamedContent.builder()
        .name(number + ".pdf")
        .contentType(SlipPrinter.MEDIA_TYPE)
        .stream(() -> new ByteArrayInputStream(pdf))
        .build();
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
