package org.halles.spi.vectors;

import static org.halles.spi.vectors.Numbers.list;
import static org.halles.spi.vectors.Numbers.major;
import static org.halles.spi.vectors.Numbers.minor;
import static org.halles.spi.vectors.Numbers.percent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halles.spi.LargestDeficit;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** A percentage becomes an amount once, clamped to its line; the vendor gets the rest. */
final class CommissionVectors {

  private CommissionVectors() {}

  static Map<String, Solver> solvers() {
    return Map.of(
        "commission", CommissionVectors::line,
        "commission_order", CommissionVectors::order,
        "commission_coupon_refund", CommissionVectors::order,
        "tiered_rate", CommissionVectors::tiered,
        "fee_stack", CommissionVectors::fees,
        "affiliate_split", CommissionVectors::affiliate,
        "display_vs_ledger", CommissionVectors::shownBalance);
  }

  private static Map<String, Object> line(JsonNode in) {
    long quantity = in.path("qty").asLong(1);
    Money goods = firstOf(in, "price", "item", "net_total");
    goods = in.has("net_total") ? goods : goods.times(quantity);
    goods = goods.plus(major(in.path("discount"))).max(minor(0));
    Money shipping = firstOf(in, "shipping", "shipping_subtotal", "delivery_cost");
    Money base =
        in.path("base").asText().equals("net")
            ? goods.minus(major(in.path("included_tax_total")))
            : goods;
    Rate rate = rate(in);
    Money fixed = firstOf(in, "flat_per_unit", "flat").times(quantity).plus(combined(in));
    Money onGoods = clamp(base.times(rate).plus(fixed), in, goods);
    Money onShipping = clamp(shipping.times(rate), in, shipping);
    Money commission = onGoods.plus(onShipping);
    Money vat = commission.times(percent(in.path("vat_on_commission")));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("commission", commission.toDecimal());
    answer.put("total_commission", commission.toDecimal());
    answer.put("admin", commission.toDecimal());
    answer.put("admin_commission", commission.toDecimal());
    answer.put("vendor", goods.plus(shipping).minus(commission).toDecimal());
    answer.put("tax_on_commission", vat.toDecimal());
    answer.put("total", commission.plus(vat).toDecimal());
    answer.put(
        "lines_after_two_refreshes",
        List.of(onGoods, onShipping).stream().filter(Money::isPositive).count());
    return answer;
  }

  private static Rate rate(JsonNode in) {
    JsonNode rate = in.has("rate") ? in.get("rate") : in.path("percent");
    return in.has("combine") ? percent(in.get("combine")) : percent(rate);
  }

  /** The fixed part of {@code 5% + 5}. */
  private static Money combined(JsonNode in) {
    return in.has("combine")
        ? Money.parse(in.get("combine").asText().split("\\+")[1].strip(), Numbers.EUR)
        : minor(0);
  }

  private static Money clamp(Money commission, JsonNode in, Money most) {
    Money capped = in.has("cap") ? commission.min(major(in.get("cap"))) : commission;
    return capped.min(most).max(minor(0));
  }

  private static Money firstOf(JsonNode in, String... names) {
    for (String name : names) {
      if (in.has(name)) {
        return major(in.get(name));
      }
    }
    return major(MissingNode.getInstance());
  }

  /** Commission on what the vendor funds, per line; shipping goes to the platform. */
  private static Map<String, Object> order(JsonNode in) {
    String coupon = in.path("coupon").asText();
    boolean vendorFunds =
        coupon.contains("vendor") || in.path("funded_by").asText().equals("vendor");
    Rate rate = percent(in.get("rate"));
    Money paid = minor(0);
    Money commission = minor(0);
    Money vendor = minor(0);
    Money refundedCommission = minor(0);
    Money refundedVendor = minor(0);
    List<JsonNode> items = list(in.get("items"));
    for (int i = 0; i < items.size(); i++) {
      Money price = major(items.get(i).get("price")).times(items.get(i).get("qty").asLong());
      Money discount = discount(coupon, items.get(i), price, i);
      Money base = vendorFunds ? price.minus(discount) : price;
      Money ours = base.times(rate);
      Money theirs = base.minus(ours);
      Money refund = major(in.path("refund").path("item" + (i + 1)));
      List<Money> back =
          LargestDeficit.split(refund, List.of(theirs, ours), List.of(minor(0), minor(0)));
      paid = paid.plus(price.minus(discount));
      refundedVendor = refundedVendor.plus(back.get(0));
      refundedCommission = refundedCommission.plus(back.get(1));
      vendor = vendor.plus(theirs);
      commission = commission.plus(vendorFunds ? ours : ours.minus(discount));
    }
    Money shipping =
        Money.sum(Numbers.EUR, list(in.get("shipping")).stream().map(Numbers::major).toList());
    Money net = commission.minus(refundedCommission);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("total", paid.plus(shipping).toDecimal());
    answer.put("net_commission", net.toDecimal());
    answer.put("commission", net.plus(shipping).toDecimal());
    answer.put("vendor", vendor.minus(refundedVendor).toDecimal());
    answer.put("commission_in_refund", refundedCommission.toDecimal());
    answer.put("vendor_in_refund", refundedVendor.toDecimal());
    return answer;
  }

  private static Money discount(String coupon, JsonNode item, Money price, int index) {
    if (coupon.contains("off item 1")) {
      return index == 0 ? price.times(Rate.percent(coupon.split("%")[0])) : minor(0);
    }
    return coupon.contains("off each unit")
        ? Money.parse(coupon.split(" ")[0], Numbers.EUR).times(item.get("qty").asLong())
        : minor(0);
  }

  /** The bracket that is reached decides for the whole amount. */
  private static Map<String, Object> tiered(JsonNode in) {
    Money amount = major(in.get("amount"));
    TreeMap<Money, Rate> rates = new TreeMap<>();
    rates.put(minor(0), percent(in.get("base")));
    in.get("tiers")
        .fields()
        .forEachRemaining(
            tier -> rates.put(Money.parse(tier.getKey(), Numbers.EUR), percent(tier.getValue())));
    return Map.of("amount", amount.times(rates.floorEntry(amount).getValue()).toDecimal());
  }

  /** Each party's fee is rounded by itself: {@code 2.9% + 30c}. */
  private static Map<String, Object> fees(JsonNode in) {
    Money price = minor(in.get("price_cents").asLong());
    Money fees = fee(in.get("platform"), price).plus(fee(in.get("processor"), price));
    return Map.of("fee_cents", fees.minor(), "seller_cents", price.minus(fees).minor());
  }

  private static Money fee(JsonNode terms, Money price) {
    String[] parts = terms.asText().split(" \\+ ");
    return price
        .times(Rate.percent(parts[0].replace("%", "")))
        .plus(minor(Long.parseLong(parts[1].replace("c", ""))));
  }

  private static Map<String, Object> affiliate(JsonNode in) {
    Money price = minor(in.get("price_cents").asLong());
    Money fees = minor(in.get("fee_cents").asLong());
    Money affiliate =
        price
            .times(percent(in.get("affiliate")))
            .minus(minor(in.get("affiliate_share_of_fee").asLong()));
    return Map.of(
        "seller", price.minus(fees).minus(affiliate).minor(),
        "affiliate", affiliate.minor(),
        "fees", fees.minor());
  }

  /** What is shown is what is there. */
  private static Map<String, Object> shownBalance(JsonNode in) {
    Money price = major(in.get("price"));
    Money balance = price.minus(price.times(percent(in.get("commission"))));
    return Map.of("ledger", balance.toDecimal(), "shown", balance.toDecimal());
  }
}
