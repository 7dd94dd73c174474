package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halles.it.Answer;
import org.halles.it.Marketplace;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.halles.launcher.plugin.JarCheck;
import org.halles.launcher.plugin.PluginCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything the guide makes and every example one can copy, on one marketplace at once: checked,
 * added, configured, simulated, used, and taken out again. What was sold stays as it was.
 */
class ForeignPluginsIT {

  private static final List<String> EXAMPLES =
      List.of(
          "mutual-aid-roundup",
          "fraud-score",
          "seasonal-commission",
          "volume-tier-commission",
          "parcel-weight-table");
  private static final String WEEKEND = "acme-weekend.rate";

  @TempDir private Path folder;
  private final Shop operator = Shop.asOperator();
  private final List<Path> laidThere = new ArrayList<>();
  private final Map<String, JsonNode> sold = new LinkedHashMap<>();
  private PluginCommand plugins;
  private Stand stand;

  @BeforeEach
  void canBeChanged() {
    plugins = Marketplace.running().plugins();
    assumeTrue(plugins != null, "the marketplace elsewhere has no home to change");
    stand = Stand.open();
    stand.seller().put("/api/v1/vendor/shipping", PluginsComeAndGoIT.SHIPPING).expect(200);
  }

  @Test
  void whatAStrangerMakesByTheGuideAndEveryExampleWorksAndLeavesTheOrdersExplained()
      throws Exception {
    // a bad jar laid there by hand neither keeps others out nor stops the list
    Path bad = Files.writeString(place().resolve("aaa-by-hand.jar"), "this is no jar");
    laidThere.add(bad);
    try {
      layEverything();
      assertThat(plugins.run(List.of("list"))).isZero();
      assertThat(plugins.put("membership-plans", example("membership-plans"))).isTrue();

      aRuleOfTheirOwnIsSimulatedAndDecides();
      aVendorArrivesAndItsThemeDraws();
      aGatewayTakesMoneyAndGivesItBack();
      whatBuyersGiveGoesToTheFundAndComesBackWithTheWholePurchase();
      whatTheyShowStandsOnPages();
      whatIsSuspiciousWaitsForAPerson();
      membersPayLess();
      whatCanBeCopiedDecides();
      unconfigure("acme-pay");
      unconfigure("mutual-aid-roundup");
    } finally {
      for (Path jar : laidThere) {
        Files.deleteIfExists(jar);
      }
      if (Files.exists(plugins.place().resolve("membership-plans.jar"))) {
        assertThat(plugins.remove("membership-plans")).isZero();
      }
    }
    operator.get("/api/v1/operator/plugins/acme-pay").expect(404);
    sold.forEach((order, split) -> assertThat(splitOf(order)).as(order).isEqualTo(split));
    assertThat(books().path("balanced").asBoolean()).isTrue();
  }

  private void layEverything() throws Exception {
    StrangersBench bench = new StrangersBench(folder);
    Path weekend = bench.begun("acme-weekend", "com.acme.weekend", plugins.place().getParent());
    JarCheck.Verdict verdict = Marketplace.pluginCheck().whole(weekend, List.of());
    assertThat(verdict.good()).as(verdict.text()).isTrue();
    lay("acme-weekend", weekend);
    lay("acme-corner", bench.shown("acme-corner"));
    lay("acme-pay", bench.shown("acme-pay"));
    lay("acme-note", bench.shown("acme-note"));
    for (String example : EXAMPLES) {
      lay(example, example(example));
    }
  }

  private void aRuleOfTheirOwnIsSimulatedAndDecides() {
    Map<String, Object> rule =
        Map.of(
            "name",
            "Weekend of a test",
            "kind",
            WEEKEND,
            "configuration",
            Map.of("rate", "8 %", "weekendRate", "8 %"),
            "scope",
            Map.of("vendor", stand.id()),
            "position",
            1);
    JsonNode tried =
        operator
            .post(
                "/api/v1/operator/commission-simulations",
                Map.of("lastOrders", 20, "rules", List.of(rule)))
            .json();
    assertThat(tried.path("id").asText()).isNotEmpty();
    String id =
        operator
            .post("/api/v1/operator/commission-rules", rule)
            .expect(201)
            .json()
            .path("id")
            .asText();

    String order = buy("Livre", 2_000, "sandbox", "approved").path("number").asText();

    assertThat(splitOf(order).findValuesAsText("rule")).contains("Weekend of a test");
    assertThat(amountOf(order, "COMMISSION")).isEqualTo(160);
    operator.post("/api/v1/operator/commission-rules/" + id + "/retire", Map.of()).expect(204);
    JsonNode past =
        operator.get("/api/v1/operator/commission-rules/past?limit=1").expect(200).json();
    assertThat(past.at("/items/0/id").asText()).isEqualTo(id);
    assertThat(past.at("/items/0/contentHash").asText()).isNotEmpty();
  }

  private void aVendorArrivesAndItsThemeDraws() {
    Shop.asGuest().get("/api/v1/storefronts/acme-corner").expect(200);
    stand
        .seller()
        .put("/api/v1/vendor/storefront", Map.of("name", "Stand", "theme", "corner"))
        .expect(200);

    assertThat(Shop.asGuest().get("/fr/s/" + stand.slug()).expect(200).body())
        .contains("class=\"corner wrap\"");
  }

  private void aGatewayTakesMoneyAndGivesItBack() {
    unconfigure("acme-pay"); // an earlier try of this test may have left it
    Purchase early = purchase("Lampe", 3_000);
    early.pay("acme-pay", "ACME-WELCOME", early.buyer().withNewKey()).expect(400);
    configure("acme-pay", Map.of("messages", "kept-by-acme"));
    assertThat(operator.get("/api/v1/operator/plugins/acme-pay/setups").expect(200).body())
        .doesNotContain("kept-by-acme");

    JsonNode order =
        early.pay("acme-pay", "ACME-WELCOME", early.buyer().withNewKey()).expect(201).json();

    assertThat(order.path("status").asText()).isEqualTo("PAID");
    remember(order);
    Purchase other = purchase("Abat-jour", 1_000);
    assertThat(other.pay("acme-pay", "OTHER-1", other.buyer().withNewKey()).problem())
        .isEqualTo("payment-declined");
  }

  private void whatBuyersGiveGoesToTheFundAndComesBackWithTheWholePurchase() {
    configure("mutual-aid-roundup", fund("Entraide"));
    Purchase purchase = purchase("Bol", 2_660);
    JsonNode offered = purchase.view().path("contributions").path(0);
    assertThat(offered.path("chosen").asBoolean()).isFalse();
    assertThat(offered.at("/amount/minor").asLong()).isEqualTo(40);

    String path = "/api/v1/carts/" + purchase.cart() + "/contributions";
    purchase.buyer().put(path, Map.of("chosen", List.of("nobody"))).expect(400);
    JsonNode with =
        purchase
            .buyer()
            .put(path, Map.of("chosen", List.of("mutual-aid-roundup")))
            .expect(200)
            .json();
    assertThat(with.at("/totals/contribution/minor").asLong()).isEqualTo(40);
    assertThat(with.at("/totals/total/minor").asLong()).isEqualTo(3_200);

    Answer unseen = purchase.pay("approved").expect(409);
    assertThat(unseen.problem()).isEqualTo("quote-changed");
    assertThat(unseen.json().at("/changes/0/field").asText()).isEqualTo("contribution");
    JsonNode order = purchase.giving(40).pay("approved").expect(201).json();
    String number = order.path("number").asText();
    assertThat(order.at("/total/minor").asLong()).isEqualTo(3_200);
    assertThat(amountOf(number, "THIRD_PARTY")).isEqualTo(40);
    assertThat(owedTo("it-entraide")).isEqualTo(40);
    remember(order);

    JsonNode part = order.path("vendorOrders").path(0);
    operator
        .withNewKey()
        .post(
            "/api/v1/operator/order-groups/" + number + "/refunds",
            Map.of(
                "lines",
                List.of(Map.of("line", part.at("/lines/0/id").asText())),
                "shipping",
                true,
                "reason",
                "Cassé"))
        .expect(201);
    assertThat(purchase.order(order).path("refundStatus").asText()).isEqualTo("REFUNDED");
    assertThat(owedTo("it-entraide")).isZero();
  }

  private void whatTheyShowStandsOnPages() {
    configure("mutual-aid-roundup", fund("<b>Entraide</b>"));
    String listing = "/p/x-" + stand.sell("Bougeoir", 1_500);

    String french = pageOf("/fr" + listing);
    assertThat(french)
        .contains("Retrait à la halle", "href=\"/fr/s/" + stand.slug() + "\"", "0,00")
        .contains("Des repas.", "&lt;b&gt;Entraide&lt;/b&gt;")
        .doesNotContain("<b>Entraide");
    assertThat(pageOf("/en" + listing)).contains("Pick-up at the hall", "Meals.");
    assertThat(
            operator
                .get("/api/v1/operator/plugins/acme-note")
                .expect(200)
                .json()
                .at("/extensions/0/places")
                .toString())
        .isEqualTo("[\"listing\",\"vendor-dashboard\"]");

    operator.post("/api/v1/operator/plugins/acme-note/disable", Map.of()).expect(204);
    assertThat(pageOf("/fr" + listing)).contains("Des repas.").doesNotContain("Retrait à la halle");
    operator.post("/api/v1/operator/plugins/acme-note/enable", Map.of()).expect(204);
  }

  private static String pageOf(String path) {
    Answer moved = Shop.asGuest().get(path);
    return moved.status() == 200
        ? moved.body()
        : Shop.asGuest()
            .get(URI.create(moved.header("Location").orElseThrow()).getPath())
            .expect(200)
            .body();
  }

  private void whatIsSuspiciousWaitsForAPerson() {
    JsonNode first = buySuspicious();
    String number = first.path("number").asText();
    String part = first.at("/vendorOrders/0/number").asText();
    assertThat(first.path("status").asText()).isEqualTo("PAID");
    assertThat(first.at("/vendorOrders/0/status").asText()).isEqualTo("IN_REVIEW");
    assertThat(stand.seller().withNewKey().post(shipments(part), PARCEL).problem())
        .isEqualTo("nothing-to-ship");
    JsonNode held = operator.get("/api/v1/operator/held-orders/" + number).expect(200).json();
    assertThat(held.path("score").asInt()).isGreaterThanOrEqualTo(60);
    assertThat(held.path("findings").toString()).contains("mailinator.com");
    assertThat(operator.get("/api/v1/operator/held-orders").expect(200).body()).contains(number);

    operator.post("/api/v1/operator/held-orders/" + number + "/release", Map.of()).expect(200);
    stand.seller().withNewKey().post(shipments(part), PARCEL).expect(201);
    assertThat(
            operator
                .post("/api/v1/operator/held-orders/" + number + "/release", Map.of())
                .expect(409)
                .problem())
        .isEqualTo("not-in-review");

    JsonNode second = buySuspicious();
    String ended = second.path("number").asText();
    operator
        .post("/api/v1/operator/held-orders/" + ended + "/cancel", Map.of("reason", " "))
        .expect(400);
    operator
        .post("/api/v1/operator/held-orders/" + ended + "/cancel", Map.of("reason", "Carte volée"))
        .expect(200);
    JsonNode after = operator.get("/api/v1/order-groups/" + ended).expect(200).json();
    assertThat(after.path("status").asText()).isEqualTo("CANCELLED");
    assertThat(after.path("refundStatus").asText()).isEqualTo("REFUNDED");
    remember(first);
    remember(second);
  }

  private static final Map<String, Object> PARCEL =
      Map.of("carrier", "La Poste", "trackingCode", "6A123");

  private static String shipments(String part) {
    return "/api/v1/vendor/orders/" + part + "/shipments";
  }

  private JsonNode buySuspicious() {
    Purchase purchase = purchase("Coffre", 60_000);
    Map<String, Object> delivery = new LinkedHashMap<>(Purchase.ADDRESS);
    // a stranger each time: who has bought often is trusted
    delivery.put("email", "passing-" + Long.toString(System.nanoTime(), 36) + "@mailinator.com");
    purchase.buyer().put("/api/v1/carts/" + purchase.cart() + "/delivery", delivery).expect(200);
    return purchase.pay("approved").expect(201).json();
  }

  /** What the plugin's page says of a vendor decides what its next sale pays. */
  private void membersPayLess() {
    Map<String, Object> rule =
        Map.of(
            "name",
            "Plans of a test",
            "kind",
            "membership.plan",
            "configuration",
            Map.of("starter", "15 %", "plus", "10 %", "premium", "6 %"),
            "scope",
            Map.of("vendor", stand.id()),
            "position",
            1);
    String id =
        operator
            .post("/api/v1/operator/commission-rules", rule)
            .expect(201)
            .json()
            .path("id")
            .asText();
    assertThat(commission()).isEqualTo(1_500);
    operator
        .post(
            "/api/v1/operator/plugins/membership-plans/setups",
            Map.of(
                "scope",
                "VENDOR",
                "value",
                stand.slug(),
                "configuration",
                Map.of("plan", "PREMIUM")))
        .expect(200);
    assertThat(commission()).isEqualTo(600);
    operator.post("/api/v1/operator/commission-rules/" + id + "/retire", Map.of()).expect(204);
  }

  private void whatCanBeCopiedDecides() {
    CopiedExamples examples = new CopiedExamples(stand);
    examples.aSeasonDecides(this::soldFor);
    examples.whatWasSoldBeforeDecides(this::soldFor);
    Purchase weighed = purchase("Balance", 2_000);
    examples.aParcelIsPricedByItsWeight(
        weighed.view(), () -> assertThat(weighed.view().toString()).contains("Colis pesé", "690"));
  }

  private JsonNode soldFor(long cents) {
    return splitOf(buy("Vase", cents, "sandbox", "approved").path("number").asText());
  }

  private long commission() {
    String category = Shop.asGuest().get("/api/v1/categories").json().at("/items/0/slug").asText();
    return stand
        .seller()
        .post(
            "/api/v1/vendor/commission-preview",
            Map.of("price", Map.of("minor", 10_000, "currency", "EUR"), "category", category))
        .expect(200)
        .json()
        .at("/commission/minor")
        .asLong();
  }

  private static Map<String, Object> fund(String name) {
    return Map.of(
        "party",
        "it-entraide",
        "name",
        name,
        "purposeFr",
        "Des repas.",
        "purposeEn",
        "Meals.",
        "step",
        Map.of("minor", 100, "currency", "EUR"));
  }

  private void unconfigure(String plugin) {
    operator.post(
        "/api/v1/operator/plugins/" + plugin + "/setups/end", Map.of("scope", "PLATFORM"));
  }

  private void configure(String plugin, Map<String, Object> configuration) {
    operator
        .post(
            "/api/v1/operator/plugins/" + plugin + "/setups",
            Map.of("configuration", configuration))
        .expect(200);
  }

  private JsonNode buy(String title, long cents, String gateway, String token) {
    Purchase purchase = purchase(title, cents);
    JsonNode order = purchase.pay(gateway, token, purchase.buyer().withNewKey()).expect(201).json();
    remember(order);
    return order;
  }

  private Purchase purchase(String title, long cents) {
    Purchase purchase = Purchase.of(Shop.asGuest(), 0);
    purchase.add(
        Shop.asGuest()
            .get("/api/v1/listings/" + stand.sell(title, cents))
            .expect(200)
            .json()
            .at("/offers/0/id")
            .asText());
    return purchase;
  }

  private void remember(JsonNode order) {
    String number = order.path("number").asText();
    sold.put(number, splitOf(number));
  }

  private JsonNode splitOf(String order) {
    return operator
        .get("/api/v1/operator/order-groups/" + order + "/split")
        .expect(200)
        .json()
        .path("lines");
  }

  private long amountOf(String order, String kind) {
    long sum = 0;
    for (JsonNode line : splitOf(order)) {
      sum += line.path("kind").asText().equals(kind) ? line.at("/amount/minor").asLong() : 0;
    }
    return sum;
  }

  private long owedTo(String party) {
    return operator
        .get("/api/v1/operator/ledger/accounts?prefix=third_party_payable:" + party)
        .expect(200)
        .json()
        .at("/items/0/balance/minor")
        .asLong();
  }

  private JsonNode books() {
    return operator.get("/api/v1/operator/books").expect(200).json();
  }

  private Path place() throws IOException {
    return Files.createDirectories(plugins.place());
  }

  private void lay(String id, Path jar) throws IOException {
    laidThere.add(Files.copy(jar, place().resolve(id + ".jar")));
  }

  static Path example(String name) throws IOException {
    Path target = Path.of(System.getProperty("halles.it.plugins"), name + "/target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name + "-[\\w.-]+\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError(name + " was not built"));
    }
  }
}
