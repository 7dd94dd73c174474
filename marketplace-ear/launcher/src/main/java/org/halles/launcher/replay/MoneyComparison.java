package org.halles.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.halles.launcher.client.Api;
import org.halles.launcher.replay.Market.OnSale;
import org.halles.launcher.replay.Purchase.Placed;

/**
 * Where the captured money went, from three places that do not know of each other: the payments,
 * the frozen splits, and the vendors' balances.
 */
final class MoneyComparison {
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
    long captured = sum(Workers.each("payments", numbers, this::captured));
    long kept = sum(Workers.each("splits", numbers, this::keptByPlatform));
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
      boolean charge = payment.path("kind").asText("CHARGE").equals("CHARGE");
      if (charge && payment.path("status").asText().equals("SUCCEEDED")) {
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
      kept += leg.path("kind").asText().equals("VENDOR_NET") ? 0 : minor(leg.path("amount"));
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
