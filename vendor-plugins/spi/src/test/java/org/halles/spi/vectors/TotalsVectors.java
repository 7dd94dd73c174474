package org.halles.spi.vectors;

import static org.halles.spi.vectors.Numbers.list;
import static org.halles.spi.vectors.Numbers.major;
import static org.halles.spi.vectors.Numbers.minor;
import static org.halles.spi.vectors.Numbers.percent;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** Tax is rounded once per line; an order's discount is distributed over its lines. */
final class TotalsVectors {

  private TotalsVectors() {}

  static Map<String, Solver> solvers() {
    return Map.of(
        "order_totals",
        in -> in.has("lines") ? minorTotals(in) : majorTotals(in),
        "tax",
        TotalsVectors::tax);
  }

  private static Map<String, Object> tax(JsonNode in) {
    Money amount =
        Money.parse(
            new BigDecimal(in.get("amount").asText()).setScale(2, RoundingMode.HALF_UP).toString(),
            Numbers.EUR);
    Rate rate = percent(in.get("tax"));
    boolean included = in.get("tax").asText().contains("included");
    return Map.of("tax", (included ? Numbers.taxIn(amount, rate) : amount.times(rate)).toDecimal());
  }

  /** Lines as {@code [unit, quantity, tax]} in minor units. */
  private static Map<String, Object> minorTotals(JsonNode in) {
    boolean included = in.get("tax").asText().equals("included");
    List<Money> lines = new ArrayList<>();
    List<Rate> rates = new ArrayList<>();
    for (JsonNode line : in.get("lines")) {
      lines.add(minor(line.get(0).asLong()).times(line.get(1).asLong()));
      rates.add(percent(line.get(2)));
    }
    discount(in, lines);
    Money net = minor(in.path("surcharge").asLong());
    Money gross = net;
    for (int i = 0; i < lines.size(); i++) {
      net = net.plus(net(lines.get(i), rates.get(i), included));
      gross = gross.plus(gross(lines.get(i), rates.get(i), included));
    }
    Money shipping = minor(in.path("shipping").asLong());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sub", net.minor());
    answer.put("sub_round_then_multiply", net.minor());
    answer.put("with_tax", gross.minor());
    answer.put("prorated_with_tax", Numbers.minors(lines));
    answer.put("shipping", net(shipping, rates.get(0), included).minor());
    answer.put("shipping_with_tax", gross(shipping, rates.get(0), included).minor());
    return answer;
  }

  private static void discount(JsonNode in, List<Money> lines) {
    String discount = in.path("discount").asText();
    long offOrder = -in.path("order_discount").asLong();
    if (discount.matches("\\d+% (item|order)")) {
      Rate off = Rate.percent(discount.split("%")[0]);
      lines.replaceAll(line -> line.minus(line.times(off)));
    } else if (discount.contains("off line 1 then")) {
      lines.set(0, lines.get(0).minus(lines.get(0).times(Rate.percent(discount.split("%")[0]))));
      offOrder = Long.parseLong(discount.replaceAll(".*then (\\d+) off order", "$1"));
    }
    List<Money> parts = minor(offOrder).allocate(Numbers.minors(lines));
    for (int i = 0; i < parts.size(); i++) {
      lines.set(i, lines.get(i).minus(parts.get(i)));
    }
  }

  private static Money net(Money price, Rate rate, boolean included) {
    return included ? price.minus(Numbers.taxIn(price, rate)) : price;
  }

  private static Money gross(Money price, Rate rate, boolean included) {
    return included ? price : price.plus(price.times(rate));
  }

  /** Items and shipping as objects in major units, tax on top of what is left after adjustment. */
  private static Map<String, Object> majorTotals(JsonNode in) {
    Totals items = totals(list(in.get("items")));
    Totals shipping = totals(list(in.path("shipping")));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("subtotal", items.full().toDecimal());
    answer.put("discount_total", items.discount().toDecimal());
    answer.put("tax", items.tax().plus(shipping.tax()).toDecimal());
    answer.put("total", items.gross().plus(shipping.gross()).toDecimal());
    answer.put("item_total", items.gross().toDecimal());
    answer.put("shipping_total", shipping.gross().toDecimal());
    return answer;
  }

  private record Totals(Money full, Money discount, Money tax, Money gross) {}

  private static Totals totals(List<JsonNode> entries) {
    Money full = minor(0);
    Money discount = minor(0);
    Money tax = minor(0);
    Money gross = minor(0);
    for (JsonNode entry : entries) {
      Money price =
          entry.has("unit")
              ? major(entry.get("unit")).times(entry.get("qty").asLong())
              : major(entry.get("amount"));
      Money off = major(entry.path("adjust"));
      Rate rate = percent(entry.get("tax"));
      boolean included = entry.get("tax").asText().contains("included");
      Money left = price.minus(off);
      full = full.plus(price);
      discount = discount.plus(off.plus(off.times(rate)));
      tax = tax.plus(included ? Numbers.taxIn(left, rate) : left.times(rate));
      gross = gross.plus(gross(left, rate, included));
    }
    return new Totals(full, discount, tax, gross);
  }
}
