package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;

/**
 * Where entries are posted, always inside the transaction of the change they record. Posting locks
 * nothing that another posting needs.
 */
@ApplicationScoped
public class Ledger {

  /** All entries and all their postings by one statement: the book checks each when it ends. */
  private static final String POST =
      """
      with entry as materialized (
        select nextval('journal_entry_seq') as id, given.*
          from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::date[], ?::text[],
                      ?::bigint[])
               with ordinality
               as given (template, source_type, source_id, at, day, reason, reverses, place)
      ), written as (
        insert into journal_entry (id, template, source_type, source_id, at, day, reason, reverses)
        select id, template, source_type, source_id, at, day, reason, reverses from entry
      )
      insert into posting (id, entry_id, account_id, side, amount_minor, currency, order_group_id,
                           vendor_order_id)
      select nextval('posting_seq'), entry.id, line.account_id, line.side, line.amount,
             line.currency, line.order_group_id, line.vendor_order_id
        from unnest(?::int[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::uuid[], ?::uuid[])
             as line (entry, account_id, side, amount, currency, order_group_id, vendor_order_id)
        join entry on entry.place = line.entry
      """;

  private Database database;
  private Accounts accounts;

  protected Ledger() {}

  @Inject
  public Ledger(Database database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /** Writes these entries, all or none. */
  public void post(Entry... entries) {
    Map<Accounts.Key, Long> numbers = accounts.numbersOf(accountsOf(entries));
    List<List<Object>> columns = new ArrayList<>();
    for (int column = 0; column < 14; column++) {
      columns.add(new ArrayList<>());
    }
    for (int place = 1; place <= entries.length; place++) {
      Entry entry = entries[place - 1];
      addRow(columns.subList(0, 7), entryRow(entry));
      for (Entry.Line line : entry.lines()) {
        addRow(columns.subList(7, 14), lineRow(place, numbers.get(key(line)), entry, line));
      }
    }
    database.update(POST, columns.stream().map(Ledger::texts).toArray());
  }

  /**
   * Turns an entry round: the exact mirror of it, in the opposite order.
   *
   * @param template of the entry, with its source the name of it
   * @param at when it is turned round
   * @param reason in words
   * @return what was turned round
   */
  public EntryView reverse(String template, Source of, Instant at, String reason) {
    return reverse(template, of, new Source(of.type(), of.id(), at, of.about()), reason);
  }

  /**
   * The same under a name of its own, where another entry of the same source is turned round too.
   *
   * @param as what turns it round
   */
  public EntryView reverse(String template, Source of, Source as, String reason) {
    EntryView entry =
        find(template, of)
            .orElseThrow(() -> new IllegalStateException("no " + template + " of " + of.id()));
    List<PostingView> postings =
        database.list(
            LedgerRows.POSTING + " where p.entry_id = ? order by p.id",
            LedgerRows::posting,
            entry.id());
    EntryView whole = entry.with(postings);
    post(Templates.reversal(whole, as, reason));
    return whole;
  }

  /** True if there is such an entry, the only one of its source, and nothing turned it round. */
  public boolean stands(String template, Source of) {
    return find(template, of).isPresent() && find(Templates.REVERSAL, of).isEmpty();
  }

  private Optional<EntryView> find(String template, Source of) {
    return database.find(
        """
        select * from journal_entry
         where source_type = ? and source_id = ? and template = ?
        """,
        row -> LedgerRows.entry(row, List.of()),
        of.type(),
        of.id(),
        template);
  }

  private static Object[] entryRow(Entry entry) {
    Source source = entry.source();
    return new Object[] {
      entry.template(),
      source.type(),
      source.id(),
      source.at(),
      BusinessCalendar.dayOf(source.at()),
      entry.reason(),
      entry.reverses()
    };
  }

  private static Object[] lineRow(int place, long account, Entry entry, Entry.Line line) {
    return new Object[] {
      place,
      account,
      line.side().letter(),
      line.amount().minor(),
      line.amount().currency(),
      entry.source().about(),
      line.vendorOrderId()
    };
  }

  private static void addRow(List<List<Object>> columns, Object[] row) {
    for (int column = 0; column < row.length; column++) {
      columns.get(column).add(row[column]);
    }
  }

  private static String[] texts(List<Object> column) {
    return column.stream()
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  private static Set<Accounts.Key> accountsOf(Entry... entries) {
    Set<Accounts.Key> keys = new HashSet<>();
    Arrays.stream(entries).forEach(entry -> entry.lines().forEach(line -> keys.add(key(line))));
    return keys;
  }

  private static Accounts.Key key(Entry.Line line) {
    return new Accounts.Key(line.address(), line.amount().currency().value());
  }
}
