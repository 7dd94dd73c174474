package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Rows;

/** The versions of the give-back policy; part of the caller's transaction. */
@ApplicationScoped
class GiveBackRows {

  private static final Rows.Shape TERMS =
      Rows.Shape.of(
          "give_back_policy",
          "version int",
          "reason text",
          "commission_kept int",
          "fixed_kept int",
          "gateway_fee_kept int",
          "buyer_fee_kept boolean",
          "changed_at timestamptz",
          "changed_by text");

  private Database database;

  protected GiveBackRows() {}

  @Inject
  GiveBackRows(Database database) {
    this.database = database;
  }

  /** Whoever else wants to write a version waits. */
  public void lock() {
    database.find("select pg_advisory_xact_lock(hashtext('give-back-policy')) as it", row -> true);
  }

  /** In the order of the reasons. */
  public List<GiveBackTerms> current() {
    return database
        .list(
            """
            select * from give_back_policy
             where version = (select max(version) from give_back_policy)
            """,
            GiveBackRows::read)
        .stream()
        .sorted(Comparator.comparing(GiveBackTerms::reason))
        .toList();
  }

  /** The terms this purchase was placed under. */
  public GiveBackTerms of(UUID orderGroup, GiveBackReason reason) {
    return database
        .find(
            """
            select p.* from order_group g join give_back_policy p on p.version = g.give_back_version
             where g.id = ? and p.reason = ?
            """,
            GiveBackRows::read,
            orderGroup,
            reason)
        .orElseGet(() -> GiveBackTerms.everything(reason));
  }

  public void write(List<GiveBackTerms> terms, String who, Instant now) {
    int version =
        database
            .find(
                "select coalesce(max(version), 0) as version from give_back_policy",
                row -> row.integer("version"))
            .orElse(0);
    Rows rows = new Rows(TERMS);
    for (GiveBackTerms one : terms) {
      rows.add(
          version + 1,
          one.reason(),
          one.commissionKeptBasisPoints(),
          one.fixedFeeKeptBasisPoints(),
          one.gatewayFeeKeptBasisPoints(),
          one.buyerFeeKept(),
          now,
          who);
    }
    rows.insertWith(database);
  }

  private static GiveBackTerms read(Row row) throws SQLException {
    return new GiveBackTerms(
        row.one("reason", GiveBackReason.class),
        row.integer("commission_kept"),
        row.integer("fixed_kept"),
        row.integer("gateway_fee_kept"),
        row.flag("buyer_fee_kept"));
  }
}
