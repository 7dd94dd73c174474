package org.halles.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.cart.Carts;
import org.halles.marketplace.pricing.Contribution;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.Wish;
import org.halles.marketplace.promotion.Reduction;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.Functions;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/**
 * The cart's page, and what its forms do. A form that worked leads back to the page, so that going
 * back or reloading does nothing twice; one that did not shows why.
 */
@Named
@RequestScoped
public class CartPage {

  /** Notices about lines that cannot be bought now. */
  private static final Set<String> GONE = Set.of("unavailable", "closed");

  private Carts carts;
  private Basket basket;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private Labels labels;
  private PricedCart cart;
  private String trouble;

  protected CartPage() {}

  @Inject
  CartPage(
      Carts carts,
      Basket basket,
      HttpServletRequest request,
      Language language,
      Words words,
      Labels labels) {
    this.carts = carts;
    this.basket = basket;
    this.request = request;
    this.language = language;
    this.words = words;
    this.labels = labels;
  }

  /** Does what the form asks, or shows the cart. */
  public void open() throws IOException {
    if (request.getMethod().equals("POST") && submit()) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(language.getPath() + "/cart" + (sent("offerId") == null ? "" : "?added=1"));
      return;
    }
    cart = basket.cart().orElse(null);
  }

  private boolean submit() {
    try {
      if (sent("offerId") != null) {
        basket.add(id("offerId"), quantity(1), sent("via"), response());
      } else {
        change(basket.id().orElseThrow(() -> new NotFound("cart", "of this browser")));
      }
      return true;
    } catch (InvalidInput invalid) {
      trouble = troubleOf();
    } catch (Refusal refusal) {
      trouble = troubleOf(refusal);
    }
    return false;
  }

  private String troubleOf() {
    if (sent("coupon") != null) {
      return words.get("promo.cart.no-code");
    }
    return sent("wish") == null
        ? words.of("cart.bad-quantity", Carts.MOST_UNITS)
        : words.get("goods.wish.bad");
  }

  private String troubleOf(Refusal refusal) {
    String key = "refusal." + refusal.code();
    if (sent("coupon") != null) {
      return words.of(key, sent("coupon").strip());
    }
    return Refusals.told(refusal, words, language.getLocale());
  }

  private void change(UUID cartId) {
    if (sent("coupon") != null) {
      carts.enter(cartId, sent("coupon"));
    } else if (sent("leave") != null) {
      carts.leave(cartId, sent("leave"));
    } else if (sent("wish") != null) {
      carts.wish(cartId, id("wish"), new Wish(day(), sent("note")));
    } else if (sent("remove") != null) {
      carts.remove(cartId, id("remove"));
    } else if (sent("contribution") != null) {
      contribute(cartId, sent("contribution"), Boolean.parseBoolean(sent("adds")));
    } else if (sent("optionId") != null) {
      carts.chooseShipping(cartId, id("vendorId"), sent("optionId"));
    } else {
      carts.setQuantity(cartId, id("line"), quantity(0));
    }
  }

  /** One more for others, or one less; what is no longer offered is left out with it. */
  private void contribute(UUID cartId, String offer, boolean adds) {
    List<String> chosen =
        carts.get(cartId).contributions().stream()
            .filter(one -> one.id().equals(offer) ? adds : one.chosen())
            .map(Contribution::id)
            .toList();
    carts.contribute(cartId, chosen);
  }

  /** A day that is none is in the past, and told so. */
  private LocalDate day() {
    String typed = sent("on");
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException noDay) {
      return LocalDate.EPOCH;
    }
  }

  private UUID id(String name) {
    try {
      return UUID.fromString(String.valueOf(sent(name)));
    } catch (IllegalArgumentException malformed) {
      throw new NotFound(name, sent(name));
    }
  }

  /** What was typed as a quantity; one that is no number is out of bounds. */
  private int quantity(int ifMissing) {
    String typed = sent("quantity");
    if (typed == null || typed.isBlank()) {
      return ifMissing;
    }
    try {
      return Integer.parseInt(typed.strip());
    } catch (NumberFormatException noNumber) {
      return -1;
    }
  }

  private String sent(String name) {
    return request.getParameter(name);
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }

  /** True if there is something to show. */
  public boolean isFilled() {
    return cart != null && !(cart.isEmpty() && cart.notices().isEmpty());
  }

  /** True if something was put in just now. */
  public boolean isAdded() {
    return sent("added") != null && isFilled();
  }

  public PricedCart getCart() {
    return cart;
  }

  /** The parts of the cart, one per vendor. */
  public List<CartBlock> getBlocks() {
    return CartBlock.of(cart, labels);
  }

  /** What was typed as a code and refused, so that it is not lost; or null. */
  public String getTypedCoupon() {
    return trouble == null ? null : sent("coupon");
  }

  /** Why a code or a campaign takes nothing off. */
  public String why(Reduction reduction) {
    return words.of(
        "promo.reason." + reduction.reason(),
        reduction.missing() == null ? "" : Functions.money(reduction.missing()));
  }

  /** What can no longer be bought. */
  public List<PricedCart.Notice> getGone() {
    return cart.notices().stream().filter(notice -> GONE.contains(notice.code())).toList();
  }

  /** What is in the way of paying as a whole, such as an unknown tax. */
  public List<PricedCart.Notice> getObstacles() {
    return cart.notices().stream().filter(notice -> notice.vendorId() == null).toList();
  }

  /** True if nothing stands in the way. */
  public boolean isPayable() {
    return !cart.isEmpty() && cart.notices().stream().noneMatch(PricedCart.Notice::blocks);
  }

  /** Why a form did not work, or null. */
  public String getTrouble() {
    return trouble;
  }

  /** The text of a notice for the page. */
  public String tell(PricedCart.Notice notice) {
    boolean known = notice.reopens() != null;
    return words.of(
        "notice." + notice.code() + (known ? "-until" : ""),
        Optional.ofNullable(notice.vendorName()).orElse(""),
        Optional.ofNullable(notice.available()).orElse(0),
        known ? Functions.day(notice.reopens()) : "");
  }
}
