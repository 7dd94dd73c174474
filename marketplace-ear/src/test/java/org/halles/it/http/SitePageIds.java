package org.halles.it.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.it.Shop;

/** What stands in the holes of a page's address: things of the demo, or made for the purpose. */
final class SitePageIds {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern HOLE = Pattern.compile("([a-z-]*)/\\{([a-z]+)(:id)?}");
  private static final Pattern LETTER = Pattern.compile("class=\"card mail\" href=\"([^\"]+)\"");
  private static final Map<String, String> MADE = new ConcurrentHashMap<>();

  private static final Map<String, Supplier<String>> MAKERS =
      Map.ofEntries(
          Map.entry("/p", SitePageIds::listing),
          Map.entry("/company", SitePageIds::listingId),
          Map.entry("/c", () -> first("/api/v1/categories", "slug")),
          Map.entry("/s", () -> SitePages.STALL),
          Map.entry("/vendor", () -> SitePages.STALL),
          Map.entry("/requests", () -> first("/api/v1/own-requests", "id")),
          Map.entry("/vendor/requests", () -> mine("/api/v1/vendor/requests?show=ALL", "id")),
          Map.entry("/operator/requests", () -> run("/api/v1/operator/requests")),
          Map.entry("/vendor/disputes", () -> mine("/api/v1/vendor/disputes", "id")),
          Map.entry("/operator/disputes", () -> run("/api/v1/operator/disputes")),
          Map.entry("/vendor/returns", () -> mine("/api/v1/vendor/returns", "id")),
          Map.entry("/operator/returns", () -> run("/api/v1/operator/returns")),
          Map.entry("/vendor/orders", () -> mine("/api/v1/vendor/orders", "number")),
          Map.entry("/vendor/checklist", SitePageIds::step),
          Map.entry("/vendor/imports", SitePageIds::imported),
          Map.entry("/vendor/drafts", SitePageIds::draft),
          Map.entry("/vendor/listings", () -> mine("/api/v1/vendor/listings", "id")),
          Map.entry("/operator/order-groups", () -> first("/api/v1/order-groups", "number")),
          Map.entry("/operator/accounts", () -> "commission_income"),
          Map.entry("/operator/entries", () -> run("/api/v1/operator/ledger/entries")),
          Map.entry("/operator/plugins", () -> "table-rate-shipping"),
          Map.entry("/operator/payouts", SitePageIds::payoutRun),
          Map.entry(
              "/operator/transfers",
              () -> found(Shop.asOperator(), "/api/v1/operator/bank-transfers", "number")),
          Map.entry("/operator/reconciliations", SitePageIds::reconciliation),
          Map.entry("/operator/commission-simulations", SitePageIds::simulation),
          Map.entry("/vendor/webhooks", () -> webhook(Shop.asOwnerOf(SitePages.STALL), "vendor")),
          Map.entry("/operator/webhooks", () -> webhook(Shop.asOperator(), "operator")),
          Map.entry("/operator/vendors", () -> run("/api/v1/operator/vendors")));

  private static final Map<String, Supplier<String>> WHOLE =
      Map.ofEntries(
          Map.entry("/orders/{number}", () -> "/orders/" + order()),
          Map.entry("/orders/{number}/withdrawal", SitePageIds::withdrawal),
          Map.entry("/notices/{number}", SitePageIds::notice),
          Map.entry("/downloads/{secret}", SitePageIds::download),
          Map.entry("/embed/p/{id:id}", () -> "/embed/p/" + listingId()),
          Map.entry("/operator/moderation/case", SitePageIds::moderationCase),
          Map.entry("/payment/{gateway}/{reference}", SitePageIds::payment),
          Map.entry("/invitations/{token}", SitePageIds::invitation),
          // a real one is in nobody's letter but the reader's
          Map.entry("/new-password/{token}", () -> "/new-password/halles_" + "0".repeat(27)),
          Map.entry("/sell/confirm", SitePageIds::confirmation),
          Map.entry("/mail/{letter:id}", SitePageIds::letter));

  private SitePageIds() {}

  /** The address with something real in each hole. */
  static String fill(String page) {
    if (WHOLE.containsKey(page)) {
      return MADE.computeIfAbsent(page, none -> WHOLE.get(page).get());
    }
    String portal = page.startsWith("/vendor") || page.startsWith("/operator") ? portal(page) : "";
    Matcher hole = HOLE.matcher(page.replace("{slug}-{id:id}", "{listing:id}"));
    return hole.replaceAll(match -> match.group(1) + "/" + of(page, portal, match.group(1)));
  }

  private static String portal(String page) {
    return page.startsWith("/vendor") ? "/vendor" : "/operator";
  }

  private static String of(String page, String portal, String collection) {
    String key = portal.equals("/" + collection) ? portal : portal + "/" + collection;
    Supplier<String> maker = MAKERS.get(key);
    if (maker == null) {
      throw new AssertionError("say in SitePageIds what stands behind " + key + " in " + page);
    }
    String known = MADE.get(key);
    if (known == null) {
      known = maker.get();
      MADE.put(key, known);
    }
    return known;
  }

  private static String listingId() {
    return Shop.asGuest().get("/api/v1/listings").json().path("items").path(0).path("id").asText();
  }

  private static String listing() {
    JsonNode item = Shop.asGuest().get("/api/v1/listings").json().path("items").path(0);
    return item.path("slug").asText() + "-" + item.path("id").asText();
  }

  private static String order() {
    JsonNode placed = Purchase.of(3).pay("approved").expect(201).json();
    return placed.path("number").asText() + "?accessKey=" + placed.path("accessKey").asText();
  }

  private static String withdrawal() {
    JsonNode placed = Purchase.of(1).pay("approved").expect(201).json();
    return "/orders/"
        + placed.path("number").asText()
        + "/withdrawal?part="
        + placed.path("vendorOrders").get(0).path("number").asText()
        + "&accessKey="
        + placed.path("accessKey").asText();
  }

  private static String payment() {
    JsonNode placed = Purchase.of(1).pay("requires-action").expect(202).json();
    String url = placed.path("nextAction").path("url").asText();
    return "/payment/sandbox/" + url.substring(url.lastIndexOf('/') + 1);
  }

  private static String notice() {
    JsonNode notice =
        Shop.asGuest()
            .post(
                "/api/v1/notices",
                Map.of(
                    "vendor",
                    SitePages.STALL,
                    "category",
                    "other",
                    "explanation",
                    "A page is walked that shows what became of a notice",
                    "name",
                    "Ana",
                    "email",
                    "ana@it.example",
                    "goodFaith",
                    true))
            .expect(201)
            .json();
    return "/notices/"
        + notice.path("number").asText()
        + "?accessKey="
        + notice.path("accessKey").asText();
  }

  private static String invitation() {
    String email = fresh();
    Shop.asOwnerOf(SitePages.STALL)
        .post(
            "/api/v1/vendor/people/invitations",
            Map.of("email", email, "role", "orders", "language", "fr"))
        .expect(201);
    return linkIn(letterTo(email), "/invitations/");
  }

  private static String confirmation() {
    String email = fresh();
    Shop.asGuest()
        .post(
            "/api/v1/vendor-applications",
            Map.of(
                "kind",
                "private",
                "name",
                "Stand " + email,
                "person",
                "Ana",
                "email",
                email,
                "country",
                "FR",
                "language",
                "fr"))
        .expect(202);
    return linkIn(letterTo(email), "/sell/confirm");
  }

  private static String letter() {
    String email = fresh();
    Shop.asOwnerOf(SitePages.STALL)
        .post(
            "/api/v1/vendor/people/invitations",
            Map.of("email", email, "role", "orders", "language", "fr"))
        .expect(201);
    return letterTo(email).replaceFirst("^/fr", "");
  }

  /** The address of the newest letter to somebody; it takes a moment to be written. */
  private static String letterTo(String email) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Matcher letter = LETTER.matcher(Shop.asGuest().get("/fr/mail?to=" + email).body());
      if (letter.find()) {
        return letter.group(1);
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new AssertionError("no letter to " + email);
  }

  private static String linkIn(String letter, String path) {
    Matcher link =
        Pattern.compile("https?://[^/\"]+/fr(" + path + "[^\"]*)\"")
            .matcher(Shop.asGuest().get(letter).expect(200).body());
    if (!link.find()) {
      throw new AssertionError("no link to " + path + " in " + letter);
    }
    return link.group(1).replace("&amp;", "&");
  }

  private static String fresh() {
    return "it-" + UUID.randomUUID() + "@it.example";
  }

  private static String first(String path, String field) {
    return found(Shop.asBuyer(), path, field);
  }

  private static String mine(String path, String field) {
    return found(Shop.asOwnerOf(SitePages.STALL), path, field);
  }

  private static String run(String path) {
    return found(Shop.asOperator(), path, "id");
  }

  private static String found(Shop who, String path, String field) {
    return who.get(path).expect(200).json().path("items").path(0).path(field).asText();
  }

  private static String step() {
    return Shop.asOwnerOf(SitePages.STALL)
        .get("/api/v1/vendor/checklist")
        .expect(200)
        .json()
        .path("steps")
        .path(0)
        .path("requirementId")
        .asText();
  }

  private static String imported() {
    return Shop.asOwnerOf(SitePages.STALL)
        .raw(
            "POST",
            "/api/v1/vendor/imports?format=halles&dryRun=true",
            "text/csv",
            "sku,title,price\nIT-PAGE,Thing,5\n")
        .expect(202)
        .json()
        .path("id")
        .asText();
  }

  private static String draft() {
    return Shop.asOwnerOf(SitePages.STALL)
        .post(
            "/api/v1/vendor/listing-drafts",
            Map.of(
                "content",
                Map.of(
                    "kind",
                    "goods",
                    "title",
                    Map.of("fr", "Brouillon", "en", "Draft"),
                    "currency",
                    "EUR")))
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private static String webhook(Shop who, String whose) {
    return who.post(
            "/api/v1/" + whose + "/webhooks",
            Map.of(
                "url",
                "https://93.184.216.34/hook",
                "eventTypes",
                List.of("order.paid"),
                "active",
                false))
        .expect(201)
        .json()
        .at("/subscription/id")
        .asText();
  }

  private static String payoutRun() {
    return Shop.asFinance()
        .withNewKey()
        .post("/api/v1/operator/payout-runs", Map.of())
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private static String reconciliation() {
    return Shop.asFinance()
        .withNewKey()
        .post("/api/v1/operator/reconciliations?gateway=sandbox", Map.of())
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private static String simulation() {
    return Shop.asFinance()
        .post("/api/v1/operator/commission-simulations", Map.of("lastOrders", 5))
        .expect(202)
        .json()
        .path("id")
        .asText();
  }

  private static String moderationCase() {
    return "/operator/moderation/case?listing="
        + found(Shop.asOperator(), "/api/v1/operator/moderation", "id");
  }

  /** Of the first of a vendor's articles that have a file. */
  private static String download() {
    Shop guest = Shop.asGuest();
    Purchase purchase = Purchase.of(guest, 0);
    purchase.add(offerOf(guest, "lumiere-lente", "LLE-GUIDE"));
    JsonNode order = purchase.pay("approved").expect(201).json();
    String key = order.path("number").asText() + "&accessKey=" + order.path("accessKey").asText();
    String href =
        guest
            .get("/api/v1/downloads?order=" + key)
            .expect(200)
            .json()
            .path("items")
            .path(0)
            .path("href")
            .asText();
    return "/downloads/" + href.substring(href.lastIndexOf('/') + 1);
  }

  private static String offerOf(Shop guest, String vendor, String sku) {
    String path = "/api/v1/listings?vendor=" + vendor + "&limit=100";
    for (JsonNode listing : guest.get(path).expect(200).json().path("items")) {
      String page = "/api/v1/listings/" + listing.path("id").asText();
      for (JsonNode offer : guest.get(page).expect(200).json().path("offers")) {
        if (offer.path("sku").asText().equals(sku)) {
          return offer.path("id").asText();
        }
      }
    }
    throw new AssertionError(vendor + " does not sell " + sku);
  }
}
