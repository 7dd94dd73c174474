package org.halles.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.halles.marketplace.credit.SoldCardView;
import org.halles.marketplace.refund.GiftCardPurchases;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.Language;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/** The gift card of a purchase, as whoever bought it follows it and may give it back. */
@Named
@RequestScoped
public class OrderGiftCard {

  private OrderPage page;
  private OrderPayment payment;
  private GiftCardPurchases purchases;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private Clock clock;
  private boolean read;
  private SoldCardView card;
  private String trouble;

  protected OrderGiftCard() {}

  @Inject
  OrderGiftCard(
      OrderPage page,
      OrderPayment payment,
      GiftCardPurchases purchases,
      HttpServletRequest request,
      Language language,
      Words words,
      Clock clock) {
    this.page = page;
    this.payment = payment;
    this.purchases = purchases;
    this.request = request;
    this.language = language;
    this.words = words;
    this.clock = clock;
  }

  /** Gives the card back if the form was sent. */
  public void open() throws IOException {
    if (request.getMethod().equals("POST") && request.getParameter("giveGiftCardBack") != null) {
      try {
        purchases.withdraw(page.getOrder().number(), request.getParameter("accessKey"));
        FacesContext.getCurrentInstance().getExternalContext().redirect(payment.getAddress());
      } catch (Refusal refusal) {
        trouble = Refusals.told(refusal, words, language.getLocale());
        page.open();
      }
    }
  }

  /** Null if the purchase is of another kind. */
  public SoldCardView getCard() {
    if (!read) {
      read = true;
      card =
          page.getOrder().vendorOrders().isEmpty()
              ? purchases
                  .of(page.getOrder().number(), request.getParameter("accessKey"))
                  .orElse(null)
              : null;
    }
    return card;
  }

  /** True if all of its money went back. */
  public boolean isGivenBack() {
    return getCard() != null && page.getOrder().refundStatus().equals("REFUNDED");
  }

  /** True if all of the money can still go back. */
  public boolean isWithdrawable() {
    return getCard() != null && getCard().isWithdrawable(clock.instant());
  }

  public String getTrouble() {
    return trouble;
  }
}
