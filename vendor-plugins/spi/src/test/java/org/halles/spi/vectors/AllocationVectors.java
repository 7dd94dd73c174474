package org.halles.spi.vectors;

import static org.halles.spi.vectors.Numbers.list;
import static org.halles.spi.vectors.Numbers.major;
import static org.halles.spi.vectors.Numbers.minor;
import static org.halles.spi.vectors.Numbers.minors;
import static org.halles.spi.vectors.Numbers.percent;
import static org.halles.spi.vectors.Numbers.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** A known total is distributed by largest remainder. */
final class AllocationVectors {

  private AllocationVectors() {}

  static Map<String, Solver> solvers() {
    Solver allocation =
        in -> Map.of("shares_minor", minors(total(in).allocate(weights(in.get("weights")))));
    return Map.of(
        "allocation", allocation,
        "allocation_zero_weights", allocation,
        "allocation_unordered", AllocationVectors::unordered,
        "allocation_capped", AllocationVectors::capped,
        "multi_payment_split", AllocationVectors::payments,
        "gateway_fee_split", AllocationVectors::gatewayFee,
        "two_sided_split", AllocationVectors::twoSided,
        "percentage", AllocationVectors::percentage);
  }

  private static Money total(JsonNode in) {
    return minor(in.get("total_minor").asLong());
  }

  private static Map<String, Object> unordered(JsonNode in) {
    List<Long> shares = minors(total(in).allocate(weights(in.get("weights"))));
    return Map.of("shares_minor_any_order", shares.stream().sorted().toList());
  }

  /** In proportion to what each can take at most. */
  private static Map<String, Object> capped(JsonNode in) {
    return Map.of("shares_minor", minors(total(in).allocate(weights(in.get("maxima_minor")))));
  }

  /** Each payment is distributed over what is still outstanding. */
  private static Map<String, Object> payments(JsonNode in) {
    List<Money> orders = list(in.get("order_totals")).stream().map(Numbers::major).toList();
    List<Money> outstanding = new ArrayList<>(orders);
    Money captured = minor(0);
    Money authorised = minor(0);
    for (JsonNode payment : list(in.get("payments"))) {
      authorised = authorised.plus(major(payment));
      if (!payment.asText().contains("pending")) {
        captured = captured.plus(major(payment));
        List<Money> parts = major(payment).allocate(minors(outstanding));
        for (int i = 0; i < parts.size(); i++) {
          outstanding.set(i, outstanding.get(i).minus(parts.get(i)));
        }
      }
    }
    List<BigDecimal> paid = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      paid.add(orders.get(i).minus(outstanding.get(i)).toDecimal());
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("per_order_sum_over_payments", paid);
    answer.put("per_order", paid);
    answer.put("sum_all_splits", captured.toDecimal());
    answer.put("captured_sum", captured.toDecimal());
    answer.put("captured", captured.toDecimal());
    answer.put("authorized", authorised.toDecimal());
    return answer;
  }

  private static Map<String, Object> gatewayFee(JsonNode in) {
    return Map.of(
        "fees",
        minors(minor(in.get("processor_fee").asLong()).allocate(weights(in.get("purchases")))));
  }

  private static Map<String, Object> twoSided(JsonNode in) {
    Money total = minor(in.get("total").asLong());
    return Map.of(
        "from", named(in.get("sources"), total), "to", named(in.get("destinations"), total));
  }

  private static Map<String, Object> named(JsonNode shares, Money total) {
    List<String> names = new ArrayList<>();
    shares.fieldNames().forEachRemaining(names::add);
    List<Rate> rates = new ArrayList<>();
    Rate left = Rate.ONE;
    for (String name : names) {
      String text = shares.get(name).asText();
      Rate rate = text.equals("remaining") ? left : portion(text);
      left =
          Rate.of(
              left.numerator() * rate.denominator() - rate.numerator() * left.denominator(),
              left.denominator() * rate.denominator());
      rates.add(rate);
    }
    long common = rates.stream().mapToLong(Rate::denominator).reduce(1, (a, b) -> a * b);
    List<Money> parts =
        total.allocate(
            rates.stream().map(r -> r.numerator() * (common / r.denominator())).toList());
    Map<String, Object> answer = new LinkedHashMap<>();
    names.forEach(name -> answer.put(name, parts.get(names.indexOf(name)).minor()));
    return answer;
  }

  private static Map<String, Object> percentage(JsonNode in) {
    Money total = total(in);
    Rate rate =
        in.has("percent") ? percent(in.get("percent")) : portion(in.get("portion").asText());
    Money share = total.times(rate);
    return Map.of("share_minor", share.minor(), "kept_minor", total.minus(share).minor());
  }

  /** {@code 1/3} or {@code 10%}. */
  private static Rate portion(String text) {
    if (text.endsWith("%")) {
      return Rate.percent(text.replace("%", ""));
    }
    String[] ratio = text.split("/");
    return Rate.of(Long.parseLong(ratio[0]), Long.parseLong(ratio[1]));
  }
}
