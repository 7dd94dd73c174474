package org.halles.marketplace.affiliate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** Affiliates as stored; inside the caller's transaction. */
@ApplicationScoped
class AffiliateRows {

  private static final String SELECT =
      "select a.*, c.email from affiliate a join account c on c.id = a.account_id ";

  private static final int USUAL_DAYS = 30;

  private Database database;

  protected AffiliateRows() {}

  @Inject
  AffiliateRows(Database database) {
    this.database = database;
  }

  static Affiliate read(Row row) throws SQLException {
    return new Affiliate(
        row.uuid("id"),
        row.text("code"),
        row.text("name"),
        row.text("channel"),
        row.text("email"),
        row.one("status", AffiliateStatus.class),
        row.text("reason"),
        row.instant("applied_at"),
        row.instant("decided_at"));
  }

  Optional<Affiliate> ofAccount(UUID account) {
    return database.find(SELECT + "where a.account_id = ?", AffiliateRows::read, account);
  }

  Optional<Affiliate> lockOfAccount(UUID account) {
    return database.find(
        SELECT + "where a.account_id = ? for update of a", AffiliateRows::read, account);
  }

  Optional<Affiliate> lock(UUID id) {
    return database.find(SELECT + "where a.id = ? for update of a", AffiliateRows::read, id);
  }

  Optional<Affiliate> byCode(String code) {
    return database.find(SELECT + "where a.code = ?", AffiliateRows::read, code);
  }

  Page<Affiliate> list(AffiliateStatus status, Paging paging) {
    List<String> words = new ArrayList<>(List.of("true"));
    List<Object> parameters = new ArrayList<>();
    if (status != null) {
      words.add("a.status = ?");
      parameters.add(status);
    }
    paging
        .keys(2)
        .ifPresent(
            keys -> {
              words.add("(a.applied_at, a.id) < (?, ?)");
              parameters.add(keys.instant(0));
              parameters.add(keys.uuid(1));
            });
    parameters.add(paging.limit() + 1);
    List<Affiliate> found =
        database.list(
            SELECT
                + "where "
                + String.join(" and ", words)
                + " order by a.applied_at desc, a.id desc limit ?",
            AffiliateRows::read,
            parameters.toArray());
    return Page.of(found, paging.limit(), one -> Paging.cursor(one.appliedAt(), one.id()));
  }

  /** Writes an application, the first one or after a refusal; false if the code is another's. */
  boolean apply(UUID id, UUID account, Application wanted, Instant now) {
    // two who want the same code take turns
    database.list(
        "select true as taken from (select pg_advisory_xact_lock(hashtext('affiliate:' || ?))) l",
        row -> row.flag("taken"),
        wanted.code());
    return database.update(
            """
            insert into affiliate (id, account_id, code, name, channel, status, applied_at)
            select ?, ?, given.code, ?, ?, 'APPLIED', ?
              from (select ?::text as code) given
             where not exists (select 1 from affiliate a
                                where a.code = given.code and a.account_id <> ?)
            on conflict (account_id) do update
               set code = excluded.code, name = excluded.name, channel = excluded.channel,
                   status = 'APPLIED', reason = null, applied_at = excluded.applied_at,
                   decided_at = null, decided_by = null, version = affiliate.version + 1
            """,
            id,
            account,
            wanted.name(),
            wanted.channel(),
            now,
            wanted.code(),
            account)
        == 1;
  }

  /** How many days after delivery a share waits. */
  int returnDays() {
    return database
        .find("select return_days from affiliate_terms", row -> row.integer("return_days"))
        .orElse(USUAL_DAYS);
  }

  void decide(UUID id, AffiliateStatus status, String reason, UUID person, Instant now) {
    database.update(
        """
        update affiliate set status = ?, reason = ?, decided_at = ?, decided_by = ?,
               version = version + 1
         where id = ?
        """,
        status,
        reason,
        now,
        person,
        id);
  }
}
