package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.Test;

/** Reports, decisions with reasons, complaints: Regulation (EU) 2022/2065 over HTTP. */
class NoticesIT {

  private static final String DESK = "/api/v1/operator/notices";

  private final Stand stand = Stand.open();

  @Test
  void everythingMissingInANoticeIsSaidAtOnce() {
    Answer refused =
        Shop.asGuest().post("/api/v1/notices", Map.of("category", "other")).expect(400);

    assertThat(refused.violatedFields())
        .containsExactlyInAnyOrder("explanation", "name", "email", "goodFaith", "listingId");
  }

  @Test
  void whoReportsChildAbuseNeedNotSayWhoTheyAre() {
    Shop.asGuest()
        .post(
            "/api/v1/notices",
            Map.of(
                "vendor",
                stand.slug(),
                "category",
                "child-abuse",
                "explanation",
                "seen on the banner",
                "goodFaith",
                true))
        .expect(201);
  }

  @Test
  void aNoticeIsDecidedWithReasonsAndTheFirstDeciderMayNotDecideTheComplaint() {
    String listing = stand.sell("Copie de marque", 9_000);
    JsonNode receipt = report(listing);
    String id = idOf(receipt.path("number").asText());

    Shop.asOperator()
        .post(
            DESK + "/" + id + "/decide",
            Map.of(
                "restriction", "listing-removed",
                "facts", "the logo is another's",
                "ground", "illegal",
                "groundReference", "Code de la propriété intellectuelle, L713-2"))
        .expect(200);

    Shop.asGuest().get("/api/v1/listings/" + listing).expect(404);
    JsonNode statement =
        stand.seller().get("/api/v1/vendor/decisions").expect(200).json().at("/items/0");
    assertThat(statement.path("restriction").asText()).isEqualTo("LISTING_REMOVED");
    assertThat(statement.path("groundReference").asText()).contains("L713-2");
    assertThat(statement.path("decidedBy").isTextual()).as("who decided is not told").isFalse();

    String complaint =
        stand
            .seller()
            .post(
                "/api/v1/vendor/decisions/" + statement.path("id").asText() + "/complaint",
                Map.of("text", "I have the licence"))
            .expect(200)
            .json()
            .path("id")
            .asText();
    Answer same =
        Shop.asOperator()
            .post(
                "/api/v1/operator/complaints/" + complaint + "/decide",
                Map.of("reverse", true, "answer", "licence seen"))
            .expect(403);
    assertThat(same.problem()).contains("same-person");
  }

  @Test
  void theNotifierFollowsTheNoticeByItsKeyAndNobodyElseDoes() {
    JsonNode receipt = report(stand.sell("Lampe", 3_000));
    String address = "/api/v1/notices/" + receipt.path("number").asText();

    JsonNode own =
        Shop.asGuest()
            .get(address + "?accessKey=" + receipt.path("accessKey").asText())
            .expect(200)
            .json();

    assertThat(own.path("status").asText()).isEqualTo("OPEN");
    Shop.asGuest().get(address + "?accessKey=guess").expect(404);
    Shop.asGuest().get(address).expect(404);
  }

  @Test
  void aNoticeIsDecidedOnce() {
    String id = idOf(report(stand.sell("Tapis", 8_000)).path("number").asText());
    Map<String, Object> nothing = Map.of("restriction", "none", "facts", "nothing found");

    Shop.asOperator().post(DESK + "/" + id + "/decide", nothing).expect(200);

    assertThat(Shop.asOperator().post(DESK + "/" + id + "/decide", nothing).expect(409).problem())
        .contains("decided-already");
  }

  private static JsonNode report(String listing) {
    return Shop.asGuest()
        .post(
            "/api/v1/notices",
            Map.of(
                "listingId", listing,
                "category", "counterfeit",
                "explanation", "the logo is copied",
                "name", "Ana",
                "email", "ana@it.example",
                "goodFaith", true))
        .expect(201)
        .json();
  }

  private static String idOf(String number) {
    JsonNode all = Shop.asOperator().get(DESK + "?open=false&limit=100").expect(200).json();
    for (JsonNode one : all.path("items")) {
      if (one.path("number").asText().equals(number)) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("notice " + number + " is not listed");
  }
}
