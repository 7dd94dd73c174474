package org.halles.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.cart.CannotAdd;
import org.halles.marketplace.cart.CartClosed;
import org.halles.marketplace.cart.Carts;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.CurrencyCode;
import org.halles.web.ui.Language;

/** This browser's cart: {@code #{basket.count}}. Made when the first thing is put in. */
@Named
@RequestScoped
public class Basket {

  private static final CurrencyCode EURO = CurrencyCode.of("EUR");

  private Carts carts;
  private HttpServletRequest request;
  private Language language;
  private Integer count;

  protected Basket() {}

  @Inject
  Basket(Carts carts, HttpServletRequest request, Language language) {
    this.carts = carts;
    this.request = request;
    this.language = language;
  }

  /** How many units are in it. */
  public int getCount() {
    if (count == null) {
      count = id().map(carts::units).orElse(0);
    }
    return count;
  }

  /** The cart's id, if this browser has one. */
  public Optional<UUID> id() {
    return CartCookie.read(request);
  }

  /** The cart, unless there is none or it was ordered. */
  public Optional<PricedCart> cart() {
    try {
      return id().map(carts::get).filter(cart -> !cart.ordered());
    } catch (NotFound forgotten) {
      return Optional.empty();
    }
  }

  /** Puts units of an offer in; starts a cart, in the offer's currency, where none is open. */
  public void add(UUID offerId, int quantity, HttpServletResponse response) {
    add(offerId, quantity, null, response);
  }

  /**
   * The same for a buyer who came by somebody's link.
   *
   * @param via the code in it, or null
   */
  public void add(UUID offerId, int quantity, String via, HttpServletResponse response) {
    if (id().isPresent()) {
      try {
        carts.add(id().get(), offerId, quantity, via);
        return;
      } catch (CartClosed ordered) {
        startWith(offerId, quantity, via, response);
        return;
      } catch (NotFound gone) {
        if (cart().isPresent()) {
          throw gone; // it is the offer that is gone
        }
      } catch (CannotAdd other) {
        if (getCount() > 0) {
          throw other;
        }
      }
    }
    startWith(offerId, quantity, via, response);
  }

  /**
   * Puts in what was agreed with this very buyer, once. A cart that is somebody else's, of one who
   * was signed in at this browser before, is left alone.
   */
  public void addOwn(UUID offerId, HttpServletResponse response) {
    if (cart().map(cart -> holds(cart, offerId)).orElse(false)) {
      return;
    }
    try {
      add(offerId, 1, response);
    } catch (NotFound othersCart) {
      startWith(offerId, 1, null, response);
    }
  }

  private static boolean holds(PricedCart cart, UUID offerId) {
    return cart.vendors().stream()
        .flatMap(vendor -> vendor.lines().stream())
        .anyMatch(line -> line.offerId().equals(offerId));
  }

  private void startWith(UUID offerId, int quantity, String via, HttpServletResponse response) {
    PricedCart cart = carts.create(EURO, language.getTag());
    try {
      carts.add(cart.id(), offerId, quantity, via);
    } catch (CannotAdd other) {
      Object currency = other.facts().get("offerCurrency");
      if (currency == null) {
        throw other;
      }
      cart = carts.create(CurrencyCode.of(currency.toString()), language.getTag());
      carts.add(cart.id(), offerId, quantity, via);
    }
    CartCookie.give(request, response, cart.id());
  }
}
