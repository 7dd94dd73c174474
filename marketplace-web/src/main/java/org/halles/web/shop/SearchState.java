package org.halles.web.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halles.marketplace.search.ListingQuery;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;

/**
 * What somebody looks for, as the address says it. The address is all the state there is: every
 * facet, chip and order is a link to another address.
 */
final class SearchState {

  /** What the prices in the address are in; euros where it does not say. */
  static final String CURRENCY = "currency";

  private static final CurrencyCode EURO = CurrencyCode.of("EUR");

  static final String[] PARTS = {
    "q", "category", "vendor", "min", "max", CURRENCY, "condition", "kind", "sort"
  };

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,3})?");

  /** Before the code of an attribute: {@code f.colour=red}. */
  static final String SAID = "f.";

  private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,60}");
  private static final int MOST_SAID = 10;

  private final Map<String, String> parts;
  private final String home;

  private SearchState(Map<String, String> parts, String home) {
    this.parts = parts;
    this.home = home;
  }

  static SearchState of(HttpServletRequest request, Language language) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : PARTS) {
      String value = request.getParameter(part);
      if (value != null && !value.isBlank()) {
        parts.put(part, value.strip());
      }
    }
    request.getParameterMap().entrySet().stream()
        .filter(sent -> sent.getKey().startsWith(SAID))
        .filter(sent -> CODE.matcher(sent.getKey().substring(SAID.length())).matches())
        .filter(sent -> !sent.getValue()[0].isBlank() && sent.getValue()[0].length() <= 80)
        .sorted(Map.Entry.comparingByKey())
        .limit(MOST_SAID)
        .forEach(sent -> parts.put(sent.getKey(), sent.getValue()[0].strip()));
    return new SearchState(parts, language.getPath());
  }

  /** Everything in the address that is a word of this page, in its order. */
  Map<String, String> all() {
    return parts;
  }

  /** Attributes and values asked for, by code. */
  Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>();
    parts.forEach(
        (part, value) -> {
          if (part.startsWith(SAID)) {
            said.put(part.substring(SAID.length()), value);
          }
        });
    return said;
  }

  String get(String part) {
    return parts.get(part);
  }

  boolean has(String part) {
    return parts.containsKey(part);
  }

  /** The address with this part changed, or left out if the value is null; from the first page. */
  String with(String part, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parts);
    changed.put(part, value);
    return address(changed, null);
  }

  /** The address without this part; with the last price goes its currency. */
  String without(String part) {
    Map<String, String> changed = new LinkedHashMap<>(parts);
    changed.remove(part);
    boolean lastPrice =
        List.of("min", "max").contains(part)
            && !changed.containsKey("min")
            && !changed.containsKey("max");
    if (lastPrice) {
      changed.remove(CURRENCY);
    }
    return address(changed, null);
  }

  /** The address with both ends of the price changed. */
  String withPrices(String min, String max, CurrencyCode currency) {
    Map<String, String> changed = new LinkedHashMap<>(parts);
    changed.put("min", min);
    changed.put("max", max);
    changed.put(CURRENCY, currency.value());
    return address(changed, null);
  }

  /** The address that shows what is sold in this currency, at any price. */
  String withCurrency(String currency) {
    Map<String, String> changed = new LinkedHashMap<>(parts);
    changed.remove("min");
    changed.remove("max");
    changed.put(CURRENCY, currency);
    return address(changed, null);
  }

  /** The currency the address asks for; euros where it asks for prices only. */
  Optional<CurrencyCode> currency() {
    try {
      return has(CURRENCY)
          ? Optional.of(CurrencyCode.of(get(CURRENCY)))
          : Optional.of(EURO)
              .filter(euro -> amount("min").isPresent() || amount("max").isPresent());
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** The address of the part of the list after this cursor; of its start if it is null. */
  String after(String cursor) {
    return address(parts, cursor);
  }

  /** Without words, a category has a page of its own. */
  private String address(Map<String, String> wanted, String cursor) {
    String category = wanted.get("category");
    boolean ownPage = category != null && wanted.get("q") == null;
    Query query = Query.of(home + (ownPage ? "/c/" + Query.encode(category) : "/search"));
    wanted.forEach(
        (part, value) -> {
          if (!(ownPage && part.equals("category"))) {
            query.with(part, value);
          }
        });
    return query.with("cursor", cursor).toString();
  }

  ListingQuery query() {
    CurrencyCode currency = currency().orElse(null);
    return new ListingQuery(
        get("q"),
        get("category"),
        get("vendor"),
        amount("min").map(Money::minor).orElse(null),
        amount("max").map(this::withItsCents).orElse(null),
        get("condition"),
        get("kind"),
        said(),
        has(CURRENCY) ? get(CURRENCY) : currency == null ? null : currency.value(),
        get("sort"));
  }

  /** An amount as people type it, in the address's currency; empty if it is none. */
  Optional<Money> amount(String part) {
    String typed = has(part) ? get(part) : "";
    if (!AMOUNT.matcher(typed).matches()) {
      return Optional.empty();
    }
    try {
      CurrencyCode currency = has(CURRENCY) ? CurrencyCode.of(get(CURRENCY)) : EURO;
      BigDecimal amount = new BigDecimal(typed.replace(',', '.'));
      return Optional.of(
          Money.of(
              amount
                  .movePointRight(currency.fractionDigits())
                  .setScale(0, RoundingMode.DOWN)
                  .longValueExact(),
              currency));
    } catch (IllegalArgumentException unknownCurrency) {
      return Optional.empty();
    }
  }

  /** A whole upper end includes its cents. */
  private long withItsCents(Money max) {
    boolean whole = !get("max").matches(".*[.,].*");
    long unit = BigDecimal.TEN.pow(max.currency().fractionDigits()).longValueExact();
    return whole ? max.minor() + unit - 1 : max.minor();
  }
}
