package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** The book as the operator reads it: from an account to its postings to their source. */
@ApplicationScoped
public class Book {

  /**
   * Something that may have caused entries.
   *
   * @param type such as {@code payment-transaction}
   * @param id of that type
   */
  public record Cause(String type, String id) {}

  private static final String OF_CAUSES =
      """
        join unnest(?::text[], ?::text[]) with ordinality as cause (type, id, place)
          on cause.type = e.source_type and cause.id = e.source_id
       order by cause.place, e.id desc, p.id
      """;

  private static final String ABOUT =
      """
       where e.id in (
         select entry_id from posting where order_group_id = (select ?::uuid)
         union
         select c.id from unnest(?::text[], ?::text[]) as cause (type, id)
           join journal_entry c on c.source_type = cause.type and c.source_id = cause.id)
       order by e.id, p.id
      """;

  private Database database;

  protected Book() {}

  @Inject
  public Book(Database database) {
    this.database = database;
  }

  /**
   * Accounts by address, with balances up to this moment.
   *
   * @param prefix the beginning of the address, such as {@code vendor_pending}; null: all
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<AccountView> accounts(String prefix, Paging paging) {
    List<String> after = paging.after().orElse(List.of("", ""));
    if (after.size() != 2) {
      throw paging.malformedCursor();
    }
    List<AccountView> rows =
        database.list(
            "select a.*, sums.* from ledger_account a "
                + Balances.SUMS
                + """
                 where (a.address, a.currency) > (?, ?) and starts_with(a.address, ?)
                 order by a.address, a.currency limit ?
                """,
            LedgerRows::account,
            after.get(0),
            after.get(1),
            prefix == null ? "" : prefix,
            paging.limit() + 1);
    return Page.of(
        rows,
        paging.limit(),
        account -> Paging.cursor(account.address(), account.balance().currency()));
  }

  /**
   * What was posted on an account, newest first.
   *
   * @throws NotFound if there is no such account
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<PostingView> postings(String address, String currency, Paging paging) {
    long account =
        database
            .find(
                "select id from ledger_account where address = ? and currency = ?",
                row -> row.whole("id"),
                address,
                currency)
            .orElseThrow(() -> new NotFound("ledger account", address + " in " + currency));
    return postings(List.of(account), paging);
  }

  /**
   * What was posted on any account at these addresses, in all currencies, newest first. Part of the
   * caller's transaction.
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<PostingView> postingsAt(List<String> addresses, Paging paging) {
    return postings(
        database.list(
            "select id from ledger_account where address = any(?)",
            row -> row.whole("id"),
            (Object) addresses.toArray(String[]::new)),
        paging);
  }

  private record Positioned(PostingView posting, String tx) {}

  private Page<PostingView> postings(List<Long> accounts, Paging paging) {
    List<String> after = paging.after().orElse(List.of("9223372036854775807", "0"));
    if (after.size() != 2 || after.stream().anyMatch(key -> !key.matches("\\d{1,19}"))) {
      throw paging.malformedCursor();
    }
    List<Positioned> rows =
        database.list(
            LedgerRows.POSTING
                + """
                 where p.account_id = any(?) and (p.tx, p.id) < (?::xid8, ?::bigint)
                 order by p.tx desc, p.id desc limit ?
                """,
            row -> new Positioned(LedgerRows.posting(row), row.text("tx")),
            accounts.toArray(Long[]::new),
            after.get(0),
            after.get(1),
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.tx(), last.posting().id()))
        .map(Positioned::posting);
  }

  /**
   * Entries, newest first.
   *
   * @param sourceType such as {@code payment-transaction}; null: any
   * @param sourceId of that type; null: any
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<EntryView> entries(String sourceType, String sourceId, Paging paging) {
    String before = paging.after().map(keys -> keys.get(0)).orElse(String.valueOf(Long.MAX_VALUE));
    if (!before.matches("\\d{1,19}")) {
      throw paging.malformedCursor();
    }
    List<EntryView> rows =
        database.list(
            """
            select * from journal_entry
             where id < ?::bigint and (?::text is null or source_type = ?)
               and (?::text is null or source_id = ?)
             order by id desc limit ?
            """,
            row -> LedgerRows.entry(row, List.of()),
            before,
            sourceType,
            sourceType,
            sourceId,
            sourceId,
            paging.limit() + 1);
    return withPostings(Page.of(rows, paging.limit(), entry -> Paging.cursor(entry.id())));
  }

  /** What these caused, in the causes' order; of one cause the newest entry first. */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<EntryView> entriesOf(List<Cause> causes) {
    Map<Long, EntryView> entries = new LinkedHashMap<>();
    database
        .list(
            LedgerRows.POSTING + OF_CAUSES,
            LedgerRows::entryOf,
            causes.stream().map(Cause::type).toArray(String[]::new),
            causes.stream().map(Cause::id).toArray(String[]::new))
        .forEach(entry -> entries.merge(entry.id(), entry, EntryView::and));
    return List.copyOf(entries.values());
  }

  /**
   * All that a purchase caused, the oldest first: what is about it, and what these caused besides.
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<EntryView> entriesAbout(UUID orderGroup, List<Cause> besides) {
    Map<Long, EntryView> entries = new LinkedHashMap<>();
    database
        .list(
            LedgerRows.POSTING + ABOUT,
            LedgerRows::entryOf,
            orderGroup,
            besides.stream().map(Cause::type).toArray(String[]::new),
            besides.stream().map(Cause::id).toArray(String[]::new))
        .forEach(entry -> entries.merge(entry.id(), entry, EntryView::and));
    return List.copyOf(entries.values());
  }

  /**
   * @throws NotFound if there is no such entry
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public EntryView entry(long id) {
    List<EntryView> found =
        database.list(
            "select * from journal_entry where id = ?",
            row -> LedgerRows.entry(row, List.of()),
            id);
    return withPostings(new Page<>(found, null)).items().stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("journal entry", id));
  }

  private Page<EntryView> withPostings(Page<EntryView> entries) {
    Map<Long, List<PostingView>> postings = new LinkedHashMap<>();
    database
        .list(
            LedgerRows.POSTING + " where p.entry_id = any(?) order by p.id",
            LedgerRows::posting,
            (Object) entries.items().stream().map(EntryView::id).toArray(Long[]::new))
        .forEach(
            posting ->
                postings.computeIfAbsent(posting.entry(), id -> new ArrayList<>()).add(posting));
    return entries.map(
        entry ->
            new EntryView(
                entry.id(),
                entry.template(),
                entry.sourceType(),
                entry.sourceId(),
                entry.at(),
                entry.day(),
                entry.reason(),
                entry.reverses(),
                postings.getOrDefault(entry.id(), List.of())));
  }
}
