package org.halles.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.halles.launcher.client.Api;
import org.halles.launcher.replay.Market.OnSale;
import org.halles.launcher.replay.Purchase.Placed;

/**
 * Where the captured money went, from three places that do not know of each other: the payments,
 * the frozen splits, and the vendors' balances.
 */
final class MoneyComparison {
  private static final Set<String> TAKES = Set.of("CHARGE", "CAPTURE");

  private final Api operator;
  private final List<OnSale> shops;
  private final List<String> numbers;

  MoneyComparison(Api operator, List<OnSale> shops, List<Placed> placed) {
    this.operator = operator;
    this.shops = shops;
    this.numbers = placed.stream().filter(Placed::isPlaced).map(Placed::number).toList();
  }

  /** Prints the sums; true if what vendors get and what the platform keeps is what was captured. */
  boolean print() {
    List<Long> each = Workers.each("payments", numbers, this::captured);
    List<String> taken =
        IntStream.range(0, each.size())
            .filter(index -> each.get(index) > 0)
            .mapToObj(numbers::get)
            .toList();
    long captured = sum(each);
    long kept = sum(Workers.each("splits", taken, this::keptByPlatform));
    long payable = sum(Workers.each("vendors' balances", shops, MoneyComparison::payable));
    print("captured", captured);
    print("vendors' payables", payable);
    print("commission (with its VAT)", kept);
    print("payables + commission - captured", payable + kept - captured);
    return payable + kept == captured && captured > 0;
  }

  private long captured(String number) {
    JsonNode group = operator.get("/api/v1/order-groups/" + number).expect(200).json();
    long captured = 0;
    for (JsonNode payment : group.path("payments")) {
      boolean takes = TAKES.contains(payment.path("kind").asText("CHARGE"));
      if (takes && payment.path("status").asText().equals("SUCCEEDED")) {
        captured += minor(payment.path("amount"));
      }
    }
    return captured;
  }

  private long keptByPlatform(String number) {
    JsonNode split =
        operator.get("/api/v1/operator/order-groups/" + number + "/split").expect(200).json();
    long kept = 0;
    for (JsonNode leg : split.path("lines")) {
      boolean vendors = leg.path("kind").asText().equals("VENDOR_NET");
      // what ended before its money was taken was never booked
      kept += vendors || leg.path("untaken").asBoolean() ? 0 : minor(leg.path("amount"));
    }
    return kept;
  }

  private static long payable(OnSale shop) {
    JsonNode answer = shop.seller().api().get("/api/v1/vendor/balance").expect(200).json();
    long payable = 0;
    for (JsonNode balance : answer.path("balances")) {
      payable +=
          minor(balance.path("pending"))
              + minor(balance.path("available"))
              + minor(balance.path("reserve"));
    }
    return payable;
  }

  private static long minor(JsonNode money) {
    return money.path("minor").asLong();
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }

  private static void print(String what, long centavos) {
    System.out.printf("%-34s %s%n", what, Amounts.text(centavos));
  }
}
