package org.halles.it.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.it.Answer;
import org.halles.it.Shop;

/**
 * Two vendors who know nothing of each other. B has everything a vendor can have: a listing on
 * sale, an offer, an order of a guest, a parcel. Its ids fill the holes of paths and bodies.
 */
final class TwoStalls {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern HOLE = Pattern.compile("([a-z-]+)/\\{([a-zA-Z]+)}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-zA-Z]+)}");
  private static final AtomicInteger FRESH = new AtomicInteger();
  private static TwoStalls open;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final Shop operator = Shop.asOperator();

  /** Who becomes a vendor for a while is refused everything else of an operator. */
  private final Shop acting = Shop.anew("operator@halles.example");

  private final JsonNode bodies = read("bodies.json");
  private final Shop a;
  private final Shop b;

  private TwoStalls() {
    ids.put("category", first("/api/v1/categories").path("id").asText());
    vendor("it-c-" + run);
    ids.put("spareVendor", ids.get("vendor"));
    a = vendor("it-a-" + run);
    b = vendor("it-b-" + run);
    ids.put("slug", "it-b-" + run);
    b.put("/api/v1/vendor/shipping", bodies.path("PUT /api/v1/vendor/shipping")).expect(200);
    JsonNode place = bodies.path("POST /api/v1/vendor/stock-places");
    ids.put("place", made(b, "/api/v1/vendor/stock-places", place));
    sell();
    order();
    ids.put(
        "import",
        b.raw(
                "POST",
                "/api/v1/vendor/imports?format=halles&dryRun=true",
                "text/csv",
                "sku,title,price\nIT,Thing,5\n")
            .expect(202)
            .json()
            .path("id")
            .asText());
    ids.put("plugin", first("/api/v1/operator/plugins").path("id").asText());
    ids.put("rule", rule());
    ids.put("simulation", simulation());
    report();
    ids.put(
        "run",
        operator
            .withNewKey()
            .post("/api/v1/operator/payout-runs", Map.of())
            .expect(201)
            .json()
            .path("id")
            .asText());
    promise();
    ids.put("entry", first("/api/v1/operator/ledger/entries").path("id").asText());
  }

  /** B and the operator promise something for a day that never comes. */
  private void promise() {
    Map<String, Object> promotion =
        Map.of(
            "title",
            Map.of("fr", "Essai", "en", "Trial"),
            "basisPoints",
            500,
            "startsAt",
            "2099-01-01T00:00:00Z");
    ids.put("promotion", made(b, "/api/v1/vendor/promotions", promotion));
    ids.put("campaign", made(operator, "/api/v1/operator/promotions", promotion));
  }

  private static String made(Shop who, String path, Object body) {
    return who.post(path, body).expect(201).json().path("id").asText();
  }

  /** The two, opened when the first test asks for them. */
  static synchronized TwoStalls open() {
    if (open == null) {
      open = new TwoStalls();
    }
    return open;
  }

  /** The operator about B's things, as somebody who may call this. */
  Shop operatorFor(Operation operation) {
    if (!operation.path().endsWith("/view-as")) {
      return operator.with("X-Vendor", slugOfB());
    }
    acting.delete("/api/v1/operator/view-as").expect(204);
    return acting.with("X-Vendor", slugOfB());
  }

  Shop operator() {
    return operator;
  }

  /** Vendor A, by its key. */
  Shop a() {
    return a;
  }

  /** Vendor B, by its key. */
  Shop b() {
    return b;
  }

  String slugOfB() {
    return ids.get("slug");
  }

  /** The path with the ids of B's things in its holes. */
  String fill(String path) {
    String own =
        path.replace("/operator/promotions/{id}", "/operator/promotions/" + ids.get("campaign"));
    Matcher hole = HOLE.matcher(own);
    String filled =
        hole.replaceAll(match -> match.group(1) + "/" + id(match.group(1), match.group(2)));
    filled = filled.endsWith("/product-matches") ? filled + "?gtin=4006381333931" : filled;
    return filled.replace("{currency}", "EUR").replace("{year}", "2026");
  }

  private String id(String collection, String name) {
    return switch (collection) {
      case "listings" -> ids.get("listing");
      case "moderation" -> ids.get("submitted");
      case "offers" -> ids.get("offer");
      case "stock-places" -> ids.get("place");
      case "imports" -> ids.get("import");
      case "vendors" -> ids.get("spareVendor");
      case "orders" -> ids.get("vendorOrder");
      case "order-groups" -> ids.get("orderGroup");
      case "commission-rules" -> ids.get("rule");
      case "plugins" -> ids.get("plugin");
      case "webhooks" -> name.equals("gateway") ? "sandbox" : UUID.randomUUID().toString();
      case "gateways" -> "sandbox";
      case "accounts" -> "commission_income";
      case "notices" -> ids.get(name.equals("id") ? "notice" : "noticeNumber");
      case "statements" -> "2026-11";
      case "promotions" -> ids.get("promotion");
      case "dac7" -> "2026";
      case "categories" -> spareCategory();
      case "withdrawal-exclusions" -> name.equals("id") ? ids.get("listing") : spareCategory();
      case "listing-drafts" -> draft();
      case "attributes" -> "it-" + run;
      default -> {
        String known = ids.get(name);
        yield known == null ? UUID.randomUUID().toString() : known;
      }
    };
  }

  /** A good body for the operation, or null where it takes none. */
  JsonNode body(Operation operation) {
    JsonNode body = bodies.get(operation.key());
    if (body == null) {
      if (operation.takesBody()) {
        throw new AssertionError("bodies.json has no body for " + operation);
      }
      return null;
    }
    return filled(body);
  }

  private JsonNode filled(JsonNode body) {
    String fresh = run + FRESH.incrementAndGet();
    String text =
        PLACEHOLDER
            .matcher(body.toString())
            .replaceAll(match -> match.group(1).equals("fresh") ? fresh : ids.get(match.group(1)));
    try {
      return JSON.readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Shop vendor(String slug) {
    Map<String, String> wanted =
        Map.of(
            "name",
            slug,
            "slug",
            slug,
            "country",
            "FR",
            "kind",
            "professional",
            "ownerEmail",
            slug + "@it.example");
    JsonNode made = operator.post("/api/v1/operator/vendors", wanted).expect(201).json();
    ids.put("vendor", made.path("id").asText());
    return Shop.asGuest().withToken(made.path("apiKey").asText());
  }

  /** Somebody reports B's shop. */
  private void report() {
    JsonNode notice =
        Shop.asGuest()
            .post(
                "/api/v1/notices",
                Map.of(
                    "vendor",
                    ids.get("slug"),
                    "category",
                    "other",
                    "explanation",
                    "The isolation test looks at what becomes of a notice",
                    "name",
                    "Ana",
                    "email",
                    "ana@it.example",
                    "goodFaith",
                    true))
            .expect(201)
            .json();
    ids.put("noticeNumber", notice.path("number").asText());
    ids.put("notice", first("/api/v1/operator/notices").path("id").asText());
  }

  private void sell() {
    JsonNode listing =
        b.post("/api/v1/vendor/listings", filled(bodies.path("POST /api/v1/vendor/listings")))
            .expect(201)
            .json();
    String id = listing.path("id").asText();
    ids.put("submitted", submitted());
    operator
        .with("X-Vendor", slugOfB())
        .post("/api/v1/vendor/listings/" + id + "/submit", Map.of())
        .expect(200);
    JsonNode offer =
        Shop.asGuest().get("/api/v1/listings/" + id).expect(200).json().path("offers").path(0);
    ids.put("listing", id);
    ids.put("offer", offer.path("id").asText());
    ids.put("sku", offer.path("sku").asText());
  }

  /** A listing that waits for the operator's word. */
  private String submitted() {
    String id =
        b.post("/api/v1/vendor/listings", filled(bodies.path("POST /api/v1/vendor/listings")))
            .expect(201)
            .json()
            .path("id")
            .asText();
    b.post("/api/v1/vendor/listings/" + id + "/submit", Map.of()).expect(200);
    return id;
  }

  /** What B is typing at the moment; a new one once the last was handed in or thrown away. */
  private String draft() {
    String known = ids.get("draft");
    boolean there =
        known != null && b.get("/api/v1/vendor/listing-drafts/" + known).status() == 200;
    if (!there) {
      ids.put(
          "draft",
          b.post("/api/v1/vendor/listing-drafts", bodies.path("POST /api/v1/vendor/listing-drafts"))
              .expect(201)
              .json()
              .path("id")
              .asText());
    }
    return ids.get("draft");
  }

  /** A category of nobody's, that may be changed and filled. */
  private String spareCategory() {
    return ids.computeIfAbsent(
        "spareCategory",
        none ->
            operator
                .post(
                    "/api/v1/operator/categories",
                    Map.of("name", Map.of("fr", "It " + run, "en", "It " + run)))
                .expect(201)
                .json()
                .path("slug")
                .asText());
  }

  /** A commission rule for the spare vendor's sales, which nobody will miss. */
  private String rule() {
    Map<String, Object> rule =
        Map.of(
            "name",
            "It " + run,
            "kind",
            "standard.percentage",
            "configuration",
            Map.of("rate", "10 %"),
            "scope",
            Map.of("vendor", ids.get("spareVendor")));
    return operator
        .post("/api/v1/operator/commission-rules", rule)
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  /** One of the operator's simulations, whatever comes out of it. */
  private String simulation() {
    String path = "/api/v1/operator/commission-simulations";
    return operator.post(path, bodies.path("POST " + path)).expect(202).json().path("id").asText();
  }

  private void order() {
    Shop guest = Shop.asGuest();
    String cart = cart(guest);
    guest
        .put(
            "/api/v1/carts/" + cart + "/delivery", bodies.path("PUT /api/v1/carts/{cart}/delivery"))
        .expect(200);
    guest
        .put("/api/v1/carts/" + cart + "/purchase-order", Map.of("purchaseOrder", "BC-" + run))
        .expect(200);
    Map<String, Object> purchase =
        Map.of("cartId", cart, "payment", Map.of("gateway", "sandbox", "token", "approved"));
    JsonNode order = guest.withNewKey().post("/api/v1/checkouts", purchase).expect(201).json();
    ids.put("orderGroup", order.path("number").asText());
    ids.put("vendorOrder", order.path("vendorOrders").path(0).path("number").asText());
    ids.put("cart", cart(guest));
    ids.put("emptyCart", newCart(guest));
    JsonNode parcel =
        b.post(
                "/api/v1/vendor/orders/" + ids.get("vendorOrder") + "/shipments",
                bodies.path("POST /api/v1/vendor/orders/{number}/shipments"))
            .expect(201)
            .json();
    ids.put("shipment", parcel.path("id").asText());
    review(order);
  }

  /** The parcel arrives, and its buyer says how it is. */
  private void review(JsonNode order) {
    String number = ids.get("vendorOrder");
    b.post(
            "/api/v1/vendor/orders/" + number + "/shipments/" + ids.get("shipment") + "/delivered",
            Map.of())
        .expect(200);
    String line = order.at("/vendorOrders/0/lines/0/id").asText();
    JsonNode review =
        Shop.asGuest()
            .put(
                "/api/v1/order-groups/"
                    + ids.get("orderGroup")
                    + "/reviews/"
                    + line
                    + "?accessKey="
                    + order.path("accessKey").asText(),
                Map.of("stars", 4, "text", "Well made"))
            .expect(200)
            .json();
    ids.put("review", review.path("id").asText());
  }

  private String cart(Shop guest) {
    String cart = newCart(guest);
    Answer filled =
        guest.post(
            "/api/v1/carts/" + cart + "/lines", Map.of("offerId", ids.get("offer"), "quantity", 1));
    ids.put(
        "line",
        filled
            .expect(200)
            .json()
            .path("vendors")
            .path(0)
            .path("lines")
            .path(0)
            .path("id")
            .asText());
    return cart;
  }

  private static String newCart(Shop guest) {
    return guest
        .post("/api/v1/carts", Map.of("currency", "EUR"))
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private JsonNode first(String path) {
    return operator.get(path).expect(200).json().path("items").path(0);
  }

  private static JsonNode read(String resource) {
    try (InputStream file = TwoStalls.class.getResourceAsStream(resource)) {
      return JSON.readTree(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
