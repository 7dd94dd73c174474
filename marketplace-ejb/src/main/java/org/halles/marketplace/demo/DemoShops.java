package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.catalog.Cataloguing;
import org.halles.marketplace.catalog.CompanySelling;
import org.halles.marketplace.download.SoldFiles;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shipping.ShippingSettings;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.NewVendor;
import org.halles.marketplace.vendor.Onboarding;
import org.halles.marketplace.vendor.StorefrontEditing;
import org.halles.marketplace.vendor.StorefrontInput;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.VendorScope;

/** Opens the demo's shops and puts the goods out, a shop in each transaction. */
@ApplicationScoped
@Transactional
public class DemoShops {

  /** Stalls that chose another theme than the usual one. */
  private static final Map<String, String> THEMES =
      Map.of("atelier-boreal", "boreal", "papier-mimosa", "gallery");

  private Onboarding onboarding;
  private Memberships memberships;
  private StorefrontEditing storefronts;
  private ShippingSettings shipping;
  private Cataloguing cataloguing;
  private CompanySelling companies;
  private DemoPictures pictures;
  private DemoProgress progress;
  private DemoClock clock;
  private Database database;
  private SoldFiles files;

  protected DemoShops() {}

  @Inject
  DemoShops(
      Onboarding onboarding,
      Memberships memberships,
      StorefrontEditing storefronts,
      ShippingSettings shipping,
      Cataloguing cataloguing,
      CompanySelling companies,
      DemoPictures pictures,
      DemoProgress progress,
      DemoClock clock,
      Database database,
      SoldFiles files) {
    this.onboarding = onboarding;
    this.memberships = memberships;
    this.storefronts = storefronts;
    this.shipping = shipping;
    this.cataloguing = cataloguing;
    this.companies = companies;
    this.pictures = pictures;
    this.progress = progress;
    this.clock = clock;
    this.database = database;
    this.files = files;
  }

  /** The whole shop, with its listings live; remembered in the same transaction. */
  @Allowed(Role.SYSTEM)
  public DemoProgress.State open(
      DemoVendor vendor, Instant arrival, String currency, DemoProgress.State state) {
    if (!vendor.plugin()) {
      clock.live(arrival, Caller.SYSTEM, () -> onboarding.create(application(vendor)));
    }
    VendorScope scope = memberships.scopeOf(vendor.slug());
    ShopGoods goods = new ShopGoods(currency);
    clock.live(
        arrival,
        Caller.SYSTEM,
        () -> {
          decorate(vendor, scope);
          shipping.replace(scope, goods.shipping(vendor));
        });
    for (int index = 0; index < vendor.listings().size(); index++) {
      DemoVendor.Listing listing = vendor.listings().get(index);
      clock.live(
          vendor.liveSince(index, state.now()),
          Caller.SYSTEM,
          () -> {
            handInFiles(scope, listing);
            UUID id = cataloguing.create(scope, goods.listing(listing, pictures)).id();
            cataloguing.submit(scope, id);
            sellToCompanies(scope, listing, goods);
          });
    }
    return progress.remember(state.withVendor(vendor.slug()));
  }

  private void sellToCompanies(VendorScope scope, DemoVendor.Listing listing, ShopGoods goods) {
    for (DemoVendor.Variant variant : listing.variants()) {
      if (variant.company() != null) {
        UUID offer =
            database
                .find(
                    "select id from offer where vendor_id = ? and sku = ?",
                    row -> row.uuid("id"),
                    scope.vendorId(),
                    variant.sku())
                .orElseThrow();
        companies.price(scope, offer, goods.terms(variant.company()));
      }
    }
  }

  /** A vendor that came as a jar keeps the words of its jar. */
  private void decorate(DemoVendor vendor, VendorScope scope) {
    StorefrontView now = storefronts.view(scope);
    storefronts.edit(
        scope,
        null,
        new StorefrontInput(
            now.name(),
            null,
            vendor.plugin() ? now.tagline() : vendor.tagline(),
            vendor.plugin() ? now.story() : vendor.story(),
            vendor.policies(),
            vendor.trader(),
            vendor.plugin() ? now.accent() : vendor.accent(),
            null,
            THEMES.get(vendor.slug()),
            pictures.hang(vendor.mark()),
            pictures.hang(vendor.banner()),
            null));
  }

  private static NewVendor application(DemoVendor vendor) {
    return new NewVendor(
        vendor.name(), vendor.slug(), vendor.country(), vendor.kind(), vendor.ownerEmail());
  }

  /** What buyers of a download get is there before it goes on sale. */
  private void handInFiles(VendorScope scope, DemoVendor.Listing listing) {
    listing.variants().stream()
        .filter(variant -> variant.download() != null)
        .forEach(variant -> handIn(scope, variant));
  }

  private void handIn(VendorScope scope, DemoVendor.Variant variant) {
    DemoVendor.Download download = variant.download();
    files.put(scope, variant.sku(), download.file(), DemoContent.file(download.file()));
    files.limit(scope, variant.sku(), download.most(), download.days());
  }

  /** The right to act for each of these vendors, by slug. */
  @Allowed(Role.SYSTEM)
  public Map<String, VendorScope> scopes(List<DemoVendor> vendors) {
    return vendors.stream()
        .map(vendor -> memberships.scopeOf(vendor.slug()))
        .collect(Collectors.toMap(VendorScope::slug, scope -> scope));
  }

  /** The ids of these vendors' offers by their SKU. */
  @Allowed(Role.SYSTEM)
  public Map<String, UUID> offers(List<DemoVendor> vendors) {
    record Found(String sku, UUID id) {}
    Row.Reader<Found> reader = row -> new Found(row.text("sku"), row.uuid("id"));
    return database
        .list(
            """
            select o.sku, o.id from offer o join vendor v on v.id = o.vendor_id
            where v.slug = any (?)
            """,
            reader,
            (Object) vendors.stream().map(DemoVendor::slug).toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Found::sku, Found::id));
  }
}
