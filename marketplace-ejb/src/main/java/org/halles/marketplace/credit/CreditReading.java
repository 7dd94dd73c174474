package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Credits as people look at them; part of the caller's transaction. */
@ApplicationScoped
class CreditReading {

  private static final String VIEW =
      """
      select c.*, a.email as owner,
             case when c.blocked then 'BLOCKED' when c.expires_at <= ? then 'EXPIRED'
                  when c.balance_minor = 0 then 'USED_UP' else 'ACTIVE' end as status
        from store_credit c left join account a on a.id = c.account_id
      """;

  private static final String WHICH =
      """
       where (?::text is null or c.kind = ?)
         and (?::text is null or c.id in (
                select id from store_credit where lower(ending) = ?
                union all
                select o.id from account p join store_credit o on o.account_id = p.id
                 where lower(p.email) like ?
                union all
                select id from store_credit where lower(recipient) like ?))
      """;

  private record Numbered(long id, CreditMovement movement) {}

  private Database database;
  private Clock clock;

  protected CreditReading() {}

  @Inject
  CreditReading(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Optional<UUID> accountOf(String email) {
    return email == null
        ? Optional.empty()
        : database.find(
            "select id from account where lower(email) = ?",
            row -> row.uuid("id"),
            email.strip().toLowerCase(Locale.ROOT));
  }

  Optional<CreditView> view(UUID id) {
    return database.find(VIEW + " where c.id = ?", CreditReading::view, clock.instant(), id);
  }

  /** Those in an account, newest first. */
  List<CreditView> ofAccount(UUID account, int most) {
    return database.list(
        VIEW + " where c.account_id = ? order by c.created_at desc, c.id desc limit ?",
        CreditReading::view,
        clock.instant(),
        account,
        most);
  }

  /** What can be spent now of all in an account, a sum for each currency. */
  List<Money> balancesOfAccount(UUID account) {
    return database.list(
        """
        select currency, sum(balance_minor)::bigint as balance_minor from store_credit
         where account_id = ? and balance_minor > 0 and not blocked
           and (expires_at is null or expires_at > ?)
         group by currency order by currency
        """,
        row -> row.money("balance_minor"),
        account,
        clock.instant());
  }

  Page<CreditView> list(CreditFilter filter, Paging paging, Instant now) {
    Instant before =
        paging.keys(2).map(keys -> keys.instant(0)).orElse(Instant.parse("9999-01-01T00:00:00Z"));
    UUID id = paging.keys(2).map(keys -> keys.uuid(1)).orElse(new UUID(0, 0));
    List<CreditView> found =
        database.list(
            VIEW
                + WHICH
                + """
                 and (c.created_at, c.id) < (?::timestamptz, ?::uuid)
                 order by c.created_at desc, c.id desc limit ?
                """,
            CreditReading::view,
            parameters(filter, now, before, id, paging.limit() + 1));
    return Page.of(found, paging.limit(), last -> Paging.cursor(last.createdAt(), last.id()));
  }

  List<CreditView> from(CreditFilter filter, int first, int most, Instant now) {
    return database.list(
        VIEW + WHICH + " order by c.created_at desc, c.id desc offset ? limit ?",
        CreditReading::view,
        parameters(filter, now, first, most));
  }

  int count(CreditFilter filter, Instant now) {
    return database
        .find(
            "select count(*) as n from (" + VIEW + WHICH + ") as found",
            row -> row.integer("n"),
            parameters(filter, now))
        .orElse(0);
  }

  private static Object[] parameters(CreditFilter filter, Instant now, Object... more) {
    String kind = filter.kind() == null ? null : filter.kind().name();
    String words = filter.pattern();
    String within = words == null ? null : "%" + words + "%";
    Object[] which = {now, kind, kind, words, words, within, within};
    Object[] all = Arrays.copyOf(which, which.length + more.length);
    System.arraycopy(more, 0, all, which.length, more.length);
    return all;
  }

  Page<CreditMovement> movements(UUID credit, Paging paging) {
    long before = paging.keys(1).map(keys -> keys.whole(0)).orElse(Long.MAX_VALUE);
    List<Numbered> found =
        database.list(
            """
            select m.*, g.number from store_credit_movement m
              left join order_group g on g.id = m.order_group_id
             where m.credit_id = ? and m.id < ? order by m.id desc limit ?
            """,
            CreditReading::movement,
            credit,
            before,
            paging.limit() + 1);
    return Page.of(found, paging.limit(), last -> Paging.cursor(last.id())).map(Numbered::movement);
  }

  /**
   * What was put into and taken of all credits of an account, newest first; why a gift card was
   * issued is the business of whoever issued it, and what was bought with it before it was kept
   * that of whoever bought it.
   */
  List<CreditMovement> movementsOfAccount(UUID account, int most) {
    return database
        .list(
            """
            select m.id, m.kind, m.amount_minor, m.currency, m.balance_minor, m.at,
                   case when g.account_id = c.account_id then g.number end as number,
                   case when c.kind = 'ACCOUNT' then m.reason end as reason
              from store_credit c join store_credit_movement m on m.credit_id = c.id
              left join order_group g on g.id = m.order_group_id
             where c.account_id = ? order by m.id desc limit ?
            """,
            CreditReading::movement,
            account,
            most)
        .stream()
        .map(Numbered::movement)
        .toList();
  }

  private static Numbered movement(Row row) throws SQLException {
    return new Numbered(
        row.whole("id"),
        new CreditMovement(
            row.text("kind"),
            row.money("amount_minor"),
            row.money("balance_minor"),
            row.text("number"),
            row.text("reason"),
            row.instant("at")));
  }

  private static CreditView view(Row row) throws SQLException {
    return new CreditView(
        row.uuid("id"),
        row.one("kind", CreditKind.class),
        row.text("ending"),
        row.text("owner"),
        row.text("recipient"),
        row.money("issued_minor"),
        row.money("balance_minor"),
        row.flag("sold"),
        row.text("status"),
        row.instant("expires_at"),
        row.instant("created_at"));
  }
}
