package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Puts what a vendor and a buyer agreed on up for sale, to this buyer and once: from there on it is
 * bought like anything else.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Agreements {

  private ListingStore listings;
  private Products products;
  private Stock stock;
  private Categories categories;
  private Access access;
  private Database database;
  private Clock clock;

  protected Agreements() {}

  @Inject
  public Agreements(
      ListingStore listings,
      Products products,
      Stock stock,
      Categories categories,
      Access access,
      Database database,
      Clock clock) {
    this.listings = listings;
    this.products = products;
    this.stock = stock;
    this.categories = categories;
    this.access = access;
    this.database = database;
    this.clock = clock;
  }

  /** True if this vendor may sell in this category. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  public boolean maySell(VendorScope scope, UUID categoryId) {
    CategoryTree tree = categories.tree();
    Checklist checklist = new Checklist();
    tree.find(categoryId)
        .ifPresent(category -> access.check(checklist, category, tree, scope.vendorId()));
    return checklist.isClean();
  }

  /**
   * For sale to this buyer from now on.
   *
   * @return the offer to be put into the cart
   */
  @Allowed(Role.SIGNED_IN)
  public UUID make(Agreement agreed) {
    Instant now = clock.instant();
    CheckedListing checked = checked(agreed);
    Listing listing = new Listing(agreed.vendorId(), now);
    listing.rewrite(checked, products.place(checked, now), now);
    listings.add(listing);
    UUID offer = listing.activeOffers().get(0).id();
    listing.reserve(agreed.buyerId());
    listings.flush();
    stock.set(Map.of(offer, 1));
    database.update(
        "update listing set image_media = ? where id = ?", agreed.image(), listing.id());
    return offer;
  }

  private CheckedListing checked(Agreement agreed) {
    CheckedVariant all =
        new CheckedVariant(
            agreed.number(),
            Map.of(),
            agreed.price(),
            1,
            Condition.NEW,
            agreed.deliveryDays(),
            0,
            null,
            agreed.shipping(),
            List.of(),
            null,
            null);
    return new CheckedListing(
        agreed.kind(),
        agreed.title(),
        Texts.NONE,
        categories.tree().find(agreed.categoryId()).orElseThrow(),
        Map.of(),
        List.of(all),
        List.of());
  }

  /** It was bought: never again, even if it comes back. */
  @Allowed(Role.SIGNED_IN)
  public void close(UUID offer) {
    database.update(
        """
        update listing l set status = 'ARCHIVED', updated_at = ? from offer o
         where o.id = ? and l.id = o.listing_id and l.status = 'PRIVATE'
        """,
        clock.instant(),
        offer);
  }

  /** What this person asked for is called nothing any more; the vendor's books keep the sale. */
  @Allowed(Role.SIGNED_IN)
  public void forget(UUID buyer) {
    Texts nothing = Texts.of("—");
    database.update(
        """
        with its as (
          update listing set title = ?::jsonb, slug = ? where reserved_for = ? returning product_id
        )
        update product p set title = ?::jsonb from its where p.id = its.product_id
        """,
        Json.write(nothing),
        Slug.of(nothing.in("fr")),
        buyer,
        Json.write(nothing));
  }

  /**
   * It is not for sale any more, unless it is being paid at this moment. Takes the unit away, so
   * that a checkout that has read the offer already finds nothing to take.
   *
   * @return false if it is being paid
   */
  @Allowed(Role.SIGNED_IN)
  public boolean end(UUID offer) {
    if (!stock.take(Map.of(offer, 1)).isEmpty()) {
      return false;
    }
    close(offer);
    return true;
  }
}
