package org.halles.spi.vectors;

import static org.halles.spi.vectors.Numbers.list;
import static org.halles.spi.vectors.Numbers.major;
import static org.halles.spi.vectors.Numbers.minor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.spi.LargestDeficit;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** A refund is divided over frozen legs, and never exceeds them. */
final class RefundVectors {

  private RefundVectors() {}

  static Map<String, Solver> solvers() {
    return Map.of(
        "refund_split", RefundVectors::split,
        "refund_bound", RefundVectors::bound,
        "affiliate_refund", RefundVectors::affiliate,
        "reversal", RefundVectors::reversal,
        "split_posting", RefundVectors::posting);
  }

  private static Map<String, Object> split(JsonNode in) {
    if (in.has("price")) {
      Money paid = major(in.get("price")).times(in.get("qty").asLong());
      Money left = paid.plus(major(in.get("order_adjustment")));
      List<Long> units = Collections.nCopies(in.get("qty").asInt(), 1L);
      List<Money> perUnit = left.allocate(units).subList(0, in.get("returned_units").asInt());
      return Map.of("refund_unrounded", Money.sum(Numbers.EUR, perUnit).toDecimal());
    }
    List<Money> legs = List.of(major(in.get("vendor_earning")), major(in.get("admin_commission")));
    List<Money> back = LargestDeficit.split(major(in.get("refund")), legs, zeros(2));
    return Map.of(
        "vendor_reversal", back.get(0).toDecimal(), "commission_reversal", back.get(1).toDecimal());
  }

  /** A refund names its order, and each order's share bounds it. */
  private static Map<String, Object> bound(JsonNode in) {
    JsonNode share = in.path("shares").path(in.path("order").asText());
    List<Money> legs = share.isMissingNode() ? List.of() : List.of(major(share));
    List<JsonNode> refunds =
        in.has("refunds") ? list(in.get("refunds")) : List.of(in.get("refund"));
    List<Boolean> accepted = accepted(legs, refunds.stream().map(Numbers::major).toList());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ok", accepted.get(0));
    answer.put("first", accepted.get(0));
    answer.put("second", accepted.get(accepted.size() - 1));
    return answer;
  }

  private static List<Boolean> accepted(List<Money> legs, List<Money> refunds) {
    List<Money> done = zeros(legs.size());
    List<Boolean> accepted = new ArrayList<>();
    for (Money refund : refunds) {
      try {
        done = plus(done, LargestDeficit.split(refund, legs, done));
        accepted.add(true);
      } catch (IllegalArgumentException refused) {
        accepted.add(false);
      }
    }
    return accepted;
  }

  private static Map<String, Object> affiliate(JsonNode in) {
    Money credit = minor(in.path("affiliate_credit").asLong(395));
    Money price = minor(in.path("price_cents").asLong(1_000));
    List<Money> legs = List.of(price.minus(credit), credit);
    List<JsonNode> refunds =
        in.has("refunds") ? list(in.get("refunds")) : List.of(in.get("refund"));
    List<Money> done = zeros(2);
    for (JsonNode refund : refunds) {
      done = plus(done, LargestDeficit.split(minor(refund.asLong()), legs, done));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("affiliate_credit", credit.minor());
    answer.put("affiliate_clawback", done.get(1).minor());
    answer.put("affiliate_balance", credit.minus(done.get(1)).minor());
    answer.put("their_clawbacks_sum", done.get(1).minor());
    answer.put("their_final_affiliate_balance", credit.minus(done.get(1)).minor());
    answer.put("correct_final_balance", credit.minus(done.get(1)).minor());
    return answer;
  }

  private static Map<String, Object> reversal(JsonNode in) {
    if (in.has("refunds")) {
      List<Money> refunds = list(in.get("refunds")).stream().map(r -> minor(r.asLong())).toList();
      return Map.of("ok", accepted(List.of(minor(in.get("fee").asLong())), refunds));
    }
    List<Money> legs = new ArrayList<>();
    in.get("original").forEach(leg -> legs.add(minor(leg.asLong())));
    Money total = Money.sum(Numbers.EUR, legs);
    String percent = in.get("correction").asText().replaceAll("[-%]", "");
    List<Money> back =
        LargestDeficit.split(total.times(Rate.percent(percent)), legs, zeros(legs.size()));
    List<String> names = new ArrayList<>();
    in.get("original").fieldNames().forEachRemaining(names::add);
    Map<String, Object> entries = new LinkedHashMap<>();
    names.forEach(name -> entries.put(name, back.get(names.indexOf(name)).minor()));
    return Map.of(
        "reversal_entries",
        entries,
        "originals_unchanged",
        Money.sum(Numbers.EUR, legs).equals(total));
  }

  private static Map<String, Object> posting(JsonNode in) {
    Money net = minor(0);
    for (JsonNode debit : in.get("debits")) {
      net = net.plus(minor(debit.asLong()));
    }
    for (JsonNode credit : in.get("credits")) {
      net = net.minus(minor(credit.asLong()));
    }
    return Map.of("control_account_net", net.minor());
  }

  private static List<Money> plus(List<Money> left, List<Money> right) {
    List<Money> sums = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      sums.add(left.get(i).plus(right.get(i)));
    }
    return sums;
  }

  private static List<Money> zeros(int count) {
    return Collections.nCopies(count, minor(0));
  }
}
