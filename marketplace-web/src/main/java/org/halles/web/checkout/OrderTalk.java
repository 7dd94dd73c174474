package org.halles.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.conversation.Conversations;
import org.halles.marketplace.conversation.Message;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.dispute.OrderDispute;
import org.halles.web.returns.OrderReturns;
import org.halles.web.review.OrderReviews;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;

/** What a buyer and the stalls of one purchase write each other. */
@Named
@RequestScoped
public class OrderTalk {

  private Conversations conversations;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private String trouble;
  private Map<String, List<Message>> threads;

  protected OrderTalk() {}

  @Inject
  OrderTalk(
      Conversations conversations, HttpServletRequest request, Language language, Words words) {
    this.conversations = conversations;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Sends what the form says; what could not be sent stays in it. */
  public void open() throws IOException {
    boolean another =
        request.getParameter(OrderDispute.WISH) != null
            || request.getParameter(OrderReturns.WISH) != null
            || request.getParameter(OrderReviews.LINE) != null
            || request.getParameter(OrderPayment.MEANS) != null;
    if (!request.getMethod().equals("POST") || another) {
      return;
    }
    try {
      conversations.byBuyer(number(), key(), request.getParameter("part"), text());
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(
              Query.of(language.getPath() + "/orders/" + number())
                      .with("accessKey", key())
                      .with("written", "1")
                  + "#messages-"
                  + Query.encode(request.getParameter("part")));
    } catch (InvalidInput invalid) {
      trouble = FieldErrors.of(invalid, words).values().iterator().next();
    } catch (Refusal refusal) {
      trouble = words.orElse("refusal." + refusal.code(), refusal.getMessage());
    }
  }

  /** What was written to and by one stall. */
  public List<Message> messages(VendorOrderView part) {
    if (threads == null) {
      threads = conversations.ofPurchase(number(), key());
    }
    return part == null ? List.of() : threads.getOrDefault(part.number(), List.of());
  }

  /** True if there is something to read, or to write again. */
  public boolean has(VendorOrderView part) {
    return part != null && (!messages(part).isEmpty() || !typed(part).isEmpty());
  }

  /** What was typed and not sent. */
  public String typed(VendorOrderView part) {
    boolean here = trouble != null && part.number().equals(request.getParameter("part"));
    return here && text() != null ? text() : "";
  }

  public boolean isSent() {
    return request.getParameter("written") != null && trouble == null;
  }

  public String getTrouble() {
    return trouble;
  }

  private String number() {
    return request.getParameter("number");
  }

  private String key() {
    return request.getParameter("accessKey");
  }

  private String text() {
    return request.getParameter("text");
  }
}
