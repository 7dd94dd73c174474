package org.halles.marketplace.affiliate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * What is offered to affiliates. Whoever offers a share pays it: the platform its own list, of
 * which the first that fits a line decides, and each vendor one rate for what it sells.
 */
@ApplicationScoped
public class AffiliateRates {

  /** Half of the price. */
  public static final int MOST = 5_000;

  private static final int MOST_RATES = 200;

  private Database database;
  private AffiliateRows rows;
  private Audit audit;

  protected AffiliateRates() {}

  @Inject
  AffiliateRates(Database database, AffiliateRows rows, Audit audit) {
    this.database = database;
    this.rows = rows;
    this.audit = audit;
  }

  /** What the platform offers, in the order it is looked at. */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<AffiliateRate> platforms() {
    return database.list(
        """
        select r.id, v.slug as vendor, r.category, a.code as affiliate, r.basis_points
          from affiliate_rate r left join vendor v on v.id = r.vendor_id
          left join affiliate a on a.id = r.affiliate_id
         where r.offered_by is null order by r.position, r.id
        """,
        row ->
            new AffiliateRate(
                row.uuid("id"),
                row.text("vendor"),
                row.text("category"),
                row.text("affiliate"),
                row.integer("basis_points")));
  }

  /**
   * Puts a rate at the end of the list; the id given is not looked at.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public AffiliateRate add(AffiliateRate wanted) {
    Checklist checklist = new Checklist();
    if (wanted.basisPoints() == null) {
      checklist.reject("basisPoints", "is missing", null);
    }
    checklist.number("basisPoints", wanted.basisPoints(), 0, MOST, 0);
    String vendor = checklist.optional("vendor", wanted.vendor(), 100);
    String category = checklist.optional("category", wanted.category(), 100);
    String affiliate = checklist.optional("affiliate", wanted.affiliate(), 30);
    require(checklist, "vendor", "select 1 from vendor where slug = ?", vendor);
    require(checklist, "category", "select 1 from category where slug = ?", category);
    require(checklist, "affiliate", "select 1 from affiliate where code = ?", affiliate);
    if (platforms().size() >= MOST_RATES) {
      checklist.reject("basisPoints", "is one too many: there are " + MOST_RATES, null);
    }
    checklist.done();
    AffiliateRate rate =
        new AffiliateRate(Ids.next(), vendor, category, affiliate, wanted.basisPoints());
    database.update(
        """
        insert into affiliate_rate (id, vendor_id, category, affiliate_id, basis_points, position)
        values (?, (select id from vendor where slug = ?), ?,
                (select id from affiliate where code = ?), ?,
                (select coalesce(max(position), 0) + 1 from affiliate_rate
                  where offered_by is null))
        """,
        rate.id(),
        vendor,
        category,
        affiliate,
        rate.basisPoints());
    audit.record("offer-affiliate-rate", Subject.of("affiliate-rate", rate.id()), null, rate);
    return rate;
  }

  private void require(Checklist checklist, String field, String question, String value) {
    if (value != null && database.find(question, row -> true, value).isEmpty()) {
      checklist.reject(field, "is not known here", value);
    }
  }

  /** Moves a rate one place up: it is looked at before the one that was above it. */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<AffiliateRate> up(UUID id) {
    List<AffiliateRate> before = platforms();
    List<UUID> order = new ArrayList<>(before.stream().map(AffiliateRate::id).toList());
    int place = order.indexOf(id);
    if (place < 0) {
      throw new NotFound("affiliate rate", id);
    }
    if (place > 0) {
      Collections.swap(order, place, place - 1);
      database.update(
          """
          update affiliate_rate r set position = o.place
            from unnest(?::uuid[]) with ordinality as o (id, place) where o.id = r.id
          """,
          (Object) order.toArray(UUID[]::new));
      audit.record(
          "order-affiliate-rates",
          Subject.of("affiliate-rate", id),
          Map.of("place", place + 1),
          Map.of("place", place));
    }
    return platforms();
  }

  /** Offers it no more; what was ordered keeps its share. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void remove(UUID id) {
    AffiliateRate gone =
        platforms().stream()
            .filter(rate -> rate.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFound("affiliate rate", id));
    database.update("delete from affiliate_rate where id = ?", id);
    audit.record("withdraw-affiliate-rate", Subject.of("affiliate-rate", id), gone, null);
  }

  /** What a vendor offers of its own, in hundredths of a percent. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public int ofVendor(VendorScope vendor) {
    return database
        .find(
            "select basis_points from affiliate_rate where offered_by = ?",
            row -> row.integer("basis_points"),
            vendor.vendorId())
        .orElse(0);
  }

  /**
   * A vendor offers a share of what it sells, and pays it.
   *
   * @param basisPoints hundredths of a percent, at most half of the price; none: nothing
   */
  @Needs(Permission.MONEY_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public int offer(VendorScope vendor, int basisPoints) {
    Checklist checklist = new Checklist();
    checklist.number("basisPoints", basisPoints, 0, MOST, 0);
    checklist.done();
    int before = ofVendor(vendor);
    int changed =
        database.update(
            "update affiliate_rate set basis_points = ?, version = version + 1"
                + " where offered_by = ?",
            basisPoints,
            vendor.vendorId());
    if (changed == 0) {
      database.update(
          """
          insert into affiliate_rate (id, offered_by, vendor_id, basis_points, position)
          values (?, ?, ?, ?, 1)
          """,
          Ids.next(),
          vendor.vendorId(),
          vendor.vendorId(),
          basisPoints);
    }
    audit.record(
        "offer-affiliate-rate",
        Subject.of("affiliate-rate", vendor.vendorId(), vendor.vendorId()),
        Map.of("basisPoints", before),
        Map.of("basisPoints", basisPoints));
    return basisPoints;
  }

  /** How many days after delivery a share waits. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public int returnDays() {
    return rows.returnDays();
  }

  /** The same, for whoever sets it. */
  @Allowed(Role.FINANCE)
  @Transactional
  public int terms() {
    return rows.returnDays();
  }

  /**
   * Lets shares wait so long.
   *
   * @param days 14 to 120: never shorter than the law lets buyers withdraw
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public int wait(Integer days) {
    Checklist checklist = new Checklist();
    int wanted = checklist.number("returnDays", days, 14, 120, rows.returnDays());
    checklist.done();
    int before = returnDays();
    database.update(
        """
        insert into affiliate_terms (return_days) values (?)
        on conflict (only_row) do update
           set return_days = excluded.return_days, version = affiliate_terms.version + 1
        """,
        wanted);
    audit.record(
        "change-affiliate-terms",
        Subject.of("affiliate-terms", "all"),
        Map.of("returnDays", before),
        Map.of("returnDays", wanted));
    return wanted;
  }
}
