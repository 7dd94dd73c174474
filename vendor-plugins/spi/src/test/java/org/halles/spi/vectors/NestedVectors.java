package org.halles.spi.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * Shares of shares: each percentage becomes an amount once, limits are kept, the rest is what is
 * left. A rule is written like {@code 15% platform {20% tax; rest {max 10 b; rest c}}; rest
 * vendor}.
 */
final class NestedVectors {

  private static final Pattern SHARE =
      Pattern.compile(
          "(?:(?<percent>[\\d.]+)%|max (?<most>\\d+)|rest)?\\s*(?<name>[\\w:]*)"
              + "(?: capped (?<cap>\\d+))?\\s*(?:\\{(?<inner>.*)})?");

  private NestedVectors() {}

  static Map<String, Solver> solvers() {
    return Map.of("nested_split", NestedVectors::rule, "capped_fee", NestedVectors::cappedFee);
  }

  /** The amounts, smallest first: the vectors name the parties otherwise than the rule does. */
  static final String AMOUNTS = "amounts, sorted";

  private static Map<String, Object> rule(JsonNode in) {
    long total = in.has("total") ? in.get("total").asLong() : in.get("total_minor").asLong();
    List<Long> amounts = new ArrayList<>();
    split(in.get("rule").asText(), Numbers.minor(total), amounts);
    return Map.of(AMOUNTS, amounts.stream().sorted().toList());
  }

  private static Map<String, Object> cappedFee(JsonNode in) {
    if (in.has("rule")) {
      return rule(in);
    }
    Money amount = Numbers.minor(in.get("amount").asLong());
    Money fee =
        amount.times(Numbers.percent(in.get("fee"))).min(Numbers.minor(in.get("cap").asLong()));
    return Map.of(
        AMOUNTS, List.of(fee.minor(), amount.minus(fee).minor()).stream().sorted().toList());
  }

  private static void split(String rule, Money total, List<Long> amounts) {
    Money left = total;
    for (String entry : entries(rule)) {
      Matcher share = SHARE.matcher(entry.strip());
      if (!share.matches()) {
        throw new IllegalArgumentException("cannot read " + entry);
      }
      Money amount = amount(share, total, left);
      left = left.minus(amount);
      if (share.group("inner") == null) {
        amounts.add(amount.minor());
      } else {
        split(share.group("inner"), amount, amounts);
      }
    }
  }

  private static Money amount(Matcher share, Money total, Money left) {
    Money amount = left;
    if (share.group("percent") != null) {
      amount = total.times(Rate.percent(share.group("percent")));
    } else if (share.group("most") != null) {
      amount = left.min(Numbers.minor(Long.parseLong(share.group("most"))));
    }
    return share.group("cap") == null
        ? amount
        : amount.min(Numbers.minor(Long.parseLong(share.group("cap"))));
  }

  /** The entries between semicolons that are not within braces. */
  private static List<String> entries(String rule) {
    List<String> entries = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < rule.length(); i++) {
      char c = rule.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ';' && depth == 0) {
        entries.add(rule.substring(begin, i));
        begin = i + 1;
      }
    }
    entries.add(rule.substring(begin));
    return entries;
  }
}
