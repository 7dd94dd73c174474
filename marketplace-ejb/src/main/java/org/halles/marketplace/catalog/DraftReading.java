package org.halles.marketplace.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Checklist;
import org.halles.spi.CurrencyCode;

/** Reads what is typed into the fields of a draft; notes what is no number. */
final class DraftReading {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f€$£]");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}([.,]\\d{1,3})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private final Checklist checklist;
  private final Map<String, Integer> onHand;
  private final Map<String, VariantInput> proposed;
  private String currency;

  /**
   * @param onHand units of the offers there are by SKU
   * @param proposed variants that wait for a moderator by SKU
   */
  DraftReading(
      Checklist checklist, Map<String, Integer> onHand, Map<String, VariantInput> proposed) {
    this.checklist = checklist;
    this.onHand = onHand;
    this.proposed = proposed;
  }

  ListingInput read(DraftContent content) {
    currency = content.currency();
    List<VariantInput> variants = new ArrayList<>();
    for (DraftContent.Variant variant : content.variants()) {
      variants.add(variant("variants[" + variants.size() + "]", variant));
    }
    return new ListingInput(
        content.kind(),
        content.title(),
        content.description(),
        content.categoryId(),
        said(content.attributes()),
        variants,
        content.images());
  }

  /** Fields that are left empty say nothing. */
  private static Map<String, String> said(Map<String, String> typed) {
    Map<String, String> said = new LinkedHashMap<>(typed);
    said.values().removeIf(value -> value == null || value.isBlank());
    return said;
  }

  private VariantInput variant(String path, DraftContent.Variant typed) {
    PriceInput price = amount(path + ".price", typed.price());
    if (price == null && blank(typed.price())) {
      checklist.reject(path + ".price", "is needed", null);
    }
    if (blank(typed.sku())) {
      checklist.reject(path + ".sku", "is needed", null);
    }
    Integer stock = stock(path + ".stock", typed);
    Map<String, Integer> places = places(typed.sku(), stock);
    return new VariantInput(
        typed.sku(),
        said(typed.options()),
        price,
        places == null ? stock : null,
        typed.condition(),
        whole(path + ".leadTimeDays", typed.leadTimeDays()),
        whole(path + ".weightGrams", typed.weightGrams()),
        typed.gtin(),
        amount(path + ".shippingFee", typed.shippingFee()),
        breaks(path + ".priceBreaks", typed.priceBreaks()),
        places,
        orders(path + ".orderQuantity", typed.orderQuantity()));
  }

  private OrderQuantityInput orders(String path, DraftContent.Quantity typed) {
    return typed == null
        ? null
        : new OrderQuantityInput(
            whole(path + ".least", typed.least()),
            whole(path + ".packSize", typed.packSize()),
            whole(path + ".most", typed.most()));
  }

  /** Where a variant that waits is to lie: nobody types that here, so it stays with its number. */
  private Map<String, Integer> places(String sku, Integer stock) {
    VariantInput waiting = proposed.get(sku);
    return waiting != null && stock != null && stock.equals(waiting.stock())
        ? waiting.places()
        : null;
  }

  /** Steps of which nothing was typed are left out. */
  private List<PriceBreakInput> breaks(String path, List<DraftContent.Break> typed) {
    List<PriceBreakInput> breaks = new ArrayList<>();
    for (DraftContent.Break one : typed) {
      if (!blank(one.from()) || !blank(one.price())) {
        String at = path + "[" + breaks.size() + "]";
        breaks.add(
            new PriceBreakInput(
                whole(at + ".from", one.from()), amount(at + ".price", one.price())));
      }
    }
    return breaks.isEmpty() ? null : breaks;
  }

  /** What nobody touched is what is on hand now: sales since editing began stay sold. */
  private Integer stock(String path, DraftContent.Variant typed) {
    boolean untouched = !blank(typed.stockThen()) && typed.stockThen().equals(typed.stock());
    return untouched && onHand.containsKey(typed.sku())
        ? onHand.get(typed.sku())
        : whole(path, typed.stock());
  }

  private Integer whole(String path, String typed) {
    if (blank(typed)) {
      return null;
    }
    String figure = SPACES.matcher(typed).replaceAll("");
    if (!WHOLE.matcher(figure).matches()) {
      checklist.reject(path, "must be a whole number", typed);
      return null;
    }
    return Integer.valueOf(figure);
  }

  private PriceInput amount(String path, String typed) {
    if (blank(typed)) {
      return null;
    }
    String figure = SPACES.matcher(typed).replaceAll("");
    try {
      if (AMOUNT.matcher(figure).matches()) {
        return new PriceInput(minor(figure), currency);
      }
    } catch (IllegalArgumentException | ArithmeticException finerOrUnknown) {
      // said below
    }
    checklist.reject(path, "must be an amount such as 12.50", typed);
    return null;
  }

  private long minor(String figure) {
    return new BigDecimal(figure.replace(',', '.'))
        .movePointRight(CurrencyCode.of(currency).fractionDigits())
        .longValueExact();
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
