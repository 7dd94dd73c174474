package org.halles.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.cash.CannotPayCash;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.CheckoutRequest;
import org.halles.marketplace.order.NextAction;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.payment.Gateways;
import org.halles.marketplace.payment.Sale;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.shared.Idempotency;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.Language;

/**
 * Takes the money for a form, once per key: a double click, a reload or a second attempt after a
 * broken connection all lead to the one order.
 */
@RequestScoped
public class Till {

  private static final int SEE_OTHER = 303;
  private static final int PATIENCE = 20;
  private static final long PAUSE_MILLIS = 300;

  private Checkout checkout;
  private Idempotency idempotency;
  private Gateways gateways;
  private Orders orders;
  private Language language;

  protected Till() {}

  @Inject
  Till(
      Checkout checkout,
      Idempotency idempotency,
      Gateways gateways,
      Orders orders,
      Language language) {
    this.checkout = checkout;
    this.idempotency = idempotency;
    this.gateways = gateways;
    this.orders = orders;
    this.language = language;
  }

  /** The gateways that may take this cart's money. */
  List<String> gateways(PricedCart cart) {
    return gateways.offered(saleOf(cart));
  }

  /** Why this cart cannot be paid in cash, where the marketplace offers that at all. */
  Optional<CannotPayCash> notInCash(PricedCart cart) {
    return gateways.notInCash(saleOf(cart));
  }

  private static Sale saleOf(PricedCart cart) {
    return new Sale(
        cart.totals().total(),
        cart.delivery() == null ? null : cart.delivery().country(),
        cart.vendors().stream().map(VendorQuote::vendorId).collect(Collectors.toSet()),
        cart.vendors().stream()
            .flatMap(vendor -> vendor.lines().stream())
            .allMatch(line -> line.kind().equals("GOODS")),
        cart.paysWithCredit());
  }

  /** The gateways that may take the money of an order. */
  List<String> gateways(OrderGroupView order) {
    return gateways.offered(
        new Sale(
            order.totals().total(),
            order.delivery().country(),
            order.vendorOrders().stream()
                .map(part -> part.vendor().id())
                .collect(Collectors.toSet()),
            order.vendorOrders().stream()
                .flatMap(part -> part.lines().stream())
                .allMatch(line -> line.kind().equals("GOODS")),
            order.payments().stream().anyMatch(one -> one.gateway().equals("store-credit"))));
  }

  /** What a gateway lets buyers choose from. */
  Stream<Means> meansOf(String gateway) {
    String tag = language.getTag();
    return gateways.methods(gateway).stream()
        .map(
            method ->
                new Means(
                    gateway,
                    method.token(),
                    method.label().getOrDefault(tag, method.token()),
                    method.help().getOrDefault(tag, "")));
  }

  /** Where the order is that this cart became, if it did. */
  Optional<String> orderOf(UUID cartId) {
    return orders.ofCart(cartId).map(this::next);
  }

  /**
   * Pays.
   *
   * @return where to go next: the order, or what the buyer must do for the payment
   * @throws Refusal if nothing was paid; the cart is kept
   */
  String pay(PricedCart cart, CheckoutForm form) {
    String total = String.valueOf(cart.totals().total().minor());
    Idempotency.Begun begun =
        begin(
            "cart:" + cart.id(),
            "page:" + form.get("key"),
            Idempotency.hash(
                "page",
                total,
                form.get("expectedCredit"),
                form.get("expectedContribution"),
                form.gateway(),
                form.token(),
                form.get("downloadAtOnce")));
    Optional<Idempotency.Answer> former = begun.answer();
    return former.isPresent() ? former.get().location() : charge(cart, form, begun);
  }

  /** The first click may still be at work: the second waits for its order. */
  private Idempotency.Begun begin(String scope, String key, byte[] hash) {
    for (int attempt = 1; ; attempt++) {
      try {
        return idempotency.begin(scope, key, hash);
      } catch (Idempotency.KeyInUse running) {
        if (attempt == PATIENCE) {
          throw running;
        }
        pause(running);
      }
    }
  }

  private static void pause(Refusal otherwise) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw otherwise;
    }
  }

  private String charge(PricedCart cart, CheckoutForm form, Idempotency.Begun begun) {
    try {
      OrderGroupView order =
          checkout.pay(
              new CheckoutRequest(
                  cart.id(),
                  cart.totals().total(),
                  form.gateway().isEmpty() ? null : form.gateway(),
                  form.token(),
                  Map.of(),
                  language.getPath() + "/orders/{number}?accessKey={accessKey}",
                  form.downloadAtOnce(),
                  form.credit(cart.currency()),
                  cart.totals().contribution(),
                  Optional.of(
                      new CheckoutRequest.HeldKey(
                          begun.ticket(), begun.takenOver(), this::answer))));
      return next(order);
    } catch (Refusal nothingPaid) {
      idempotency.abandon(begun.ticket());
      throw nothingPaid;
    } catch (RuntimeException halfDone) {
      // nobody knows how far it came: the next click with this key finds out
      idempotency.release(begun.ticket());
      throw halfDone;
    }
  }

  private Idempotency.Answer answer(OrderGroupView order) {
    return new Idempotency.Answer(SEE_OTHER, null, next(order));
  }

  /** Where the buyer goes on: to the order, or to what must be done for its payment. */
  String next(OrderGroupView order) {
    NextAction action = order.nextAction();
    return action == null || action.url() == null ? pathOf(order) : action.url();
  }

  private String pathOf(OrderGroupView order) {
    return language.getPath() + "/orders/" + order.number() + "?accessKey=" + order.accessKey();
  }
}
