package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.Test;

/** What vendors write, moderators look at and buyers find, over HTTP. */
class CatalogueIT {

  @Test
  void aListingGoesFromDraftOverTheModeratorToTheBuyer() {
    Stand stand = Stand.open();
    String id = stand.write("Carafe bleue", 3_200).json().path("id").asText();
    Shop.asGuest().get("/api/v1/listings/" + id).expect(404);

    assertThat(submit(stand, id)).isEqualTo("SUBMITTED");
    Shop.asGuest().get("/api/v1/listings/" + id).expect(404);
    Shop.asOperator()
        .post("/api/v1/operator/moderation/" + id + "/approve", Map.of("reason", "fine"))
        .expect(200);

    JsonNode shown = Shop.asGuest().get("/api/v1/listings/" + id).expect(200).json();
    assertThat(shown.path("price").path("minor").asLong()).isEqualTo(3_200);
    assertThat(shown.path("offers").path(0).path("available").asBoolean()).isTrue();
    assertThat(shown.path("vendor").path("slug").asText()).isEqualTo(stand.slug());
  }

  @Test
  void whatIsSentBackSaysWhyAndCanBeHandedInAgain() {
    Stand stand = Stand.open();
    String id = stand.write("Bougeoir", 1_500).json().path("id").asText();
    submit(stand, id);
    String queue = "/api/v1/operator/moderation/" + id;

    Answer speechless = Shop.asOperator().post(queue + "/request-changes", Map.of()).expect(400);
    assertThat(speechless.violatedFields()).containsExactly("reason");
    Shop.asOperator().post(queue + "/request-changes", Map.of("reason", "no picture")).expect(200);

    JsonNode own = stand.seller().get("/api/v1/vendor/listings/" + id).expect(200).json();
    assertThat(own.path("status").asText()).isEqualTo("CHANGES_REQUESTED");
    assertThat(own.path("reviewNote").asText()).isEqualTo("no picture");
    assertThat(submit(stand, id)).isEqualTo("SUBMITTED");
  }

  @Test
  void anEditOfAListingOnSaleWaitsWhileBuyersSeeWhatWasApproved() {
    Stand stand = Stand.open();
    JsonNode made = stand.write("Jatte", 2_400).json();
    String id = made.path("id").asText();
    String own = "/api/v1/vendor/listings/" + id;
    submit(stand, id);
    String queue = "/api/v1/operator/moderation/" + id;
    Shop.asOperator().post(queue + "/approve", Map.of()).expect(200);

    Map<String, Object> edited = new HashMap<>(stand.goods("Grande jatte", 2_600));
    edited.put("variants", List.of(Stand.variant(made.at("/variants/0/sku").asText(), 2_600, 4)));
    JsonNode waiting = stand.seller().put(own, edited).expect(200).json();

    assertThat(waiting.path("status").asText()).isEqualTo("LIVE");
    assertThat(waiting.at("/change/status").asText()).isEqualTo("SUBMITTED");
    assertThat(waiting.at("/change/listing/title/fr").asText()).isEqualTo("Grande jatte");
    assertThat(waiting.at("/variants/0/price/minor").asLong()).isEqualTo(2_600);
    assertThat(title(id)).isEqualTo("Jatte");

    Shop.asOperator().post(queue + "/approve", Map.of()).expect(200);
    assertThat(title(id)).isEqualTo("Grande jatte");

    assertThat(stand.seller().get(own).json().path("change").isObject()).isFalse();
  }

  private static String title(String id) {
    return Shop.asGuest().get("/api/v1/listings/" + id).expect(200).json().at("/title/fr").asText();
  }

  @Test
  void everythingWrongWithAListingIsSaidAtOnce() {
    Stand stand = Stand.open();
    Map<String, Object> wrong = new HashMap<>(stand.goods("x", 1));
    wrong.put("title", Map.of());
    wrong.put("categoryId", "nowhere");
    wrong.put(
        "variants", List.of(Map.of("sku", "A", "price", Map.of("minor", 0, "currency", "EUR"))));

    Answer refused = stand.seller().post("/api/v1/vendor/listings", wrong).expect(400);

    assertThat(refused.violatedFields())
        .containsExactlyInAnyOrder("title", "categoryId", "variants[0].price.minor");
  }

  @Test
  void anEditOfAnOldVersionIsRefusedAndOffersKeepTheirIds() {
    Stand stand = Stand.open();
    Answer made = stand.write("Plateau", 2_000);
    String address = "/api/v1/vendor/listings/" + made.json().path("id").asText();
    String read = made.header("ETag").orElseThrow();
    Map<String, Object> edited = new HashMap<>(stand.goods("Plateau rond", 2_100));
    edited.put(
        "variants", List.of(Stand.variant(made.json().at("/variants/0/sku").asText(), 2_100, 10)));

    Answer first = stand.seller().with("If-Match", read).put(address, edited).expect(200);
    stand.seller().with("If-Match", read).put(address, edited).expect(412);

    assertThat(first.json().at("/variants/0/id")).isEqualTo(made.json().at("/variants/0/id"));
    assertThat(first.header("ETag").orElseThrow()).isNotEqualTo(read);
  }

  @Test
  void anotherVendorsThingsAreNotThere() {
    Stand mine = Stand.open();
    JsonNode theirs = Stand.open().write("Leur vase", 900).json();
    String listing = "/api/v1/vendor/listings/" + theirs.path("id").asText();
    String offer = "/api/v1/vendor/offers/" + theirs.at("/variants/0/id").asText();

    mine.seller().get(listing).expect(404);
    mine.seller().put(listing, mine.goods("x", 1)).expect(404);
    mine.seller().post(listing + "/submit", Map.of()).expect(404);
    mine.seller().patch(offer, Map.of("stock", 0)).expect(404);
    mine.seller().with("X-Vendor", "poterie-du-layon").get("/api/v1/vendor/listings").expect(404);
    Shop.asBuyer().get("/api/v1/vendor/listings").expect(403);
    Shop.asGuest().get("/api/v1/vendor/listings").expect(401);
  }

  @Test
  void aSuspendedVendorIsNeitherFoundNorShown() {
    Stand stand = Stand.open();
    String id = stand.sell("Zébulonite rare", 5_000);
    assertThat(found("zébulonite")).isEqualTo(1);

    String vendor = "/api/v1/operator/vendors/" + stand.id();
    Shop.asOperator().post(vendor + "/suspend", Map.of("reason", "test")).expect(200);
    assertThat(found("zébulonite")).isZero();
    Shop.asGuest().get("/api/v1/listings/" + id).expect(404);
    Shop.asGuest().get("/api/v1/storefronts/" + stand.slug()).expect(404);

    Answer withoutReason = Shop.asOperator().post(vendor + "/reinstate", Map.of()).expect(400);
    assertThat(withoutReason.json().at("/violations/0/field").asText()).isEqualTo("reason");
    Shop.asGuest().get("/api/v1/listings/" + id).expect(404);

    Shop.asOperator().post(vendor + "/reinstate", Map.of("reason", "it")).expect(200);
    Shop.asGuest().get("/api/v1/listings/" + id).expect(200);
  }

  @Test
  void listsComeInPagesAndTakeFewTrips() {
    Stand stand = Stand.open();
    for (int number = 0; number < 3; number++) {
      stand.sell("Pageable " + number, 100 + number);
    }
    String list = "/api/v1/listings?limit=2&sort=price-asc&vendor=" + stand.slug();

    Answer first = Shop.asGuest().get(list).expect(200);
    String next = first.json().path("next").asText();
    Answer second = Shop.asGuest().get(list + "&cursor=" + next).expect(200);

    assertThat(first.json().path("items")).hasSize(2);
    assertThat(first.header("Link").orElse("")).contains("rel=\"next\"");
    assertThat(second.json().path("items")).hasSize(1);
    assertThat(second.json().path("next").isNull()).isTrue();
    assertThat(second.databaseRoundTrips().orElseThrow()).isLessThanOrEqualTo(2);
  }

  @Test
  void publicPagesAnswerAndUnknownOnesAreNotThere() {
    Stand stand = Stand.open();
    String id = stand.sell("Page d’essai", 4_200);
    JsonNode listing = Shop.asGuest().get("/api/v1/listings/" + id).json();
    String page = "/fr/p/" + listing.path("slug").asText() + "-" + id;

    Answer shown = Shop.asGuest().get(page).expect(200);
    assertThat(shown.body()).contains("application/ld+json", "Page d’essai", "42,00");
    assertThat(shown.header("Set-Cookie")).isEmpty();
    Shop.asGuest().get("/fr/p/old-title-" + id).expect(301);
    Shop.asGuest().get("/fr/p/x-00000000-0000-7000-8000-000000000000").expect(404);
    Shop.asGuest().get("/fr/s/" + stand.slug()).expect(200);
    Shop.asGuest().get("/fr/c/no-such-aisle").expect(404);
    assertThat(Shop.asGuest().get("/fr/search?q=%27%22%3Cscript%3E").expect(200).body())
        .doesNotContain("'\"<script>");
    Shop.asGuest().get("/fr/search?q=%00").expect(400);
    Shop.asGuest().get("/media/" + "0".repeat(64)).expect(404);
    assertThat(Shop.asGuest().get("/sitemap.xml").expect(200).body()).contains("/fr/s/");
  }

  private static String submit(Stand stand, String id) {
    return stand
        .seller()
        .post("/api/v1/vendor/listings/" + id + "/submit", Map.of())
        .expect(200)
        .json()
        .path("status")
        .asText();
  }

  private static int found(String words) {
    return Shop.asGuest()
        .get("/api/v1/listings?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .expect(200)
        .json()
        .path("items")
        .size();
  }
}
