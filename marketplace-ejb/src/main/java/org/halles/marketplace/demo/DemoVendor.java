package org.halles.marketplace.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Trader;

/**
 * A stall of the demo and everything on it. Amounts are minor units of the market's currency.
 *
 * @param plugin true if it registers itself from a jar, storefront texts included
 * @param kind {@code PROFESSIONAL} or {@code PRIVATE}
 * @param owner the person behind it
 * @param trader who answers by law; null for a private person
 * @param mark file name of its sign
 * @param banner file name of the picture across its storefront
 */
record DemoVendor(
    String slug,
    String name,
    boolean plugin,
    String country,
    String city,
    String kind,
    String owner,
    String accent,
    Texts tagline,
    Texts story,
    Map<String, Texts> policies,
    Trader trader,
    String mark,
    String banner,
    List<Shipping> shipping,
    List<Listing> listings) {

  private static final int NEWS = 2;
  private static final Duration SOME_WEEKS = Duration.ofDays(20);

  String ownerEmail() {
    return "owner@" + slug + ".example";
  }

  boolean isPrivate() {
    return kind.equals("PRIVATE");
  }

  boolean shipsTo(String destination) {
    return shipping.stream().anyMatch(method -> method.countries().contains(destination));
  }

  /** The last listings of a shop are this week's news; the others were there before the past. */
  Instant liveSince(int listing, Instant now) {
    if (listings.get(listing).late()) {
      return now.minus(SOME_WEEKS);
    }
    int fromTheEnd = usual() - listing;
    return fromTheEnd <= NEWS
        ? now.minus(Duration.ofHours(20L + 41L * fromTheEnd + Math.floorMod(slug.hashCode(), 60)))
        : now.minus(Duration.ofDays(75)).plus(Duration.ofHours(36L * listing));
  }

  /** Listings that were on sale when the demo's past began. */
  Stream<Listing> oldListings() {
    return listings.stream().limit(Math.max(0, usual() - NEWS));
  }

  /** How many listings the past knows; what is marked as late follows them. */
  private int usual() {
    return (int) listings.stream().filter(listing -> !listing.late()).count();
  }

  record Shipping(
      Texts label,
      String mode,
      long price,
      Long freeFrom,
      int minDays,
      int maxDays,
      List<String> countries) {}

  /**
   * @param key the name of its picture files
   * @param attributes text, or text by language
   * @param late true if it came after the past and nobody bought it yet
   */
  record Listing(
      String key,
      String category,
      String kind,
      Texts title,
      Texts description,
      Map<String, JsonNode> attributes,
      boolean late,
      List<Picture> pictures,
      List<Variant> variants) {

    boolean isShipped() {
      return kind.equals("goods");
    }

    /** False for what somebody looks for. */
    boolean isForSale() {
      return !kind.equals("request");
    }

    /** A download never runs out. */
    boolean isCounted() {
      return !kind.equals("digital");
    }
  }

  record Picture(String file, Texts alt) {}

  record Variant(
      String sku,
      long price,
      Integer stock,
      Integer weightGrams,
      Integer leadTimeDays,
      Long shippingFee,
      String condition,
      Map<String, JsonNode> options,
      Map<Integer, Long> priceBreaks,
      String gtin,
      CompanyTerms company,
      Download download) {}

  /** What companies pay, and how many they buy at once. */
  record CompanyTerms(
      Long price, Map<Integer, Long> priceBreaks, Integer least, Integer packSize) {}

  /**
   * @param file name of the file that buyers get
   * @param most how often they may download it
   */
  record Download(String file, int most, int days) {}

  /** Words as a vendor types them: the dictionary of attributes knows them in both languages. */
  static Map<String, String> inFrench(Map<String, JsonNode> words) {
    Map<String, String> plain = new LinkedHashMap<>();
    if (words != null) {
      words.forEach(
          (name, value) ->
              plain.put(name, value.isTextual() ? value.asText() : value.path("fr").asText()));
    }
    return plain;
  }
}
