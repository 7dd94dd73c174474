package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.halles.it.Answer;
import org.halles.it.Marketplace;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.halles.launcher.plugin.JarCheck;
import org.halles.launcher.plugin.PluginCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins are added to a marketplace that sells, do their worst, and leave it again. */
class PluginsComeAndGoIT {

  private static final List<String> HOSTILE_KINDS =
      List.of("throwing", "sneaking", "null", "slow", "looping", "recursing", "absurd", "negative");

  static final Map<String, Object> SHIPPING =
      Map.of(
          "methods",
          List.of(
              Map.of(
                  "label",
                  "Post",
                  "mode",
                  "flat",
                  "price",
                  Map.of("minor", 500, "currency", "EUR"),
                  "minDays",
                  2,
                  "maxDays",
                  4,
                  "countries",
                  List.of("FR"))));

  /**
   * Long enough for a server that has other things to do; nothing waits this long if all is well.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private final Shop operator = Shop.asOperator();
  private PluginCommand plugins;

  @BeforeEach
  void canBeChanged() {
    plugins = Marketplace.running().plugins();
    assumeTrue(plugins != null, "the marketplace elsewhere has no home to change");
  }

  @Test
  void aJarThatWouldKeepTheMarketplaceFromStartingIsFoundOutOrRolledBack() throws Exception {
    Path jar = BrokenPlugin.in(folder);
    JarCheck.Verdict verdict = Marketplace.pluginCheck().whole(jar, List.of());
    assertThat(verdict.good()).isFalse();
    assertThat(verdict.text()).contains("could not start", "Unsatisfied", "Granted");

    // had nobody checked it
    boolean taken = plugins.put(BrokenPlugin.ID, jar);

    assertThat(taken).isFalse();
    operator.get("/api/v1/operator/plugins/" + BrokenPlugin.ID).expect(404);
    Purchase.of(2).pay("approved").expect(201);
  }

  @Test
  void withEveryHostilePluginInstalledTheShopSellsByPolicyAndExplainsItForEver() throws Exception {
    Stand stand = Stand.open();
    stand.seller().put("/api/v1/vendor/shipping", SHIPPING).expect(200);
    String offer = offerOf(stand.sell("Vase", 2_000));
    Path place = Files.createDirectories(plugins.place());
    Path broken = Files.copy(BrokenPlugin.in(folder), place.resolve("it-broken.jar"));
    try {
      whileNobodyLosesAnOrder(
          () -> assertThat(plugins.put("hostile-examples", hostile())).isTrue());
    } finally {
      Files.delete(broken);
    }
    assertThatAJarThatSomebodyLaidThereIsNamedWithTheReason();

    for (String kind : HOSTILE_KINDS) {
      JsonNode commission = buyUnder(stand, offer, "hostile." + kind);

      assertThat(commission.path("trace").path("fallback").asBoolean()).as(kind).isTrue();
      assertThat(commission.path("amount").path("minor").asLong()).as(kind).isBetween(1L, 2_000L);
    }
    JsonNode fed = buyUnder(stand, offer, "hostile.hungry");
    assertThat(fed.path("amount").path("minor").asLong()).isEqualTo(200);
    thirtyPurchasesAtStallsWhereEachOfThemDecidesArePaid();
    JsonNode sick = operator.get("/api/v1/operator/plugins/hostile-examples").expect(200).json();
    assertThat(sick.path("extensions").findValuesAsText("lastFault"))
        .anyMatch(fault -> fault.contains("out of order"))
        .anyMatch(fault -> fault.contains("answered null"))
        .anyMatch(fault -> fault.contains("StackOverflowError"))
        .anyMatch(fault -> fault.contains("no answer within 250 ms"))
        .anyMatch(fault -> fault.contains("nobody shall buy"))
        .anyMatch(fault -> fault.contains("a score of 1000"))
        .anyMatch(fault -> fault.contains("a reason with a NUL"))
        .anyMatch(fault -> fault.contains("nothing for others"))
        .anyMatch(fault -> fault.contains("250"));
    assertThat(stream(sick.path("extensions")))
        .anyMatch(
            one ->
                one.path("name").asText().equals("hostile-late")
                    && one.findPath("lastFault").asText().contains("no answer within 250 ms"));
    assertThatObserversStoppedNothing();
    assertThatAPersonSeesWhyAListingCouldNotBeLookedAt(stand);
    JsonNode before = lastSplit;

    assertThat(plugins.remove("hostile-examples")).isZero();

    operator.get("/api/v1/operator/plugins/hostile-examples").expect(404);
    assertThat(splitOf(lastOrder)).isEqualTo(before);
    assertThat(
            operator.get("/api/v1/operator/books").expect(200).json().path("balanced").asBoolean())
        .isTrue();
  }

  private void assertThatAJarThatSomebodyLaidThereIsNamedWithTheReason() {
    JsonNode left = operator.get("/api/v1/operator/plugins/it-broken").expect(200).json();
    assertThat(left.path("status").asText()).isEqualTo("REFUSED");
    assertThat(left.path("location").asText()).isEqualTo("plugins/it-broken.jar");
    assertThat(left.path("problems").path(0).asText()).contains("could not start", "Granted");
  }

  /** Every purchase takes something of two stalls; at each stall another kind decides. */
  private void thirtyPurchasesAtStallsWhereEachOfThemDecidesArePaid() {
    List<String> offers = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (String kind : HOSTILE_KINDS) {
      Stand stall = Stand.open();
      stall.seller().put("/api/v1/vendor/shipping", SHIPPING).expect(200);
      offers.add(offerOf(stall.sell("Coupe", 1_000)));
      rules.add(rule(stall, "hostile." + kind));
    }
    for (int number = 0; number < 30; number++) {
      Purchase purchase = Purchase.of(Shop.asGuest(), 0);
      for (int stall = 0; stall < 2; stall++) {
        purchase.add(offers.get((number + stall) % offers.size()));
      }
      JsonNode order = purchase.pay("approved").expect(201).json();
      assertThat(order.path("status").asText()).isEqualTo("PAID");
      order
          .path("vendorOrders")
          .forEach(part -> assertThat(part.path("status").asText()).isNotEqualTo("IN_REVIEW"));
    }
    rules.forEach(
        rule ->
            operator
                .post("/api/v1/operator/commission-rules/" + rule + "/retire", Map.of())
                .expect(204));
  }

  /** One check turns in a circle; the others say what they have to say, and a person decides. */
  private void assertThatAPersonSeesWhyAListingCouldNotBeLookedAt(Stand stand) {
    String listing = stand.write("Vase", 1_500).json().path("id").asText();
    stand.seller().post("/api/v1/vendor/listings/" + listing + "/submit", Map.of()).expect(200);
    String findings = "";
    for (long end = System.nanoTime() + PATIENCE.toNanos();
        System.nanoTime() < end && !findings.contains("hostile-looping"); ) {
      findings =
          operator
              .get("/api/v1/operator/moderation?limit=100&vendor=" + stand.slug())
              .expect(200)
              .body();
    }
    assertThat(findings).contains("hostile-looping", "missing-data");
  }

  /** They were told of what was paid, refused it or slept over it, and it stayed paid. */
  private void assertThatObserversStoppedNothing() {
    List<String> faults = List.of();
    for (long end = System.nanoTime() + PATIENCE.toNanos();
        System.nanoTime() < end && !(vetoed(faults) && dawdled(faults)); ) {
      faults =
          operator
              .get("/api/v1/operator/plugins/hostile-examples")
              .expect(200)
              .json()
              .path("extensions")
              .findValuesAsText("lastFault");
    }
    assertThat(vetoed(faults) && dawdled(faults)).as(faults.toString()).isTrue();
    assertThat(
            operator
                .get("/api/v1/order-groups/" + lastOrder)
                .expect(200)
                .json()
                .path("status")
                .asText())
        .isEqualTo("PAID");
  }

  private static boolean vetoed(List<String> faults) {
    return faults.stream().anyMatch(fault -> fault.contains("vetoed: "));
  }

  private static boolean dawdled(List<String> faults) {
    return faults.stream().anyMatch(fault -> fault.contains("no answer within 5 s"));
  }

  private String lastOrder;
  private JsonNode lastSplit;

  /**
   * Buys under a rule of this kind, alone in front of all others; answers the commission's line.
   */
  private JsonNode buyUnder(Stand stand, String offer, String kind) {
    String rule = rule(stand, kind);
    Purchase purchase = Purchase.of(Shop.asGuest(), 0);
    purchase.add(offer);
    JsonNode order = purchase.pay("approved").expect(201).json();
    assertThat(order.path("status").asText()).isEqualTo("PAID");
    lastOrder = order.path("number").asText();
    lastSplit = splitOf(lastOrder);
    operator.post("/api/v1/operator/commission-rules/" + rule + "/retire", Map.of()).expect(204);
    return stream(lastSplit)
        .filter(line -> line.path("trace").path("rule").asText().equals(kind + " of a test"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no commission by " + kind + ": " + lastSplit));
  }

  private String rule(Stand stand, String kind) {
    return operator
        .post(
            "/api/v1/operator/commission-rules",
            Map.of(
                "name",
                kind + " of a test",
                "kind",
                kind,
                "configuration",
                Map.of(),
                "scope",
                Map.of("vendor", stand.id()),
                "position",
                1))
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private JsonNode splitOf(String order) {
    return operator
        .get("/api/v1/operator/order-groups/" + order + "/split")
        .expect(200)
        .json()
        .path("lines");
  }

  /** A change of the marketplace, in the middle of purchases. */
  private interface Change {
    void happens() throws Exception;
  }

  private static void whileNobodyLosesAnOrder(Change change) throws Exception {
    Purchase purchase = Purchase.of(2);
    Shop key = purchase.buyer().withNewKey();
    try (Passers passers = Passers.by()) {
      change.happens();
      JsonNode order = purchase.pay("approved", key).expect(201).json();
      assertThat(purchase.pay("approved", key).expect(201).json()).isEqualTo(order);
      passers.close();
      assertThat(passers.cut()).isEmpty();
      assertThat(passers.answers()).extracting(Answer::status).contains(200, 503);
      assertThat(passers.answers())
          .allSatisfy(
              answer -> {
                assertThat(answer.status()).isIn(200, 503);
                assertThat(answer.status() == 200 || answer.header("Retry-After").isPresent())
                    .isTrue();
              });
    }
  }

  private static String offerOf(String listing) {
    return Shop.asGuest()
        .get("/api/v1/listings/" + listing)
        .expect(200)
        .json()
        .path("offers")
        .path(0)
        .path("id")
        .asText();
  }

  private static Path hostile() throws IOException {
    return ForeignPluginsIT.example("hostile-examples");
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
