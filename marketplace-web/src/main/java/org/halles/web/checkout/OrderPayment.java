package org.halles.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halles.marketplace.checkout.PayAgain;
import org.halles.marketplace.checkout.PayAgainRequest;
import org.halles.marketplace.order.NextAction;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.PaymentView;
import org.halles.marketplace.order.Reopening;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;

/** Another attempt to pay an order, from its own page; and all attempts so far. */
@Named
@RequestScoped
public class OrderPayment {

  /** The parameter that says how it shall be paid. */
  static final String MEANS = "means";

  private static final Set<String> ATTEMPTS = Set.of("CHARGE", "AUTHORISE");

  private OrderPage page;
  private PayAgain payAgain;
  private Till till;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private Clock clock;
  private List<Means> means;
  private String trouble;

  protected OrderPayment() {}

  @Inject
  OrderPayment(
      OrderPage page,
      PayAgain payAgain,
      Till till,
      HttpServletRequest request,
      Language language,
      Words words,
      Clock clock) {
    this.page = page;
    this.payAgain = payAgain;
    this.till = till;
    this.request = request;
    this.language = language;
    this.words = words;
    this.clock = clock;
  }

  /** Pays if the form was sent, and leads to where the buyer goes on. */
  public void open() throws IOException {
    String chosen = request.getParameter(MEANS);
    if (!request.getMethod().equals("POST") || chosen == null) {
      return;
    }
    try {
      OrderGroupView order =
          payAgain.pay(
              new PayAgainRequest(
                  page.getOrder().number(),
                  request.getParameter("accessKey"),
                  Means.gatewayIn(chosen),
                  Means.tokenIn(chosen),
                  Map.of(),
                  getAddress()));
      lead(order.nextAction());
    } catch (InvalidInput odd) {
      trouble = words.get("tender.again.not-so");
      page.open();
    } catch (Refusal refusal) {
      trouble = words.orElse("refusal." + refusal.code(), refusal.getMessage());
      page.open();
    }
  }

  private void lead(NextAction action) throws IOException {
    boolean elsewhere = action != null && action.url() != null;
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(elsewhere ? action.url() : getAddress());
  }

  /** This page. */
  public String getAddress() {
    return Query.of(language.getPath() + "/orders/" + page.getOrder().number())
        .with("accessKey", request.getParameter("accessKey"))
        .toString();
  }

  /** True if another attempt can be made: it failed lately, or it waits for its buyer. */
  public boolean isPossible() {
    OrderGroupView order = page.getOrder();
    boolean unpaid =
        order.status() == OrderGroupStatus.PAYMENT_FAILED
            || order.status() == OrderGroupStatus.EXPIRED;
    boolean fresh = unpaid && getUntil().isAfter(clock.instant());
    return (fresh || isWaiting()) && !getMeans().isEmpty();
  }

  /** True while an attempt waits for the buyer, who may change their mind. */
  public boolean isWaiting() {
    NextAction action = page.getOrder().nextAction();
    return page.isAwaited()
        && action != null
        && (action.transfer() == null || action.transfer().received().isZero());
  }

  /** Until when it can be paid. */
  public Instant getUntil() {
    NextAction action = page.getOrder().nextAction();
    return action != null && action.transfer() != null
        ? action.transfer().until()
        : page.getOrder().placedAt().plus(Reopening.PRICES_STAND);
  }

  /** The ways to pay. */
  public List<Means> getMeans() {
    if (means == null) {
      means =
          till.gateways(page.getOrder()).stream()
              .flatMap(
                  gateway ->
                      gateway.equals("sandbox") ? Means.sandbox(words) : till.meansOf(gateway))
              .toList();
    }
    return means;
  }

  /** Every attempt, oldest first. */
  public List<PaymentView> getAttempts() {
    return page.getOrder().payments().stream()
        .filter(payment -> ATTEMPTS.contains(payment.kind()))
        .toList();
  }

  /** What gift cards and store credit paid or will pay of it does not have to be paid again. */
  public Money getAmount() {
    return getAttempts().stream()
        .map(PaymentView::amount)
        .findFirst()
        .orElse(page.getOrder().totals().total());
  }

  /** True if there is more to tell than that it was paid. */
  public boolean isTold() {
    return getAttempts().size() > 1 || getAttempts().stream().anyMatch(OrderPayment::isOurs);
  }

  private static boolean isOurs(PaymentView one) {
    return one.gateway().equals("bank-transfer") || one.gateway().equals("store-credit");
  }

  /** How it was tried. */
  public String nameOf(PaymentView attempt) {
    return words.orElse("tender." + attempt.gateway(), words.get("tender.card"));
  }

  public String getTrouble() {
    return trouble;
  }
}
