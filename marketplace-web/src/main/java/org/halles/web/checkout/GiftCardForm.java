package org.halles.web.checkout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.credit.GiftCardTerms;
import org.halles.marketplace.credit.GiftWish;
import org.halles.marketplace.order.GiftPurchase;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What a buyer of a gift card typed, exactly as typed. */
final class GiftCardForm {

  private final Map<String, String> typed = new LinkedHashMap<>();

  static GiftCardForm of(HttpServletRequest request) {
    GiftCardForm form = new GiftCardForm();
    request.getParameterMap().forEach((name, values) -> form.typed.put(name, values[0]));
    return form;
  }

  /** What is known already of the person who is signed in. */
  static GiftCardForm of(String email) {
    GiftCardForm form = new GiftCardForm();
    form.typed.put("email", email);
    form.typed.put("country", "FR");
    return form;
  }

  Map<String, String> getTyped() {
    return typed;
  }

  private String get(String name) {
    return typed.getOrDefault(name, "").strip();
  }

  /** What this page buys under; empty if it was not sent yet, or is none. */
  Optional<UUID> id() {
    try {
      return Optional.of(UUID.fromString(get("id")));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Who is to take the money; empty if nothing was chosen. */
  String gateway() {
    String chosen = Means.gatewayIn(get("token"));
    return chosen == null ? "" : chosen;
  }

  String token() {
    return Means.tokenIn(get("token"));
  }

  GiftPurchase purchase(List<GiftCardTerms.Bounds> bounds, String language) {
    return new GiftPurchase(
        id().orElseGet(UUID::randomUUID),
        new GiftWish(
            amount(bounds), get("recipient"), get("sender"), get("greeting"), day(), language),
        get("email"),
        get("name"),
        get("country"),
        language);
  }

  /** Null if it is no amount: that is said with what else is wrong. */
  private Money amount(List<GiftCardTerms.Bounds> bounds) {
    try {
      String chosen = get("currency");
      CurrencyCode currency =
          chosen.isEmpty() ? bounds.get(0).least().currency() : CurrencyCode.of(chosen);
      return Money.parse(
          get("amount").replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.'), currency);
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException none) {
      return null;
    }
  }

  /** What is no day comes back as one that cannot be. */
  private LocalDate day() {
    String day = get("deliverOn");
    try {
      return day.isEmpty() ? null : LocalDate.parse(day);
    } catch (DateTimeParseException none) {
      return LocalDate.EPOCH;
    }
  }
}
