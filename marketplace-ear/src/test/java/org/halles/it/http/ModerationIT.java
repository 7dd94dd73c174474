package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.Test;

/** What moderators decide, with the checks before and a minute to undo after, over HTTP. */
class ModerationIT {

  private static final String QUEUE = "/api/v1/operator/moderation";

  private final Stand stand = Stand.open();

  @Test
  void theChecksLookBeforeAPersonDoes() {
    String id = handIn("Étui c0ca1ne");

    JsonNode review = checked(id);

    assertThat(review.path("risk").asText()).isEqualTo("high");
    assertThat(review.path("findings").findValuesAsText("checkId"))
        .contains("banned-words", "missing-data");
  }

  /** There are no prices to compare with, and the other checks look all the same. */
  @Test
  void theChecksLookWhereNobodyElseSells() {
    Map<String, Object> goods = new HashMap<>(stand.goods("Étui c0ca1ne", 2_000));
    goods.put("categoryId", newCategory());
    String id =
        stand
            .seller()
            .post("/api/v1/vendor/listings", goods)
            .expect(201)
            .json()
            .path("id")
            .asText();
    stand.seller().post("/api/v1/vendor/listings/" + id + "/submit", Map.of()).expect(200);

    JsonNode review = checked(id);

    assertThat(review.path("findings").findValuesAsText("checkId")).contains("banned-words");
  }

  private static String newCategory() {
    String name = "Rayon " + Long.toString(System.nanoTime(), 36);
    return Shop.asOperator()
        .post(
            "/api/v1/operator/categories",
            Map.of(
                "name", Map.of("fr", name, "en", name),
                "taxClass", "standard",
                "access", "everybody"))
        .expect(201)
        .json()
        .path("slug")
        .asText();
  }

  @Test
  void ofModeratorsWhoDecideAtOnceOneDecides() {
    String id = handIn("Vase disputé");
    Shop moderator = Shop.asOperator();

    List<CompletableFuture<Answer>> decisions =
        IntStream.range(0, 6)
            .mapToObj(
                turn ->
                    CompletableFuture.supplyAsync(
                        () ->
                            moderator.post(
                                QUEUE + "/" + id + (turn % 2 == 0 ? "/approve" : "/reject"),
                                Map.of("reason", "turn " + turn, "round", 1))))
            .toList();
    List<Integer> statuses =
        decisions.stream().map(CompletableFuture::join).map(Answer::status).toList();

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 412).hasSize(5);
    assertThat(detail(id).path("history")).hasSize(1);
  }

  @Test
  void aDecisionIsUndoneWithinItsMinuteAndTheListingWaitsAgain() {
    String id = handIn("Vase indécis");
    Shop.asOperator().post(QUEUE + "/" + id + "/approve", Map.of()).expect(200);
    Shop.asGuest().get("/api/v1/listings/" + id).expect(200);

    JsonNode undone =
        Shop.asOperator().post(QUEUE + "/" + id + "/undo", Map.of()).expect(200).json();

    assertThat(undone.path("status").asText()).isEqualTo("SUBMITTED");
    Shop.asGuest().get("/api/v1/listings/" + id).expect(404);
    assertThat(detail(id).at("/history/0/undoneAt").isTextual()).isTrue();
    assertThat(Shop.asOperator().post(QUEUE + "/" + id + "/undo", Map.of()).expect(409).problem())
        .contains("too-late-to-undo");
  }

  @Test
  void anApprovedEditIsUndoneToWhatBuyersSawBefore() {
    String id = onSale("Plat ancien");
    rename(id, "Plat nouveau");
    Shop.asOperator().post(QUEUE + "/" + id + "/approve", Map.of()).expect(200);
    assertThat(titleOf(id)).isEqualTo("Plat nouveau");

    Shop.asOperator().post(QUEUE + "/" + id + "/undo", Map.of()).expect(200);

    assertThat(titleOf(id)).isEqualTo("Plat ancien");
    assertThat(detail(id).at("/waiting/changeId").isTextual()).isTrue();
  }

  @Test
  void nobodyDecidesAboutWhatTheyDidNotSee() {
    String id = onSale("Bol simple");
    rename(id, "Bol changé");
    int seen = detail(id).at("/waiting/round").asInt();
    rename(id, "Bol changé encore");

    Shop.asOperator().post(QUEUE + "/" + id + "/approve", Map.of("round", seen)).expect(412);
    assertThat(titleOf(id)).isEqualTo("Bol simple");
  }

  @Test
  void notesForTheVendorAreReadByItAndInternalOnesAreNot() {
    String id = handIn("Assiette annotée");
    Shop.asOperator()
        .post(QUEUE + "/" + id + "/notes", Map.of("text", "for us", "toVendor", false))
        .expect(200);
    Shop.asOperator()
        .post(QUEUE + "/" + id + "/notes", Map.of("text", "for you", "toVendor", true))
        .expect(200);

    JsonNode read =
        stand.seller().get("/api/v1/vendor/listings/" + id + "/notes").expect(200).json();

    assertThat(read.findValuesAsText("text")).containsExactly("for you");
  }

  @Test
  void theQueueIsFilteredSortedAndPagedInFewTrips() {
    handIn("Un");
    handIn("Deux");
    String list = QUEUE + "?limit=1&kind=new&sort=newest&vendor=" + stand.slug();

    Answer first = Shop.asOperator().get(list).expect(200);
    JsonNode second =
        Shop.asOperator()
            .get(list + "&cursor=" + first.json().path("next").asText())
            .expect(200)
            .json();

    assertThat(first.json().at("/items/0/title/fr").asText()).isEqualTo("Deux");
    assertThat(second.at("/items/0/title/fr").asText()).isEqualTo("Un");
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(first.databaseRoundTrips().orElseThrow()).isLessThanOrEqualTo(12);
    assertThat(Shop.asOperator().get(QUEUE + "?sort=bad&kind=bad").expect(400).violatedFields())
        .containsExactlyInAnyOrder("sort", "kind");
  }

  private String handIn(String title) {
    String id = stand.write(title, 2_000).json().path("id").asText();
    stand.seller().post("/api/v1/vendor/listings/" + id + "/submit", Map.of()).expect(200);
    return id;
  }

  private String onSale(String title) {
    String id = handIn(title);
    Shop.asOperator().post(QUEUE + "/" + id + "/approve", Map.of()).expect(200);
    return id;
  }

  private void rename(String id, String title) {
    String address = "/api/v1/vendor/listings/" + id;
    JsonNode own = stand.seller().get(address).expect(200).json();
    Map<String, Object> edited = new HashMap<>(stand.goods(title, 2_000));
    edited.put("variants", List.of(Stand.variant(own.at("/variants/0/sku").asText(), 2_000, 10)));
    stand.seller().put(address, edited).expect(200);
  }

  private static JsonNode detail(String id) {
    return Shop.asOperator().get(QUEUE + "/" + id).expect(200).json();
  }

  private static String titleOf(String id) {
    return Shop.asGuest().get("/api/v1/listings/" + id).expect(200).json().at("/title/fr").asText();
  }

  /** The case once the checks have looked, which they do in the background. */
  private JsonNode checked(String id) {
    Instant deadline = Instant.now().plusSeconds(30);
    JsonNode review = caseOf(id);
    while (review.path("risk").asText().equals("unknown") && Instant.now().isBefore(deadline)) {
      review = caseOf(id);
    }
    return review;
  }

  private JsonNode caseOf(String id) {
    JsonNode items =
        Shop.asOperator().get(QUEUE + "?vendor=" + stand.slug()).expect(200).json().path("items");
    for (JsonNode item : items) {
      if (item.path("id").asText().equals(id)) {
        return item.path("review");
      }
    }
    throw new AssertionError("listing " + id + " does not wait");
  }
}
