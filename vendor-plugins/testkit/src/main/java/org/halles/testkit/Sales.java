package org.halles.testkit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.VendorFacts;
import org.halles.spi.VendorFacts.SalesPeriod;

/** Sales to try a rule on: the same ones each time, of every kind, from a cent to millions. */
public final class Sales {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final long[] PRICES = {
    0, 1, 2, 33, 99, 100, 499, 1_000, 1_999, 4_999, 5_000, 12_345, 99_999, 1_000_000, 250_000_000
  };
  private static final List<List<String>> CATEGORIES =
      List.of(
          List.of("food", "bakery", "bread"),
          List.of("home", "lighting"),
          List.of("books"),
          List.of("services", "repair", "bicycles"));
  private static final List<String> KINDS = List.of("goods", "service", "digital", "request");

  private Sales() {}

  /** So many sales in this currency, the same ones for the same arguments. */
  public static List<SaleFacts> in(CurrencyCode currency, int count) {
    Random random = new Random(20_260_101L + currency.value().hashCode());
    List<SaleFacts> sales = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sales.add(sale(currency, PRICES[i % PRICES.length], i, random));
    }
    return List.copyOf(sales);
  }

  /** One plain sale of goods at this price, by a vendor without earlier sales. */
  public static SaleFacts of(Money price) {
    VendorFacts vendor = new VendorFacts("v-1", "some-vendor", "FR", true, Map.of());
    return new SaleFacts(
        vendor,
        "l-1",
        "goods",
        CATEGORIES.get(1),
        Map.of(),
        1,
        price,
        price,
        Money.zero(price.currency()),
        Money.zero(price.currency()),
        "FR",
        FIRST,
        FIRST.atZone(ZONE).toLocalDateTime());
  }

  private static SaleFacts sale(CurrencyCode currency, long price, int index, Random random) {
    int quantity = index % 5 == 0 ? 1 + random.nextInt(500) : 1 + random.nextInt(3);
    Money unitPrice = new Money(price, currency);
    Money full = unitPrice.times(quantity);
    Money lineTotal = index % 3 == 0 ? full.minus(new Money(full.minor() / 4, currency)) : full;
    Instant at = FIRST.plusSeconds(random.nextInt(365 * 24 * 3_600));
    return new SaleFacts(
        vendor(currency, index, random),
        "l-" + index,
        KINDS.get(index % KINDS.size()),
        CATEGORIES.get(random.nextInt(CATEGORIES.size())),
        index % 2 == 0 ? Map.of() : Map.of("brand", "Brand " + index, "colour", "bleu nuit"),
        quantity,
        unitPrice,
        lineTotal,
        new Money(lineTotal.minor() / 6, currency),
        new Money(random.nextInt(1_500), currency),
        List.of("FR", "DE", "US", "JP").get(random.nextInt(4)),
        at,
        at.atZone(ZONE).toLocalDateTime());
  }

  private static VendorFacts vendor(CurrencyCode currency, int index, Random random) {
    Map<SalesPeriod, Money> sales = new EnumMap<>(SalesPeriod.class);
    for (SalesPeriod period : SalesPeriod.values()) {
      if (random.nextBoolean()) {
        sales.put(period, new Money(random.nextInt(50_000_000), currency));
      }
    }
    return new VendorFacts("v-" + index % 7, "vendor-" + index % 7, "FR", index % 4 != 0, sales);
  }
}
