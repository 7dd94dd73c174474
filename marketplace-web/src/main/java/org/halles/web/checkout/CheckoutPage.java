package org.halles.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.cart.Carts;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.cart.Basket;
import org.halles.web.cart.CartBlock;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/**
 * The one page of the checkout: who receives it, how each stall ships, how it is paid, one button.
 * Whatever cannot go on comes back with everything typed, the reason, and the next step.
 */
@Named
@RequestScoped
public class CheckoutPage {

  private Carts carts;
  private Basket basket;
  private Till till;
  private CheckoutCredit credit;
  private HttpServletRequest request;
  private CurrentCaller caller;
  private Language language;
  private Words words;
  private Labels labels;
  private PricedCart cart;
  private CheckoutForm form;
  private List<String> gateways;
  private List<Means> means;
  private Map<String, String> errors = Map.of();
  private String troubleKind;
  private String troubleTitle;
  private String trouble;

  protected CheckoutPage() {}

  @Inject
  CheckoutPage(
      Carts carts,
      Basket basket,
      Till till,
      CheckoutCredit credit,
      HttpServletRequest request,
      CurrentCaller caller,
      Language language,
      Words words,
      Labels labels) {
    this.carts = carts;
    this.basket = basket;
    this.till = till;
    this.credit = credit;
    this.request = request;
    this.caller = caller;
    this.language = language;
    this.words = words;
    this.labels = labels;
  }

  /** Shows the page, or pays. */
  public void open() throws IOException {
    boolean paying = request.getMethod().equals("POST");
    UUID cartId = basket.id().orElse(null);
    if (paying && cartId != null) {
      form = CheckoutForm.of(request);
      if (!credit.change(cartId)) {
        pay(cartId);
      }
      if (FacesContext.getCurrentInstance().getResponseComplete()) {
        return;
      }
    }
    cart = basket.cart().orElse(null);
    if (cart == null || cart.isEmpty()) {
      // another tab may have paid it: then its order is what the buyer is looking for
      lead(basket.id().flatMap(till::orderOf).orElse(language.getPath() + "/cart"));
    } else {
      credit.show(cart);
      if (form == null) {
        String email = caller.get().account().map(id -> caller.get().label()).orElse("");
        form = CheckoutForm.of(cart, email);
      }
    }
  }

  private void pay(UUID cartId) throws IOException {
    try {
      PricedCart now = agree(cartId);
      if (now != null) {
        lead(till.pay(now, form));
      }
    } catch (InvalidInput invalid) {
      errors = withoutPath(FieldErrors.of(invalid, words));
      tell("error", "checkout.check-fields", words.of("checkout.check-fields.text", errors.size()));
    } catch (Refusal refusal) {
      tell(
          "error",
          "checkout.not-paid",
          Refusals.told(
              refusal, words, FacesContext.getCurrentInstance().getViewRoot().getLocale()));
    }
  }

  /**
   * Writes down where it goes and how it is shipped. If that changes what is to be paid, the buyer
   * is asked again instead of being surprised.
   *
   * @return the cart to pay, or null if the buyer must look at it first
   */
  private PricedCart agree(UUID cartId) {
    PricedCart now = carts.get(cartId);
    if (now.ordered()) {
      return now;
    }
    now = carts.deliver(cartId, form.delivery());
    if (form.names(now.trade())) {
      now = carts.purchaseOrder(cartId, form.get("purchaseOrder"));
    }
    for (Map.Entry<UUID, String> choice : form.shippingChoices().entrySet()) {
      if (canChoose(now, choice.getKey(), choice.getValue())) {
        now = carts.chooseShipping(cartId, choice.getKey(), choice.getValue());
      }
    }
    if (now.notices().stream().anyMatch(PricedCart.Notice::blocks) || !form.saw(now.totals())) {
      tell("warning", "checkout.changed", words.get("checkout.changed.text"));
      return null;
    }
    return now;
  }

  private static boolean canChoose(PricedCart cart, UUID vendorId, String optionId) {
    return cart.vendors().stream()
        .filter(vendor -> vendor.vendorId().equals(vendorId))
        .filter(vendor -> vendor.chosen() != null && !vendor.chosen().id().equals(optionId))
        .map(VendorQuote::options)
        .flatMap(List::stream)
        .anyMatch(option -> option.id().equals(optionId));
  }

  private static Map<String, String> withoutPath(Map<String, String> errors) {
    Map<String, String> byField = new LinkedHashMap<>();
    errors.forEach((field, error) -> byField.put(field.replace("address.", ""), error));
    return byField;
  }

  private void tell(String kind, String titleKey, String text) {
    troubleKind = kind;
    troubleTitle = words.get(titleKey);
    trouble = text;
  }

  private static void lead(String path) throws IOException {
    FacesContext.getCurrentInstance().getExternalContext().redirect(path);
  }

  public PricedCart getCart() {
    return cart;
  }

  public List<CartBlock> getBlocks() {
    return CartBlock.of(cart, labels);
  }

  /** True if a file is in it: then the buyer is asked whether it shall open at once. */
  public boolean isDownload() {
    return cart.vendors().stream()
        .flatMap(vendor -> vendor.lines().stream())
        .anyMatch(line -> line.kind().equals("DIGITAL"));
  }

  /** True if somebody has no way to ship to the address: what delivery costs is not known then. */
  public boolean isStuck() {
    return cart.vendors().stream()
        .anyMatch(vendor -> vendor.needsShipping() && vendor.options().isEmpty());
  }

  /** True if something of it is shipped. */
  public boolean isShipped() {
    return cart.vendors().stream().anyMatch(VendorQuote::needsShipping);
  }

  /** What is in the way of paying. */
  public List<PricedCart.Notice> getObstacles() {
    return cart.notices().stream().filter(PricedCart.Notice::blocks).toList();
  }

  /** What was typed, by field. */
  public Map<String, String> getTyped() {
    return form.getTyped();
  }

  /** What is wrong, by field. */
  public Map<String, String> getErrors() {
    return errors;
  }

  /** A fresh key: this page pays once, however often its button is pressed. */
  public String getKey() {
    return UUID.randomUUID().toString();
  }

  public String getTroubleKind() {
    return troubleKind;
  }

  public String getTroubleTitle() {
    return troubleTitle;
  }

  public String getTrouble() {
    return trouble;
  }

  /** Who may take this cart's money. */
  public List<String> getGateways() {
    if (gateways == null) {
      gateways = till.gateways(cart);
    }
    return gateways;
  }

  /**
   * Why it cannot be paid in cash, for whoever might have wanted to; null if it can, or if nobody
   * here takes cash.
   */
  public String getNotInCash() {
    return till.notInCash(cart)
        .map(
            why ->
                Refusals.told(
                    why, words, FacesContext.getCurrentInstance().getViewRoot().getLocale()))
        .orElse(null);
  }

  /** The ways to pay with real money. */
  public List<Means> getMeans() {
    if (means == null) {
      means = getGateways().stream().flatMap(till::meansOf).toList();
      boolean sandbox = getGateways().contains("sandbox");
      form.propose(means.isEmpty() || sandbox ? "approved" : means.get(0).getValue());
    }
    return means;
  }

  /** The way to pay that is chosen; at first the usual one. */
  public String getToken() {
    getMeans(); // proposes it
    return form.get("token");
  }
}
