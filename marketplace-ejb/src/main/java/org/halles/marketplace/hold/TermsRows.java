package org.halles.marketplace.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;

/** The terms as stored; part of the caller's transaction. */
@ApplicationScoped
class TermsRows {

  private Database database;

  protected TermsRows() {}

  @Inject
  TermsRows(Database database) {
    this.database = database;
  }

  /** A vendor's own, or the usual ones. */
  public HoldTerms of(UUID vendor) {
    return database
        .find(
            """
            select * from hold_terms where vendor_id = ? or vendor_id is null
             order by vendor_id nulls last limit 1
            """,
            TermsRows::read,
            vendor)
        .orElseThrow();
  }

  public HoldTerms usual() {
    return database
        .find("select * from hold_terms where vendor_id is null", TermsRows::read)
        .orElseThrow();
  }

  public Optional<HoldTerms> own(UUID vendor) {
    return database.find("select * from hold_terms where vendor_id = ?", TermsRows::read, vendor);
  }

  /**
   * @param vendor null for the usual terms
   */
  public void write(UUID vendor, HoldTerms terms, Instant now) {
    remove(vendor);
    database.update(
        """
        insert into hold_terms (vendor_id, days, longest_days, reserve_basis_points, reserve_days,
                                changed_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        vendor,
        terms.days(),
        terms.longestDays(),
        terms.reserveBasisPoints(),
        terms.reserveDays(),
        now);
  }

  public void remove(UUID vendor) {
    database.update("delete from hold_terms where vendor_id is not distinct from ?", vendor);
  }

  static HoldTerms read(Row row) throws SQLException {
    return new HoldTerms(
        row.integer("days"),
        row.integerOrNull("longest_days"),
        row.integer("reserve_basis_points"),
        row.integer("reserve_days"));
  }
}
