package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.Test;

/**
 * A vendor's face over HTTP: pictures, address, theme, holidays; and keys that open only so far.
 */
class StorefrontIT {

  private static final String STOREFRONT = "/api/v1/vendor/storefront";
  private static final String KEYS = "/api/v1/vendor/api-keys";

  private final Stand stand = Stand.open();

  /** A GIF of one pixel: text as far as HTTP is concerned. */
  private static final String GIF =
      "GIF89a\u0001\0\u0001\0\0\0\0,\0\0\0\0\u0001\0\u0001\0\0\u0002\u0002D\u0001\0;";

  @Test
  void onlyPicturesGetThroughTheDoorWhateverTheyAreCalled() {
    Answer svg =
        stand
            .seller()
            .raw("POST", "/api/v1/vendor/media", "image/png", "<svg><script>1</script></svg>")
            .expect(422);
    assertThat(svg.problem()).isEqualTo("picture-unknown-format");
    stand.seller().raw("POST", "/api/v1/vendor/media", "text/html", "<html>").expect(422);
    Shop.asBuyer().raw("POST", "/api/v1/vendor/media", "image/gif", GIF).expect(403);

    String form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.gif\"\r\n"
            + "Content-Type: image/gif\r\n\r\n"
            + GIF
            + "\r\n--x--\r\n";
    Answer kept =
        stand
            .seller()
            .raw("POST", "/api/v1/vendor/media", "multipart/form-data; boundary=x", form)
            .expect(201);
    assertThat(kept.json().path("width").asInt()).isEqualTo(1);
    Shop.asGuest().get(kept.json().path("url").asText()).expect(200);
  }

  @Test
  void aPartIsCutOutOfAPictureAndIsAPictureOfItsOwn() {
    Shop seller = stand.seller();
    Answer whole = seller.raw("POST", "/api/v1/vendor/media", "image/gif", GIF).expect(201);
    String crops = "/api/v1/vendor" + whole.json().path("url").asText() + "/crops";

    Answer part = seller.post(crops, frame(0, 0, 9_999, 1)).expect(201);
    assertThat(part.json().path("width").asInt()).isEqualTo(1);
    Shop.asGuest().get(part.json().path("url").asText()).expect(200);

    Answer refused = seller.post(crops, frame(1, -1, 0, 20)).expect(400);
    assertThat(refused.json().path("violations").findValuesAsText("field"))
        .containsExactly("left", "top", "width");
    seller.post(crops, Map.of()).expect(400);
    seller.post("/api/v1/vendor/media/unknown/crops", frame(0, 0, 1, 1)).expect(404);
  }

  private static Map<String, Object> frame(int left, int top, int width, int height) {
    return Map.of("left", left, "top", top, "width", width, "height", height);
  }

  @Test
  void aFormerAddressLeadsToTheNewOneAndNobodyElseGetsIt() {
    String moved = stand.slug() + "-b";
    Answer before = stand.seller().get(STOREFRONT).expect(200);
    String read = before.header("ETag").orElseThrow();

    Answer after = stand.seller().with("If-Match", read).put(STOREFRONT, face("slug", moved));
    after.expect(200);
    stand.seller().with("If-Match", read).put(STOREFRONT, face("slug", moved)).expect(412);

    Answer redirect = Shop.asGuest().get("/fr/s/" + stand.slug()).expect(301);
    assertThat(redirect.header("Location").orElseThrow()).endsWith("/fr/s/" + moved);
    Shop.asGuest().get("/fr/s/" + moved).expect(200);
    Shop.asGuest().get("/api/v1/storefronts/" + stand.slug()).expect(200);
    Answer taken = Stand.open().seller().put(STOREFRONT, face("slug", stand.slug())).expect(409);
    assertThat(taken.problem()).isEqualTo("slug-taken");
  }

  @Test
  void aPluginsThemeDrawsThePublicPage() {
    Map<String, Object> face = face("theme", "boreal");
    face.put("policies", Map.of("returns", Map.of("fr", "<b>30 jours</b><script>x()</script>")));
    stand.seller().put(STOREFRONT, face).expect(200);

    String page = Shop.asGuest().get("/fr/s/" + stand.slug()).expect(200).body();

    assertThat(page).contains("boreal-head", "<b>30 jours</b>").doesNotContain("x()");
    assertThat(page).contains("stall-colours/1f5a3d-fbf8f1.css");
    Answer unknown = stand.seller().put(STOREFRONT, face("theme", "nobodys")).expect(400);
    assertThat(unknown.violatedFields()).containsExactly("theme");
    stand.seller().put(STOREFRONT, face("theme", "gallery")).expect(200);
    assertThat(Shop.asGuest().get("/fr/s/" + stand.slug()).body()).contains("stall-plate");
  }

  @Test
  void aStorefrontIsLookedAtBeforeItIsPublishedAndItsColoursAreWarnedOf() {
    JsonNode before = stand.seller().get(STOREFRONT).expect(200).json();
    Map<String, Object> pale = face("accent", "#FFEE88");
    pale.putAll(Map.of("ground", "#FFFFFF", "theme", "gallery", "story", Map.of("fr", "Ici")));
    pale.put("closure", Map.of("from", "2030-08-02", "to", "2030-08-01"));

    JsonNode drawn = stand.seller().post(STOREFRONT + "/preview", pale).expect(200).json();

    assertThat(drawn.path("story").path("fr").asText()).isEqualTo("Ici");
    assertThat(drawn.path("theme").asText()).isEqualTo("gallery");
    assertThat(drawn.path("closure").isNull()).isTrue();
    assertThat(drawn.path("contrast").path("readable").asBoolean()).isFalse();
    assertThat(drawn.path("contrast").path("ratio").decimalValue()).isEqualByComparingTo("1.1");
    assertThat(before.path("contrast").path("readable").asBoolean()).isTrue();
    assertThat(stand.seller().get(STOREFRONT).json()).isEqualTo(before);
    stand.seller().post(STOREFRONT + "/preview", before).expect(200);
  }

  @Test
  void themesAreListedWithWhatPeopleCallThem() {
    JsonNode themes = stand.seller().get(STOREFRONT + "/themes").expect(200).json().path("items");

    assertThat(themes.findValuesAsText("name")).contains("gallery", "boreal");
    themes.forEach(theme -> assertThat(theme.path("title").path("fr").asText()).isNotBlank());
  }

  @Test
  void aDraftIsLookedAtAsBuyersWouldSeeIt() {
    Map<String, Object> bowl =
        Map.of("sku", "BOL-1", "price", "12,50", "stock", "3", "condition", "like-new");
    Map<String, Object> content =
        Map.of(
            "kind", "goods",
            "title", Map.of("fr", "Bol en cours"),
            "description", Map.of("fr", "<b>Gras</b><script>x()</script>"),
            "currency", "EUR",
            "variants", List.of(bowl, Map.of("sku", "BOL-2", "price", "cher")));
    String draft =
        stand
            .seller()
            .post("/api/v1/vendor/listing-drafts", Map.of("content", content))
            .expect(201)
            .json()
            .path("id")
            .asText();

    JsonNode seen =
        stand.seller().get("/api/v1/vendor/listing-drafts/" + draft + "/preview").json();

    assertThat(seen.path("title").path("fr").asText()).isEqualTo("Bol en cours");
    assertThat(seen.path("description").path("fr").asText()).contains("<b>").doesNotContain("x()");
    assertThat(seen.path("vendor").path("slug").asText()).isEqualTo(stand.slug());
    assertThat(seen.path("offers")).hasSize(1);
    assertThat(seen.at("/offers/0/price/minor").asInt()).isEqualTo(1_250);
    assertThat(seen.at("/offers/0/condition").asText()).isEqualTo("like-new");
    Shop.asGuest().get("/api/v1/listings/" + draft).expect(404);
  }

  @Test
  void onAHolidayNothingIsSoldAndTheCartSaysWhen() {
    String listing = stand.sell("Cruche", 1_900);
    Map<String, Object> line = Map.of("offerId", offerOf(listing), "quantity", 1);
    Shop guest = Shop.asGuest();
    String cart =
        "/api/v1/carts/"
            + guest.post("/api/v1/carts", Map.of("currency", "EUR")).json().path("id").asText();
    guest.post(cart + "/lines", line).expect(200);
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    String reopens = today.plusDays(8).toString();

    close(today, today.plusDays(7));
    JsonNode notice = guest.get(cart).expect(200).json().path("notices").path(0);
    assertThat(notice.path("code").asText()).isEqualTo("closed");
    assertThat(notice.path("reopens").asText()).isEqualTo(reopens);
    Answer refused = guest.post(cart + "/lines", line).expect(422);
    assertThat(refused.problem()).isEqualTo("vendor-closed");
    assertThat(guest.get("/fr/s/" + stand.slug()).body()).contains("stall-closed");

    close(today.plusDays(1), today.plusDays(7));
    guest.post(cart + "/lines", line).expect(200);
    close(today.minusDays(7), today.minusDays(1));
    assertThat(guest.get(cart).expect(200).body()).doesNotContain("\"closed\"");
    Map<String, Object> backwards =
        face("closure", Map.of("from", today.toString(), "to", today.minusDays(1).toString()));
    assertThat(stand.seller().put(STOREFRONT, backwards).expect(400).violatedFields())
        .containsExactly("closure.to");
  }

  @Test
  void aKeyDoesWhatItWasMadeForAndSaysWhatItLacks() {
    Answer made =
        stand
            .seller()
            .post(KEYS, Map.of("label", "Stock", "scopes", List.of("catalogue:read")))
            .expect(201);
    Shop program = Shop.asGuest().withToken(made.json().path("key").asText());

    program.get("/api/v1/vendor/listings").expect(200);
    Answer lacking = program.post("/api/v1/vendor/listings", stand.goods("x", 100)).expect(403);
    assertThat(lacking.problem()).isEqualTo("missing-scope");
    assertThat(lacking.json().path("scope").asText()).isEqualTo("catalogue:write");
    program.get("/api/v1/vendor/orders").expect(403);
    program.post(KEYS, Map.of("label", "More", "scopes", List.of("orders:read"))).expect(403);

    JsonNode listed = stand.seller().get(KEYS).expect(200).json().path("items").path(0);
    assertThat(listed.path("label").asText()).isEqualTo("Stock");
    assertThat(listed.path("lastUsedAt").isNull()).isFalse();
    stand.seller().delete(KEYS + "/" + listed.path("id").asText()).expect(204);
    program.get("/api/v1/vendor/listings").expect(401);
  }

  @Test
  void theLastOwnerStaysAndAnOperatorDoesNotChangePeople() {
    JsonNode owner =
        stand.seller().get("/api/v1/vendor/people").expect(200).json().at("/members/0");
    String person = "/api/v1/vendor/people/" + owner.path("accountId").asText();

    assertThat(stand.seller().delete(person).expect(409).problem()).isEqualTo("last-owner");
    assertThat(stand.seller().put(person, Map.of("role", "orders")).expect(409).problem())
        .isEqualTo("last-owner");
    Answer operator = Shop.asOperator().with("X-Vendor", stand.slug()).delete(person).expect(403);
    assertThat(operator.problem()).isEqualTo("not-in-a-vendors-name");
  }

  private void close(LocalDate from, LocalDate to) {
    stand
        .seller()
        .put(STOREFRONT, face("closure", Map.of("from", from.toString(), "to", to.toString())))
        .expect(200);
  }

  private static String offerOf(String listing) {
    return Shop.asGuest()
        .get("/api/v1/listings/" + listing)
        .expect(200)
        .json()
        .at("/offers/0/id")
        .asText();
  }

  private Map<String, Object> face(String field, Object value) {
    Map<String, Object> face = new HashMap<>(Map.of("name", "Stand"));
    face.put(field, value);
    return face;
  }
}
