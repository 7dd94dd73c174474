package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Row;

/** The versions of who bears what gateways keep; part of the caller's transaction. */
@ApplicationScoped
public class GatewayFeeRows {

  /** As part of another statement: the terms of orders placed now, or null. */
  public static final String COLUMN =
      "(select f.terms::text from gateway_fee_terms f order by f.version desc limit 1)";

  private Database database;

  protected GatewayFeeRows() {}

  @Inject
  GatewayFeeRows(Database database) {
    this.database = database;
  }

  /** The terms of orders placed now. */
  public GatewayFeeTerms current() {
    return database
        .find("select " + COLUMN + " as terms", row -> read(row, "terms"))
        .orElse(GatewayFeeTerms.PLATFORM);
  }

  /** The terms in a column of a row. */
  public static GatewayFeeTerms read(Row row, String column) throws SQLException {
    GatewayFeeTerms terms = row.json(column, GatewayFeeTerms.class);
    return terms == null ? GatewayFeeTerms.PLATFORM : terms;
  }

  /** The terms an order was placed under. */
  public GatewayFeeTerms of(int version) {
    return database
        .find(
            "select terms::text as terms from gateway_fee_terms where version = ?",
            row -> row.json("terms", GatewayFeeTerms.class),
            version)
        .orElse(GatewayFeeTerms.PLATFORM);
  }

  void write(GatewayFeeTerms terms, String who, Instant now) {
    database.update(
        """
        insert into gateway_fee_terms (version, terms, changed_at, changed_by)
        select coalesce(max(version), 0) + 1, ?::jsonb, ?, ? from gateway_fee_terms
        """,
        Json.write(terms),
        now,
        who);
  }
}
