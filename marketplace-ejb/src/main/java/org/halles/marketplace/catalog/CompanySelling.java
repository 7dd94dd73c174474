package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/** A vendor sells to companies at prices of their own, or to nobody else. */
@ApplicationScoped
@Transactional
public class CompanySelling {

  private static final String TERMS =
      """
      select o.id, o.listing_id, o.sku, o.price_minor, o.currency, o.company_price_minor,
             o.company_breaks::text as company_breaks, o.company_least, o.company_pack,
             l.title, l.companies_only
        from offer o join listing l on l.id = o.listing_id
       where o.vendor_id = ? and o.active and l.status <> 'ARCHIVED'
      """;

  /** As many as a cart holds of one thing. */
  private static final int MOST_UNITS = 9_999;

  private Database database;
  private Audit audit;

  protected CompanySelling() {}

  @Inject
  public CompanySelling(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** The vendor's offers, newest first, with what companies pay. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public Page<CompanyTerms> list(VendorScope scope, Paging paging) {
    UUID after = paging.keys(1).map(keys -> keys.uuid(0)).orElse(new UUID(-1, -1));
    List<CompanyTerms> rows =
        database.list(
            TERMS + " and o.id < ? order by o.id desc limit ?",
            CompanySelling::read,
            scope.vendorId(),
            after,
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.offerId()));
  }

  /** Those of the vendor's offers that have one of these numbers. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public List<CompanyTerms> find(VendorScope scope, Collection<String> skus) {
    return database.list(
        TERMS + " and o.sku = any(?)",
        CompanySelling::read,
        scope.vendorId(),
        skus.toArray(String[]::new));
  }

  /**
   * One of them.
   *
   * @throws NotFound also if it is another vendor's
   */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public CompanyTerms get(VendorScope scope, UUID offerId) {
    return database
        .find(TERMS + " and o.id = ?", CompanySelling::read, scope.vendorId(), offerId)
        .orElseThrow(() -> new NotFound("offer", offerId));
  }

  /**
   * What companies pay from now on; carts that were priced before are shown again.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public CompanyTerms price(VendorScope scope, UUID offerId, CompanyTermsInput asked) {
    CompanyTerms before = get(scope, offerId);
    PriceLadder ladder = checked(before, asked);
    int changed =
        database.update(
            """
            update offer set company_price_minor = ?, company_breaks = ?::jsonb, company_least = ?,
                             company_pack = ?, version = version + 1
             where id = ? and vendor_id = ? and currency = ?
            """,
            ladder == null ? null : ladder.base().minor(),
            ladder == null || ladder.breaks().isEmpty()
                ? null
                : Json.write(PriceLadder.stored(ladder.breaks())),
            aboveOne(asked.least()),
            aboveOne(asked.packSize()),
            offerId,
            scope.vendorId(),
            before.publicPrice().currency().value());
    if (changed
        == 0) { // the offer took another currency meanwhile: prices would mean other amounts
      return price(scope, offerId, asked);
    }
    CompanyTerms after = get(scope, offerId);
    audit.record(
        "price-for-companies",
        Subject.of("offer", offerId, scope.vendorId()),
        terms(before),
        terms(after));
    return after;
  }

  /**
   * Prices an offer and says whom its listing is for, both or nothing.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public void sell(
      VendorScope scope, UUID offerId, CompanyTermsInput asked, boolean companiesOnly) {
    CompanyTerms priced = price(scope, offerId, asked);
    reserve(scope, priced.listingId(), companiesOnly);
  }

  private static Integer aboveOne(Integer number) {
    return number == null || number == 1 ? null : number;
  }

  private static PriceLadder checked(CompanyTerms offer, CompanyTermsInput asked) {
    Checklist checklist = new Checklist();
    packs(asked, checklist);
    PriceInput price = asked.price();
    if (price == null) {
      if (!asked.priceBreaks().isEmpty()) {
        checklist.reject("price", "is missing: steps need a price to begin at", null);
      }
      checklist.done();
      return null;
    }
    Money base = new PriceChecks(checklist).price("price", price);
    if (base != null && !base.currency().equals(offer.publicPrice().currency())) {
      checklist.reject("price.currency", "must be the currency of the price", price.currency());
    }
    List<PriceBreak> checked =
        new PriceBreakChecks(checklist).check("priceBreaks", asked.priceBreaks(), base);
    checklist.done();
    return new PriceLadder(base, checked);
  }

  private static void packs(CompanyTermsInput asked, Checklist checklist) {
    int least = checklist.number("least", asked.least(), 1, MOST_UNITS, 1);
    int size = checklist.number("packSize", asked.packSize(), 1, MOST_UNITS, 1);
    if (checklist.isClean() && least > 1 && least % size != 0) {
      checklist.reject("least", "must be a whole number of packs", asked.least());
    }
  }

  /** Sells a listing to companies only, or to everybody again. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public void reserve(VendorScope scope, UUID listingId, boolean companiesOnly) {
    boolean before =
        database
            .find(
                """
                select companies_only from listing
                 where id = ? and vendor_id = ? and reserved_for is null and status <> 'ARCHIVED'
                   for update
                """,
                row -> row.flag("companies_only"),
                listingId,
                scope.vendorId())
            .orElseThrow(() -> new NotFound("listing", listingId));
    if (before == companiesOnly) {
      return;
    }
    database.update("update listing set companies_only = ? where id = ?", companiesOnly, listingId);
    audit.record(
        "reserve-for-companies",
        Subject.of("listing", listingId, scope.vendorId()),
        Map.of("companiesOnly", before),
        Map.of("companiesOnly", companiesOnly));
  }

  private static Map<String, Object> terms(CompanyTerms terms) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("price", terms.price());
    said.put("breaks", terms.breaks());
    said.put("least", terms.packs().least());
    said.put("packSize", terms.packs().size());
    return said;
  }

  private static CompanyTerms read(Row row) throws SQLException {
    Long minor = row.wholeOrNull("company_price_minor");
    Money price = minor == null ? null : row.money("company_price_minor");
    return new CompanyTerms(
        row.uuid("id"),
        row.uuid("listing_id"),
        row.text("sku"),
        row.json("title", Texts.class),
        row.money("price_minor"),
        price,
        price == null ? List.of() : PriceLadder.of(price, row.text("company_breaks")).breaks(),
        Packs.of(row.integerOrNull("company_least"), row.integerOrNull("company_pack")),
        row.flag("companies_only"));
  }
}
