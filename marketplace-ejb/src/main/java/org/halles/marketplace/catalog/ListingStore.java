package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** All listings, as those who write them need them. */
@ApplicationScoped
class ListingStore {

  private EntityManager entities;
  private Database database;
  private Changes changes;

  protected ListingStore() {}

  @Inject
  ListingStore(EntityManager entities, Database database, Changes changes) {
    this.entities = entities;
    this.database = database;
    this.changes = changes;
  }

  void add(Listing listing) {
    entities.persist(listing);
  }

  /** Writes what was changed now, so that summaries see it and answers carry its version. */
  void flush() {
    entities.flush();
  }

  Listing get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("listing", id));
  }

  /** One at a time decides about it or edits it. */
  Listing locked(UUID id) {
    database.find("select 1 from listing where id = ? for update", row -> 1, id);
    return get(id);
  }

  /** The same for a vendor's own listing. */
  Listing locked(UUID vendorId, UUID id) {
    database.find(
        "select 1 from listing where id = ? and vendor_id = ? for update", row -> 1, id, vendorId);
    return get(vendorId, id);
  }

  /** A vendor's own listing; another's is not there. */
  Listing get(UUID vendorId, UUID id) {
    return find(id)
        .filter(listing -> listing.vendorId().equals(vendorId) && !listing.isAgreed())
        .orElseThrow(() -> new NotFound("listing", id));
  }

  private Optional<Listing> find(UUID id) {
    return entities
        .createQuery(
            "select l from Listing l left join fetch l.offers where l.id = :id", Listing.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** A vendor's own offer that is for sale, with its terms locked against two edits at once. */
  Offer offer(UUID vendorId, UUID id) {
    return entities
        .createQuery(
            "select o from Offer o where o.id = :id and o.vendorId = :vendor and o.active",
            Offer.class)
        .setParameter("id", id)
        .setParameter("vendor", vendorId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("offer", id));
  }

  UUID listingOf(Offer offer) {
    return database
        .find(
            "select listing_id from offer where id = ?", row -> row.uuid("listing_id"), offer.id())
        .orElseThrow();
  }

  /**
   * Units on hand.
   *
   * @param places how many lie where, by code; null where there is one place only
   */
  record OnHand(Integer units, Map<String, Integer> places) {

    static final OnHand UNCOUNTED = new OnHand(null, null);
  }

  /** Units on hand by offer; offers that are not counted are absent. */
  Map<UUID, OnHand> stock(Collection<UUID> offers) {
    Map<UUID, OnHand> stock = new HashMap<>();
    database.list(
        "select o.id, o.quantity, "
            + StockPlaceRows.PLACES_OF_O
            + " as places from (select offer_id as id, quantity from stock) o where o.id = any(?)",
        row ->
            stock.put(
                row.uuid("id"),
                new OnHand(row.integer("quantity"), StockPlaceRows.units(row, "places"))),
        (Object) offers.toArray(UUID[]::new));
    return stock;
  }

  /** The listings of the same vendor that use one of these SKUs, by SKU. */
  Map<String, UUID> usersOf(Collection<String> skus, UUID vendorId, UUID exceptListing) {
    Map<String, UUID> users = new HashMap<>();
    database.list(
        """
        select sku, listing_id from offer
         where vendor_id = ? and sku = any(?) and listing_id is distinct from ?::uuid
        """,
        row -> users.put(row.text("sku"), row.uuid("listing_id")),
        vendorId,
        skus.toArray(String[]::new),
        exceptListing);
    return users;
  }

  /** Those of these media ids that are stored. */
  List<String> knownMedia(Collection<String> ids) {
    return database.list(
        "select id from media where id = any(?)",
        row -> row.text("id"),
        (Object) ids.toArray(String[]::new));
  }

  /** A vendor's listings, newest first. */
  Page<Listing> ofVendor(UUID vendorId, ListingStatus status, Paging paging) {
    UUID after = paging.keys(1).map(keys -> keys.uuid(0)).orElse(null);
    List<UUID> ids =
        database.list(
            """
            select id from listing
             where vendor_id = ? and reserved_for is null and (?::text is null or status = ?)
               and (?::uuid is null or id < ?::uuid)
             order by id desc limit ?
            """,
            ListingStore::id,
            vendorId,
            status,
            status,
            after,
            after,
            paging.limit() + 1);
    return load(Page.of(ids, paging.limit(), Paging::cursor));
  }

  /** The same in another order. */
  Page<Listing> ofVendor(UUID vendorId, ListingStatus status, ListingSort sort, Paging paging) {
    List<Object> parameters = new ArrayList<>(Arrays.asList(vendorId, status, status));
    String sql =
        "select "
            + ListingSort.COLUMNS
            + " from listing where vendor_id = ? and reserved_for is null"
            + " and (?::text is null or status = ?)"
            + sort.ordering().after(paging, parameters)
            + sort.ordering().orderBy();
    parameters.add(paging.limit() + 1);
    List<ListingSort.Key> keys = database.list(sql, ListingSort.Key::of, parameters.toArray());
    return load(sort.ordering().page(keys, paging).map(ListingSort.Key::id));
  }

  private static UUID id(Row row) throws SQLException {
    return row.uuid("id");
  }

  VendorListing view(Listing listing) {
    return views(new Page<>(List.of(listing), null)).items().get(0);
  }

  /** These, in no order; those that are not there are left out. */
  List<VendorListing> all(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : views(load(new Page<>(ids, null))).items();
  }

  /** What their vendor reads of them, with what is on hand. */
  Page<VendorListing> views(Page<Listing> page) {
    List<UUID> offers =
        page.items().stream()
            .flatMap(listing -> listing.activeOffers().stream())
            .map(Offer::id)
            .toList();
    Map<UUID, OnHand> stock = stock(offers);
    Map<UUID, ChangeView> told = changes.told(page.items().stream().map(Listing::id).toList());
    return page.map(listing -> listing.view(stock, told.get(listing.id())));
  }

  /** These, in this order. */
  Page<Listing> load(Page<UUID> ids) {
    Map<UUID, Listing> byId = new HashMap<>();
    entities
        .createQuery(
            "select l from Listing l left join fetch l.offers where l.id in :ids", Listing.class)
        .setParameter("ids", ids.items())
        .getResultList()
        .forEach(listing -> byId.put(listing.id(), listing));
    return ids.map(byId::get);
  }
}
