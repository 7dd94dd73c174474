package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
    assertThat(statement.at("/title/fr").asText()).isEqualTo("Copie de marque");
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
    JsonNode open = stand.seller().get("/api/v1/vendor/decisions").expect(200).json();
    assertThat(open.at("/items/0/complaint/status").asText()).isEqualTo("OPEN");
    secondModerator()
        .post(
            "/api/v1/operator/complaints/" + complaint + "/decide",
            Map.of("reverse", false, "answer", "the licence has run out"))
        .expect(200);
    JsonNode told =
        stand.seller().get("/api/v1/vendor/decisions").expect(200).json().at("/items/0/complaint");
    assertThat(told.path("text").asText()).isEqualTo("I have the licence");
    assertThat(told.path("status").asText()).isEqualTo("UPHELD");
    assertThat(told.path("answer").asText()).isEqualTo("the licence has run out");
    assertThat(notifier(receipt).at("/decision/complaint").isObject())
        .as("the notifier does not read what the vendor said")
        .isFalse();
  }

  private static JsonNode notifier(JsonNode receipt) {
    return Shop.asGuest()
        .get(
            "/api/v1/notices/%s?accessKey=%s"
                .formatted(receipt.path("number").asText(), receipt.path("accessKey").asText()))
        .expect(200)
        .json();
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

  @Test
  void aRequestThatIsReportedGoesWithReasonsForItsBuyerAndComesBackWhenAnotherPersonSaysSo() {
    Shop buyer = Newcomer.shop();
    String request = ask(buyer);
    Shop potter = Shop.asOwnerOf("poterie-du-layon");
    offer(potter, request);
    JsonNode receipt = report(Map.of("requestId", request));
    String id = idOf(receipt.path("number").asText());
    JsonNode notice = Shop.asOperator().get(DESK + "/" + id).expect(200).json();
    assertThat(notice.path("requestId").asText()).isEqualTo(request);
    assertThat(notice.path("location").asText()).isEqualTo("/requests/" + request);
    assertThat(notice.path("vendor").isNull()).isTrue();
    assertThat(decide(id, "vendor-suspended").expect(400).violatedFields())
        .containsExactly("restriction");

    decide(id, "request-removed").expect(200);

    Shop.asGuest().get("/api/v1/requests/" + request).expect(404);
    String own = "/api/v1/own-requests/" + request;
    JsonNode removed = buyer.get(own).expect(200).json();
    assertThat(removed.at("/request/status").asText()).isEqualTo("TAKEN_DOWN");
    assertThat(removed.at("/bids/0/status").asText()).isEqualTo("DECLINED");
    JsonNode statement = buyer.get(own + "/decision").expect(200).json();
    assertThat(statement.path("restriction").asText()).isEqualTo("REQUEST_REMOVED");
    assertThat(statement.path("groundReference").asText()).isEqualTo("Terms, 4");
    assertThat(statement.path("decidedBy").isTextual()).as("who decided is not told").isFalse();
    Newcomer.shop().get(own + "/decision").expect(404);

    buyer.post(own + "/complaint", Map.of()).expect(400);
    JsonNode complaint =
        buyer.post(own + "/complaint", Map.of("text", "They are old coins")).expect(200).json();
    assertThat(complaint.path("byBuyer").asBoolean()).isTrue();
    assertThat(complaint.path("byVendor").asBoolean()).isFalse();
    buyer.post(own + "/complaint", Map.of("text", "Again")).expect(409);
    String decision = "/api/v1/operator/complaints/" + complaint.path("id").asText() + "/decide";
    Map<String, Object> wrong = Map.of("reverse", true, "answer", "coins may be sold");
    Shop.asOperator().post(decision, wrong).expect(403);
    secondModerator().post(decision, wrong).expect(200);

    assertThat(
            Shop.asGuest()
                .get("/api/v1/requests/" + request)
                .expect(200)
                .json()
                .path("status")
                .asText())
        .isEqualTo("OPEN");
    buyer.get(own + "/decision").expect(200);
    JsonNode back = buyer.get(own).expect(200).json();
    assertThat(back.at("/bids/0/status").asText()).as("the offer stands again").isEqualTo("OPEN");
    assertThat(back.at("/request/bids").asInt()).isEqualTo(1);
  }

  private static void offer(Shop vendor, String request) {
    vendor
        .put(
            "/api/v1/vendor/requests/" + request + "/bid",
            Map.of(
                "price", Map.of("minor", 5_000, "currency", "EUR"),
                "shipping", Map.of("minor", 0, "currency", "EUR"),
                "deliveryDays", 4,
                "validUntil", LocalDate.now().plusDays(10).toString()))
        .expect(200);
  }

  private static Shop secondModerator() {
    String email = Newcomer.email();
    Shop.asOperator()
        .post("/api/v1/operator/people", Map.of("email", email, "roles", List.of("moderator")))
        .expect(200);
    return Shop.as(email);
  }

  private static Answer decide(String id, String restriction) {
    return Shop.asOperator()
        .post(
            DESK + "/" + id + "/decide",
            Map.of(
                "restriction", restriction,
                "facts", "asks for stolen goods",
                "ground", "terms",
                "groundReference", "Terms, 4"));
  }

  private static String ask(Shop buyer) {
    return buyer
        .post(
            "/api/v1/requests",
            Map.of(
                "kind", "goods",
                "title", "Pièces anciennes",
                "description", "Any, but quickly.",
                "category", "bols-assiettes",
                "quantity", 1,
                "country", "FR"))
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private static JsonNode report(String listing) {
    return report(Map.of("listingId", listing));
  }

  private static JsonNode report(Map<String, String> about) {
    Map<String, Object> notice = new HashMap<>(about);
    notice.putAll(
        Map.of(
            "category", "counterfeit",
            "explanation", "the logo is copied",
            "name", "Ana",
            "email", "ana@it.example",
            "goodFaith", true));
    return Shop.asGuest().post("/api/v1/notices", notice).expect(201).json();
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
