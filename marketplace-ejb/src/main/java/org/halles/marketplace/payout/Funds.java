package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/**
 * Whom buyers give to: finance names them with a bank account that a second person confirms, and
 * they are paid with the vendors, by the same runs, second person and files.
 */
@ApplicationScoped
public class Funds {

  private static final String ALL =
      """
      select f.id, x.party, f.name, k.ending, x.currency, x.given, x.paid
        from (
          select substr(a.address, 21) as party, a.currency,
                 coalesce(sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end)
                   filter (where not e.template like 'payout-%'), 0) as given,
                 coalesce(sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end)
                   filter (where e.template like 'payout-%'), 0) as paid
            from ledger_account a
            join posting p on p.account_id = a.id
            join journal_entry e on e.id = p.entry_id
           where a.address like 'third\\_party\\_payable:%'
           group by a.address, a.currency
          union all
          select f.party, 'EUR', 0, 0 from fund f
           where not exists (select 1 from ledger_account a
                              where a.address = 'third_party_payable:' || f.party)
        ) as x
        left join fund f on f.party = x.party
        left join payee_account k on k.payee_id = f.id
       order by f.name nulls first, x.party, x.currency limit 200
      """;

  private static final String DAYS =
      """
      select e.day, e.template, count(*) as entries, a.currency,
             sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end) as amount_minor
        from fund f
        join ledger_account a on a.address = 'third_party_payable:' || f.party
        join posting p on p.account_id = a.id
        join journal_entry e on e.id = p.entry_id
       where f.id = ? and e.day >= ?::date and e.day < ?::date
       group by e.day, e.template, a.currency
       order by e.day, e.template, a.currency
      """;

  private Database database;
  private PayeeAccounts accounts;
  private FundAccounts proposals;
  private PayoutLists lists;
  private Audit audit;
  private Clock clock;

  protected Funds() {}

  @Inject
  Funds(
      Database database,
      PayeeAccounts accounts,
      FundAccounts proposals,
      PayoutLists lists,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.proposals = proposals;
    this.lists = lists;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them, those nobody named yet first. */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<Fund> all() {
    return database.listPatiently(ALL, Funds::read);
  }

  private static Fund read(Row row) throws SQLException {
    Money given = row.money("given");
    Money paid = row.money("paid");
    return new Fund(
        row.uuid("id"),
        row.text("party"),
        row.text("name"),
        row.text("ending"),
        given,
        paid,
        given.minus(paid));
  }

  /**
   * Names a fund, or changes its name; an account that is named with it is proposed, and paid to
   * when another person confirmed it.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public UUID name(NewFund given) {
    Checklist checklist = new Checklist();
    NewFund wanted = given.checked(checklist);
    Optional<BankDetails> account =
        given.namesAccount()
            ? Optional.of(
                accounts.checked(new BankDetails(given.holder(), given.iban()), checklist))
            : Optional.empty();
    checklist.done();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id =
        database
            .find(
                """
                insert into fund (id, party, name, created_at) values (?, ?, ?, ?)
                on conflict (party) do update
                   set name = excluded.name, version = fund.version + 1
                returning id
                """,
                row -> row.uuid("id"),
                Ids.next(),
                wanted.party(),
                wanted.name(),
                now)
            .orElseThrow();
    audit.record(
        "name-fund", Subject.of("fund", wanted.party()), null, Map.of("name", wanted.name()));
    account.ifPresent(details -> proposals.propose(id, wanted.party(), details));
    return id;
  }

  /**
   * What buyers gave, what went back and what was paid, day by day.
   *
   * @param from the first day
   * @param to the day after the last one
   * @throws NotFound if there is no such fund
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<FundLine> statement(UUID fund, LocalDate from, LocalDate to) {
    require(fund);
    return database.listPatiently(
        DAYS,
        row ->
            new FundLine(
                row.day("day"),
                row.text("template"),
                row.integer("entries"),
                row.money("amount_minor")),
        fund,
        from.toString(),
        to.toString());
  }

  /** What it was paid and is being paid, newest first. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<PayoutView> payouts(UUID fund, Paging paging) {
    require(fund);
    return lists.ofFund(fund, paging);
  }

  private void require(UUID fund) {
    database
        .find("select 1 from fund where id = ?", row -> true, fund)
        .orElseThrow(() -> new NotFound("fund", fund));
  }
}
