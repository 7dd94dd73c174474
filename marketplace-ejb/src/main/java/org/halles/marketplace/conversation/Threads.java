package org.halles.marketplace.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.CardNumbers;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** Reads and writes threads; part of the caller's transaction. */
@ApplicationScoped
class Threads {

  /** One side, one order, one hour. */
  static final int MOST = 20;

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int LONGEST = 4000;
  private static final int BEGINNING = 140;

  private static final String OPEN =
      """
      insert into order_thread as t (vendor_order_id, order_group_id, vendor_id, last_at,
                                     last_author, last_body, unread_by_vendor, unread_by_buyer)
      select o.id, o.order_group_id, o.vendor_id, ?, ?, ?, ?, ? from vendor_order o where o.id = ?
      on conflict (vendor_order_id) do update
         set last_at = excluded.last_at, last_author = excluded.last_author,
             last_body = excluded.last_body,
             unread_by_vendor = t.unread_by_vendor + excluded.unread_by_vendor,
             unread_by_buyer = t.unread_by_buyer + excluded.unread_by_buyer
      """;

  private static final String OF_VENDOR =
      """
      select t.*, o.number, g.name
        from order_thread t
        join vendor_order o on o.id = t.vendor_order_id
        join order_group g on g.id = t.order_group_id
       where t.vendor_id = ? and (t.last_at, t.vendor_order_id) < (?, ?)
       order by t.last_at desc, t.vendor_order_id desc limit ?
      """;

  /** The order a thread is about. */
  record Place(UUID vendorOrder, UUID orderGroup, UUID vendor, String number) {}

  private Database database;
  private CurrentCaller caller;
  private Outbox outbox;
  private Clock clock;

  protected Threads() {}

  @Inject
  Threads(Database database, CurrentCaller caller, Outbox outbox, Clock clock) {
    this.database = database;
    this.caller = caller;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Place ofVendor(UUID vendor, String number) {
    return database
        .find(
            """
            select o.id, o.order_group_id, o.vendor_id, o.number
              from vendor_order o join order_group g on g.id = o.order_group_id
             where o.vendor_id = ? and o.number = ? and g.begun_at is not null
            """,
            Threads::place,
            vendor,
            number)
        .orElseThrow(() -> new NotFound("order", number));
  }

  public Place ofGroup(UUID group, String number) {
    return database
        .find(
            """
            select id, order_group_id, vendor_id, number from vendor_order
             where order_group_id = ? and number = ?
            """,
            Threads::place,
            group,
            number)
        .orElseThrow(() -> new NotFound("vendor order", number));
  }

  private static Place place(Row row) throws SQLException {
    return new Place(
        row.uuid("id"), row.uuid("order_group_id"), row.uuid("vendor_id"), row.text("number"));
  }

  public List<Message> messages(Place place) {
    return database.list(
        "select * from order_message where vendor_order_id = ? order by at, id limit 500",
        Threads::message,
        place.vendorOrder());
  }

  /**
   * By one statement, which also says whether the order is the vendor's.
   *
   * @throws NotFound also if it is another vendor's
   */
  public List<Message> messages(UUID vendor, String number) {
    List<Optional<Message>> rows =
        database.list(
            """
            select m.* from vendor_order o join order_group g on g.id = o.order_group_id
              left join order_message m on m.vendor_order_id = o.id
             where o.vendor_id = ? and o.number = ? and g.begun_at is not null
             order by m.at, m.id limit 500
            """,
            row -> row.uuid("id") == null ? Optional.empty() : Optional.of(message(row)),
            vendor,
            number);
    if (rows.isEmpty()) {
      throw new NotFound("order", number);
    }
    return rows.stream().flatMap(Optional::stream).toList();
  }

  /** By the number of the part they are about. */
  public Map<String, List<Message>> ofPurchase(UUID group) {
    Map<String, List<Message>> threads = new HashMap<>();
    database.list(
        """
        select o.number, m.* from order_message m join vendor_order o on o.id = m.vendor_order_id
         where o.order_group_id = ? order by m.at, m.id limit 2000
        """,
        row ->
            threads
                .computeIfAbsent(row.text("number"), part -> new ArrayList<>())
                .add(message(row)),
        group);
    return threads;
  }

  /**
   * The same by one statement, which also says whether there is such a purchase; a part nobody
   * wrote about is there too.
   *
   * @throws NotFound if there is no such purchase
   */
  public Map<String, List<Message>> ofPurchase(String number) {
    Map<String, List<Message>> threads = new HashMap<>();
    database.list(
        """
        select o.number, m.* from order_group g
          join vendor_order o on o.order_group_id = g.id
          left join order_message m on m.vendor_order_id = o.id
         where g.number = ? order by m.at, m.id limit 2000
        """,
        row -> {
          List<Message> thread =
              threads.computeIfAbsent(row.text("number"), part -> new ArrayList<>());
          return row.uuid("id") != null && thread.add(message(row));
        },
        number);
    if (threads.isEmpty()) {
      throw new NotFound("order", number);
    }
    return threads;
  }

  private static Message message(Row row) throws SQLException {
    return new Message(
        row.uuid("id"), row.one("author", Author.class), row.text("body"), row.instant("at"));
  }

  /** Writes a message down; whoever did not write it has something new to read. */
  public Message write(Place place, Author author, String text) {
    Checklist checklist = new Checklist();
    String given = checklist.text("text", text, LONGEST);
    checklist.done();
    String body = CardNumbers.masked(given);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    database.update(
        OPEN,
        now,
        author,
        body.length() > BEGINNING ? body.substring(0, BEGINNING) + "…" : body,
        author == Author.VENDOR ? 0 : 1,
        author == Author.BUYER ? 0 : 1,
        place.vendorOrder());
    refuseTooMany(place, author, now);
    Message message = new Message(Ids.next(), author, body, now);
    database.update(
        """
        insert into order_message (id, vendor_order_id, author, author_id, body, at)
        values (?, ?, ?, ?, ?, ?)
        """,
        message.id(),
        place.vendorOrder(),
        author,
        caller.get().account().orElse(null),
        body,
        now);
    outbox.add(
        new DomainEvent.MessageWritten(
            place.orderGroup(),
            place.vendorOrder(),
            place.vendor(),
            place.number(),
            message.id(),
            author.name(),
            now));
    return message;
  }

  /** The thread's row is locked by now: messages of one thread are counted one after the other. */
  private void refuseTooMany(Place place, Author author, Instant now) {
    List<Instant> recent =
        database.list(
            """
            select at from order_message where vendor_order_id = ? and author = ? and at > ?
             order by at limit ?
            """,
            row -> row.instant("at"),
            place.vendorOrder(),
            author,
            now.minus(WINDOW),
            MOST);
    if (recent.size() >= MOST) {
      Instant free = recent.get(0).plus(WINDOW);
      throw new TooManyMessages(MOST, Math.max(1, Duration.between(now, free).toSeconds()));
    }
  }

  public void seenByVendor(Place place) {
    database.update(
        """
        update order_thread set unread_by_vendor = 0
         where vendor_order_id = ? and unread_by_vendor > 0
        """,
        place.vendorOrder());
  }

  public void seenByVendor(UUID vendor, String number) {
    database.update(
        """
        update order_thread t set unread_by_vendor = 0 from vendor_order o
         where o.id = t.vendor_order_id and o.vendor_id = ? and o.number = ?
           and t.unread_by_vendor > 0
        """,
        vendor,
        number);
  }

  public void seenByBuyer(UUID orderGroup) {
    database.update(
        "update order_thread set unread_by_buyer = 0 where order_group_id = ? and unread_by_buyer > 0",
        orderGroup);
  }

  public int unreadByVendor(UUID vendor) {
    return database
        .find(
            """
            select coalesce(sum(unread_by_vendor), 0) as n from order_thread
             where vendor_id = ? and unread_by_vendor > 0
            """,
            row -> row.integer("n"),
            vendor)
        .orElse(0);
  }

  public Page<ThreadSummary> list(UUID vendor, Paging paging) {
    Instant before =
        paging.keys(2).map(keys -> keys.instant(0)).orElse(Instant.parse("9999-01-01T00:00:00Z"));
    UUID id = paging.keys(2).map(keys -> keys.uuid(1)).orElse(new UUID(-1, -1));
    List<ThreadSummary> rows =
        database.list(
            OF_VENDOR,
            row ->
                new ThreadSummary(
                    row.uuid("vendor_order_id"),
                    row.text("number"),
                    row.text("name"),
                    row.one("last_author", Author.class),
                    row.text("last_body"),
                    row.instant("last_at"),
                    row.integer("unread_by_vendor")),
            vendor,
            before,
            id,
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.lastAt(), last.id()));
  }

  /** What a person wrote goes with the person. */
  void on(@Observes AccountErased erased) {
    database.update(
        """
        update order_message m set body = '—', author_id = null
          from order_thread t join order_group g on g.id = t.order_group_id
         where m.vendor_order_id = t.vendor_order_id and m.author = 'BUYER' and g.account_id = ?
        """,
        erased.accountId());
    database.update(
        """
        update order_thread t set last_body = '—' from order_group g
         where g.id = t.order_group_id and g.account_id = ? and t.last_author = 'BUYER'
        """,
        erased.accountId());
  }
}
