package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;

/** The book as it stood: balances at any instant, and the trial balance of any span of days. */
@ApplicationScoped
public class History {

  /** Days before that of the instant are summed; its own is added entry by entry. */
  private static final String AT =
      """
      with that_day as materialized (
        select p.account_id,
               sum(case p.side when 'D' then p.amount_minor else 0 end) as debits,
               sum(case p.side when 'C' then p.amount_minor else 0 end) as credits
          from journal_entry e join posting p on p.entry_id = e.id
         where e.day = ? and e.at <= ?
         group by p.account_id
      ), before as materialized (
        select turned.account_id, sum(turned.debit_minor) as debits,
               sum(turned.credit_minor) as credits
          from %s join ledger_account a on a.id = turned.account_id and starts_with(a.address, ?)
         group by turned.account_id
      )
      select a.*, coalesce(b.debits, 0) + coalesce(d.debits, 0) as debit_minor,
             coalesce(b.credits, 0) + coalesce(d.credits, 0) as credit_minor
        from ledger_account a
        left join before b on b.account_id = a.id
        left join that_day d on d.account_id = a.id
       where (b.account_id is not null or d.account_id is not null)
         and (a.address, a.currency) > (?, ?) and starts_with(a.address, ?)
       order by a.address, a.currency limit ?
      """
          .formatted(Turnovers.TURNED);

  private static final String BALANCE =
      """
      select a.currency, min(a.normal_side) as normal_side, %s as name,
             count(distinct a.id) as accounts,
             coalesce(sum(turned.debit_minor) filter (where turned.day < ?), 0) as opening_debit,
             coalesce(sum(turned.credit_minor) filter (where turned.day < ?), 0) as opening_credit,
             coalesce(sum(turned.debit_minor) filter (where turned.day >= ?), 0) as debit_minor,
             coalesce(sum(turned.credit_minor) filter (where turned.day >= ?), 0) as credit_minor
        from %s join ledger_account a on a.id = turned.account_id
       group by a.currency, %s order by a.currency, %s
      """;

  private Database database;

  protected History() {}

  @Inject
  public History(Database database) {
    this.database = database;
  }

  /**
   * Accounts by address with their balances at an instant (inclusive); those without postings until
   * then are absent.
   *
   * @param prefix the beginning of the address; null: all
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<AccountView> accountsAt(String prefix, Instant at, Paging paging) {
    List<String> after = paging.after().orElse(List.of("", ""));
    if (after.size() != 2) {
      throw paging.malformedCursor();
    }
    LocalDate day = BusinessCalendar.dayOf(at);
    String beginning = prefix == null ? "" : prefix;
    List<AccountView> rows =
        database.listPatiently(
            AT,
            LedgerRows::account,
            day,
            at,
            day.minusDays(1),
            day.minusDays(1),
            beginning,
            after.get(0),
            after.get(1),
            beginning,
            paging.limit() + 1);
    return Page.of(
        rows,
        paging.limit(),
        account -> Paging.cursor(account.address(), account.balance().currency()));
  }

  /**
   * The trial balance: one line a name of account and currency.
   *
   * @param from first business day; null: from the beginning
   * @param to last business day; null: today, whatever day that is by then
   * @throws InvalidInput if the span ends before it begins
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public TrialBalance trialBalance(LocalDate from, LocalDate to) {
    LocalDate first = from == null ? LocalDate.EPOCH : from;
    LocalDate last = to == null ? BusinessCalendar.dayOf(Instant.now()) : to;
    check(first, last);
    return TrialBalance.of(first, last, lines(first, last, "split_part(a.address, ':', 1)"));
  }

  /** The same, one line an account, one by one. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void accounts(LocalDate from, LocalDate to, Consumer<TrialBalance.Line> taker) {
    TrialBalance sums = trialBalance(from, to);
    lines(sums.from(), sums.to(), "a.address").forEach(taker);
  }

  private List<TrialBalance.Line> lines(LocalDate from, LocalDate to, String name) {
    return database.listPatiently(
        BALANCE.formatted(name, Turnovers.TURNED, name, name),
        History::line,
        from,
        from,
        from,
        from,
        to,
        to);
  }

  private static void check(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new InvalidInput(new Violation("to", "must not be before " + from, String.valueOf(to)));
    }
  }

  private static TrialBalance.Line line(Row row) throws SQLException {
    Money openingDebit = row.money("opening_debit");
    Money openingCredit = row.money("opening_credit");
    return new TrialBalance.Line(
        row.text("name"),
        Side.of(row.text("normal_side")),
        row.whole("accounts"),
        openingDebit.minus(openingCredit),
        row.money("debit_minor"),
        row.money("credit_minor"));
  }
}
