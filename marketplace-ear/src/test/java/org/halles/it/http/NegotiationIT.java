package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.Test;

/** A vendor and the operator agree on a commission; both signatures stay with what they signed. */
class NegotiationIT {

  private static final String OURS = "/api/v1/vendor/commission-proposals";
  private static final String THEIRS = "/api/v1/operator/commission-rules/";

  private final Shop operator = Shop.asOperator();
  private final Stand stand = Stand.open();
  private final Shop vendor = stand.seller();

  @Test
  void theOperatorCountersAndTheVendorSignsExactlyThatVersion() {
    JsonNode wish = vendor.post(OURS, rate("5 %", "we sell a lot")).expect(201).json();
    assertThat(wish.path("vendorSignedBy").asText()).isNotBlank();
    assertThat(wish.path("acceptedBy").isMissingNode() || wish.path("acceptedBy").isNull())
        .isTrue();
    String id = wish.path("id").asText();

    operator.post(THEIRS + id + "/counter", reply("0".repeat(32), "9 %")).expect(409);
    JsonNode counter =
        operator.post(THEIRS + id + "/counter", reply(hash(wish), "9 %")).expect(200).json();
    assertThat(counter.path("status").asText()).isEqualTo("COUNTERED");
    assertThat(counter.path("version").asInt()).isEqualTo(2);
    assertThat(earns(10_000)).isNotEqualTo(900);

    vendor.post(OURS + "/" + id + "/accept", Map.of("contentHash", hash(wish))).expect(409);
    JsonNode agreed =
        vendor
            .post(OURS + "/" + id + "/accept", Map.of("contentHash", hash(counter)))
            .expect(200)
            .json();

    assertThat(agreed.path("status").asText()).isEqualTo("ACTIVE");
    assertThat(agreed.path("acceptedBy").asText()).isNotBlank();
    assertThat(agreed.path("vendorSignedBy").asText()).isNotBlank();
    assertThat(agreed.path("contentHash")).isEqualTo(counter.path("contentHash"));
    assertThat(earns(10_000)).isEqualTo(900);
    operator.post(THEIRS + id + "/retire", Map.of()).expect(204);
    assertThat(statuses()).containsExactlyInAnyOrder("RETIRED", "REJECTED");
  }

  @Test
  void theVendorAnswersACounterAndTheOperatorAccepts() {
    JsonNode wish = vendor.post(OURS, rate("4 %", null)).expect(201).json();
    String id = wish.path("id").asText();
    JsonNode counter =
        operator.post(THEIRS + id + "/counter", reply(hash(wish), "12 %")).expect(200).json();
    JsonNode answer =
        vendor.post(OURS + "/" + id + "/answer", reply(hash(counter), "7 %")).expect(200).json();

    JsonNode agreed =
        operator
            .post(THEIRS + id + "/accept", Map.of("contentHash", hash(answer)))
            .expect(200)
            .json();

    assertThat(agreed.path("version").asInt()).isEqualTo(3);
    assertThat(earns(10_000)).isEqualTo(700);
    operator.post(THEIRS + id + "/retire", Map.of()).expect(204);
  }

  @Test
  void anotherVendorsOfferIsNobodyElsesAndADeclinedOneDecidesNothing() {
    JsonNode wish = vendor.post(OURS, rate("3 %", null)).expect(201).json();
    String id = wish.path("id").asText();
    Shop other = Stand.open().seller();

    other.post(OURS + "/" + id + "/withdraw", Map.of()).expect(404);
    other.post(OURS + "/" + id + "/answer", reply(hash(wish), "1 %")).expect(404);
    assertThat(other.get(OURS).expect(200).json().path("items")).isEmpty();
    vendor.post(OURS + "/" + id + "/withdraw", Map.of()).expect(204);
    vendor.post(OURS + "/" + id + "/withdraw", Map.of()).expect(404);
    operator.post(THEIRS + id + "/accept", Map.of("contentHash", hash(wish))).expect(404);
  }

  @Test
  void whateverIsTypedAProposalIsForTheVendorsOwnSales() {
    Map<String, Object> greedy = rate("1 %", null);
    greedy.put("scope", Map.of("vendor", "maison-lumen"));
    JsonNode wish = vendor.post(OURS, greedy).expect(201).json();

    assertThat(wish.at("/scope/vendorId").asText()).isEqualTo(stand.id());
    vendor.post(OURS + "/" + wish.path("id").asText() + "/withdraw", Map.of()).expect(204);
    vendor.post(OURS, rate("a lot", null)).expect(400);
  }

  private List<String> statuses() {
    return vendor.get(OURS).expect(200).json().path("items").findValuesAsText("status");
  }

  /** What the vendor would pay on such a price now. */
  private long earns(long price) {
    return vendor
        .post(
            "/api/v1/vendor/commission-preview",
            Map.of("price", Map.of("minor", price, "currency", "EUR"), "category", category()))
        .expect(200)
        .json()
        .path("commission")
        .path("minor")
        .asLong();
  }

  private static String category() {
    return Shop.asGuest().get("/api/v1/categories").json().at("/items/0/slug").asText();
  }

  private static String hash(JsonNode offer) {
    return offer.path("contentHash").asText();
  }

  private static Map<String, Object> rate(String rate, String reason) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("name", "Agreed");
    terms.put("kind", "standard.percentage");
    terms.put("configuration", Map.of("rate", rate));
    terms.put("reason", reason);
    return terms;
  }

  private static Map<String, Object> reply(String hash, String rate) {
    return Map.of("contentHash", hash, "terms", Map.of("configuration", Map.of("rate", rate)));
  }
}
