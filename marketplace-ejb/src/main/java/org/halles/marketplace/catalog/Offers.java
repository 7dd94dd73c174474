package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;

/** The terms that carts and quotes rest on; one statement however many offers. */
@ApplicationScoped
public class Offers {

  private static final String TERMS =
      """
      select o.id, o.version, o.sku, o.options, o.price_minor, o.currency, o.lead_time_days,
             o.weight_grams, o.shipping_fee_minor, st.quantity as stock,
             o.active and l.status = 'LIVE' and sells(v) as on_sale,
             l.id as listing_id, l.slug, l.kind, l.title, l.image_media, l.attributes,
             v.id as vendor_id, v.slug as vendor_slug, v.name as vendor_name, v.country,
             v.kind = 'PROFESSIONAL' as professional, c.path, c.tax_class
        from offer o
        join listing l on l.id = o.listing_id
        join vendor v on v.id = o.vendor_id
        join category c on c.id = l.category_id
        left join stock st on st.offer_id = o.id
       where o.id = any (?)
      """;

  private Database database;

  protected Offers() {}

  @Inject
  public Offers(Database database) {
    this.database = database;
  }

  /**
   * The offers with these ids. Unknown ids are absent; an offer that may not be sold now is there
   * with {@code onSale} false.
   */
  @Allowed(Role.ANYONE)
  public Map<UUID, OfferForSale> find(Collection<UUID> offerIds) {
    Map<UUID, OfferForSale> found = new LinkedHashMap<>();
    if (!offerIds.isEmpty()) {
      database
          .list(TERMS, Offers::read, (Object) offerIds.toArray(UUID[]::new))
          .forEach(offer -> found.put(offer.offerId(), offer));
    }
    return found;
  }

  private static OfferForSale read(Row row) throws SQLException {
    return new OfferForSale(
        row.uuid("id"),
        row.integer("version"),
        row.uuid("listing_id"),
        row.text("slug"),
        row.one("kind", ListingKind.class),
        new VendorCard(row.uuid("vendor_id"), row.text("vendor_slug"), row.text("vendor_name")),
        row.text("country"),
        row.flag("professional"),
        row.json("title", Texts.class),
        row.text("sku"),
        row.words("options"),
        row.text("image_media"),
        row.money("price_minor"),
        row.integerOrNull("stock"),
        row.flag("on_sale"),
        row.integer("lead_time_days"),
        row.integer("weight_grams"),
        row.wholeOrNull("shipping_fee_minor") == null ? null : row.money("shipping_fee_minor"),
        row.texts("path"),
        row.text("tax_class"),
        row.words("attributes"));
  }
}
