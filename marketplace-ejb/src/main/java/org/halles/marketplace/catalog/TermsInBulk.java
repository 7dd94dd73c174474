package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/**
 * Prices and stock of many offers by a few statements, however many they are: for feeds that come
 * every few minutes. What a new price does to carts is the same as in {@link Terms}.
 */
@ApplicationScoped
@Transactional
public class TermsInBulk {

  /** What became of one offer. */
  public enum Result {
    CHANGED,
    UNCHANGED,
    UNKNOWN_SKU,
    OTHER_CURRENCY,
    /** The steps of the price are not below it. */
    STEPS_ABOVE_PRICE
  }

  /** An offer as it is. */
  private record Known(UUID id, UUID listingId, PriceLadder ladder, Integer stock) {

    Money price() {
      return ladder.base();
    }
  }

  private Database database;
  private Stock stock;

  protected TermsInBulk() {}

  @Inject
  public TermsInBulk(Database database, Stock stock) {
    this.database = database;
    this.stock = stock;
  }

  /** Sets what is given; each SKU at most once. What became of each, by SKU. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public Map<String, Result> set(VendorScope scope, List<SkuTerms> terms) {
    Map<String, Known> known = known(scope, terms);
    Map<String, Result> results = new HashMap<>();
    Map<UUID, PriceLadder> prices = new HashMap<>();
    Map<UUID, Integer> counts = new HashMap<>();
    Set<UUID> listings = new HashSet<>();
    for (SkuTerms one : terms) {
      Known offer = known.get(one.sku());
      Result result = judge(one, offer);
      results.put(one.sku(), result);
      if (result == Result.CHANGED) {
        if (!wanted(one, offer).equals(offer.ladder())) {
          prices.put(offer.id(), wanted(one, offer));
          listings.add(offer.listingId());
        }
        if (one.stock() != null && !one.stock().equals(offer.stock())) {
          counts.put(offer.id(), one.stock());
        }
      }
    }
    reprice(prices, listings);
    if (!counts.isEmpty()) {
      stock.set(counts);
    }
    return results;
  }

  private static Result judge(SkuTerms terms, Known offer) {
    if (offer == null) {
      return Result.UNKNOWN_SKU;
    }
    if (terms.price() != null && !terms.price().currency().equals(offer.price().currency())) {
      return Result.OTHER_CURRENCY;
    }
    PriceLadder wanted = wanted(terms, offer);
    if (!wanted.breaks().isEmpty()
        && wanted.breaks().get(0).price().minor() >= wanted.base().minor()) {
      return Result.STEPS_ABOVE_PRICE;
    }
    boolean same =
        wanted.equals(offer.ladder())
            && (terms.stock() == null || Objects.equals(terms.stock(), offer.stock()));
    return same ? Result.UNCHANGED : Result.CHANGED;
  }

  private static PriceLadder wanted(SkuTerms terms, Known offer) {
    return new PriceLadder(
        terms.price() == null ? offer.price() : terms.price(),
        terms.breaks() == null ? offer.ladder().breaks() : terms.breaks());
  }

  /** Locked in the order of their ids, so that two feeds never wait for each other in a circle. */
  private Map<String, Known> known(VendorScope scope, List<SkuTerms> terms) {
    Map<String, Known> known = new HashMap<>();
    database.list(
        """
        select o.id, o.listing_id, o.sku, o.price_minor, o.price_breaks::text as breaks,
               o.currency, s.quantity
          from offer o left join stock s on s.offer_id = o.id
         where o.vendor_id = ? and o.sku = any(?) and o.active
         order by o.id for no key update of o
        """,
        row ->
            known.put(
                row.text("sku"),
                new Known(
                    row.uuid("id"),
                    row.uuid("listing_id"),
                    PriceLadder.of(row.money("price_minor"), row.text("breaks")),
                    row.integerOrNull("quantity"))),
        scope.vendorId(),
        terms.stream().map(SkuTerms::sku).toArray(String[]::new));
    return known;
  }

  private void reprice(Map<UUID, PriceLadder> prices, Set<UUID> listings) {
    if (prices.isEmpty()) {
      return;
    }
    UUID[] ids = prices.keySet().toArray(UUID[]::new);
    database.update(
        """
        update offer o set price_minor = given.price, price_breaks = given.breaks::jsonb,
                           version = o.version + 1
          from unnest(?::uuid[], ?::bigint[], ?::text[]) as given (id, price, breaks)
         where o.id = given.id
        """,
        ids,
        prices.values().stream().map(ladder -> ladder.base().minor()).toArray(Long[]::new),
        prices.values().stream().map(TermsInBulk::steps).toArray(String[]::new));
    database.update(
        """
        update listing l set (price_from_minor, price_to_minor) =
          (select min(o.price_minor), max(o.price_minor) from offer o
            where o.listing_id = l.id and o.active)
         where l.id = any(?)
        """,
        (Object) listings.toArray(UUID[]::new));
  }

  private static String steps(PriceLadder ladder) {
    return ladder.breaks().isEmpty() ? null : Json.write(PriceLadder.stored(ladder.breaks()));
  }
}
