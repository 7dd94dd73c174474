package org.halles.marketplace.catalog;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.attribute.SampleAttributes;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.RealDatabase;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.SampleVendors;
import org.halles.marketplace.vendor.SellingRight;
import org.halles.marketplace.vendor.Trust;
import org.halles.marketplace.vendor.VendorScope;

/** A catalogue on a real database, wired as on the server, and the words to fill it. */
public final class SampleShop {

  private static final AtomicInteger COUNT = new AtomicInteger();

  public final RealDatabase real = RealDatabase.get();
  public final Categories categories;
  public final Attributes attributes;
  final CategoryEditing categoryEditing;
  final Drafts drafts;
  public final Listings listings;
  public final Offers offers;
  final Stock stock;
  public final Reviewing reviewing;

  /** What was handed in and what left the queue, in the order it was told. */
  final Told<ListingHandedIn> handedIn = new Told<>();

  final Told<ListingLeftReview> left = new Told<>();
  public final Cataloguing cataloguing;
  public final Assortment assortment;
  public final TermsInBulk termsInBulk;
  final Terms terms;
  public final StockPlaces stockPlaces;

  public SampleShop() {
    Database database = real.database();
    categories = new Categories(database, real.afterCommit(), Clock.tickMillis(ZoneOffset.UTC));
    listings = new Listings(database, categories, Clock.tickMillis(ZoneOffset.UTC));
    offers = new Offers(database);
    stock = new Stock(database);
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    Changes changes = new Changes(real.entities());
    ListingStore store = new ListingStore(real.entities(), database, changes);
    ListingSummary summary = new ListingSummary(database);
    attributes = SampleAttributes.on(real, summary::on);
    categoryEditing =
        new CategoryEditing(
            categories,
            new CategoryStore(database),
            summary,
            new Audit(database, new CurrentCaller(), Clock.systemUTC()));
    ListingIntake intake =
        new ListingIntake(
            categories, attributes, new Access(database), store, new StockPlaceRows(database));
    ListingWriter writer = new ListingWriter(store, new Products(database), stock, summary, clock);
    Editing editing = new Editing(store, writer, changes, handedIn, left, clock);
    FilesBehind files = new FilesBehind(database);
    cataloguing =
        new Cataloguing(
            store,
            intake,
            files,
            writer,
            editing,
            new Trust(new CurrentCaller(), database),
            new SellingRight(database),
            clock);
    OnHand onHand = new OnHand(database);
    assortment = new Assortment(store, intake, files, categories, cataloguing, onHand);
    termsInBulk = new TermsInBulk(database, stock);
    reviewing =
        new Reviewing(
            store, new ChangeDecisions(store, intake, files, writer, editing, clock), files, clock);
    drafts = new Drafts(new DraftStore(database), cataloguing, intake, files, onHand, clock);
    terms = new Terms(store, stock, summary);
    stockPlaces =
        new StockPlaces(
            new StockPlaceRows(database),
            stock,
            new Audit(database, new CurrentCaller(), Clock.systemUTC()));
  }

  /** A category with a slug of its own. */
  public CategoryView category(String slug, String parent, String french, String english) {
    return real.inTransaction(
        () -> categories.define(slug, parent, Texts.of(french, english), "standard", 0));
  }

  /** An approved vendor with a slug of its own. */
  public VendorScope vendor(String name) {
    return SampleVendors.approved(real, "vendor-" + COUNT.incrementAndGet(), name);
  }

  /** An approved vendor whose listings go live without review. */
  public VendorScope trustedVendor(String name) {
    VendorScope scope = vendor(name);
    SampleVendors.trust(real, scope.vendorId());
    return scope;
  }

  /** A SKU nobody has used. */
  public static String sku() {
    return "SKU-" + COUNT.incrementAndGet();
  }

  public static VariantInput variant(String sku, long cents, Integer stock) {
    return variant(sku, cents, stock, null);
  }

  public static VariantInput variant(String sku, long cents, Integer stock, String gtin) {
    return new VariantInput(
        sku, Map.of(), new PriceInput(cents, "EUR"), stock, "new", 1, 500, gtin, null);
  }

  public static ListingInput goods(
      String category, String french, String english, VariantInput... variants) {
    return new ListingInput(
        "goods", Texts.of(french, english), null, category, Map.of(), List.of(variants), List.of());
  }

  /** A listing on sale. */
  public VendorListing live(VendorScope trusted, ListingInput input) {
    UUID id = real.inTransaction(() -> cataloguing.create(trusted, input)).id();
    return real.inTransaction(() -> cataloguing.submit(trusted, id));
  }
}
