package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.cart.Carts;
import org.halles.marketplace.cart.DeliveryInput;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.CheckoutRequest;
import org.halles.marketplace.checkout.TransferDesk;
import org.halles.marketplace.payment.TransferSettings;
import org.halles.marketplace.payment.TransferTerms;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.CurrencyCode;

/** The market has a bank account, and somebody is about to send money to it. */
@ApplicationScoped
class DemoTransfers {

  private static final String HOLDER = "Les Halles de démonstration";

  /** Of the examples in the standard: no bank has it. */
  private static final String IBAN = "FR1420041010050500013M02606";

  private static final int DAYS = 7;

  private TransferSettings settings;
  private TransferDesk desk;
  private Carts carts;
  private Checkout checkout;

  protected DemoTransfers() {}

  @Inject
  DemoTransfers(TransferSettings settings, TransferDesk desk, Carts carts, Checkout checkout) {
    this.settings = settings;
    this.desk = desk;
    this.carts = carts;
    this.checkout = checkout;
  }

  /** What is there already stays. */
  void announce(DemoMarket.Buyer buyer, String currency, UUID article) {
    CurrencyCode money = CurrencyCode.of(currency);
    settings.change(new TransferTerms(true, HOLDER, IBAN, null, money, DAYS));
    if (desk.list(null, null, Paging.first()).items().isEmpty()) {
      UUID cart = carts.create(money, buyer.language()).id();
      carts.add(cart, article, 1);
      PricedCart priced = carts.deliver(cart, home(buyer));
      checkout.pay(
          new CheckoutRequest(
              cart,
              priced.totals().total(),
              "bank-transfer",
              "transfer",
              Map.of(),
              "/",
              Optional.empty()));
    }
  }

  private static DeliveryInput home(DemoMarket.Buyer to) {
    return new DeliveryInput(
        to.email(),
        to.name(),
        new DeliveryInput.Address(
            to.line1(), null, to.postalCode(), to.city(), null, to.country()));
  }
}
