package org.halles.marketplace.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Finds what others sell already by the number on it, so that a vendor joins the product's page
 * instead of making a second one. One statement.
 */
@ApplicationScoped
public class ProductMatching {

  private static final TypeReference<List<ImageView>> IMAGES = new TypeReference<>() {};

  /**
   * The listing that describes it best sells it new and is on sale, the longest standing of them.
   * Where all sell it used, their words and pictures are of their very pieces: what it is called,
   * where it stands and the facts of the dictionary are all that others may say of theirs.
   */
  private static final String MATCH =
      """
      select p.id, t.gtin, t.options, best.title, best.category_id,
             case when best.used then '{}' else best.description end as description,
             case when best.used
                  then (select coalesce(jsonb_object_agg(said.key, said.value), '{}')
                          from jsonb_each(best.attributes) said
                         where exists (select 1 from attribute a where a.code = said.key))
                  else best.attributes end as attributes,
             case when best.used then '[]' else best.images end as images, s.vendors, s.price_minor, s.currency
        from variant t join product p on p.id = t.product_id
        cross join lateral (
          select l.title, l.description, l.category_id, l.attributes,
                 (select coalesce(jsonb_agg(jsonb_build_object('media', i.media_id, 'alt', i.alt)
                           order by i.position), '[]')
                    from listing_image i where i.listing_id = l.id) as images,
                 exists (select 1 from offer o where o.listing_id = l.id and o.active
                            and o.condition <> 'NEW') as used
            from listing l where l.product_id = p.id and l.live_at is not null
           order by used, l.status = 'LIVE' desc, l.live_at limit 1) best
        cross join lateral (
          select count(distinct o.vendor_id) as vendors, min(o.price_minor) as price_minor,
                 min(o.currency) as currency
            from offer o join listing l on l.id = o.listing_id join vendor v on v.id = o.vendor_id
           where o.variant_id = t.id and o.active and l.status = 'LIVE' and not l.companies_only
             and v.status = 'APPROVED') s
       where t.gtin = ?
      """;

  private Database database;

  protected ProductMatching() {}

  @Inject
  public ProductMatching(Database database) {
    this.database = database;
  }

  /**
   * The article with this number; empty if nobody has ever sold it here.
   *
   * @param scope whoever asks must sell here
   * @param gtin EAN, UPC, ISBN or GTIN, with spaces or hyphens
   * @throws org.halles.marketplace.shared.InvalidInput if it is no such number, with the reason
   */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public Optional<ProductMatch> find(VendorScope scope, String gtin) {
    Checklist checklist = new Checklist();
    String written = checklist.text("gtin", gtin, 40);
    String fault = written.isEmpty() ? null : Gtin.fault(written);
    if (fault != null) {
      checklist.reject("gtin", fault, gtin);
    }
    checklist.done();
    return Gtin.parse(written)
        .flatMap(number -> database.find(MATCH, ProductMatching::read, number.digits()));
  }

  private static ProductMatch read(Row row) throws SQLException {
    return new ProductMatch(
        row.uuid("id"),
        row.text("gtin"),
        row.json("title", Texts.class),
        row.json("description", Texts.class),
        row.uuid("category_id"),
        row.words("options"),
        row.words("attributes"),
        row.json("images", IMAGES),
        row.integer("vendors"),
        row.wholeOrNull("price_minor") == null ? null : row.money("price_minor"));
  }
}
