package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.AuthorisationLapsed;
import org.halles.marketplace.shared.DomainEvent.DownloadOpened;
import org.halles.marketplace.shared.DomainEvent.OrderAuthorised;
import org.halles.marketplace.shared.DomainEvent.OrderExpired;
import org.halles.marketplace.shared.DomainEvent.OrderHeld;
import org.halles.marketplace.shared.DomainEvent.OrderPaid;
import org.halles.marketplace.shared.DomainEvent.PaymentAwaited;
import org.halles.marketplace.shared.DomainEvent.ShipmentSent;
import org.halles.marketplace.shared.DomainEvent.TransferIncomplete;
import org.halles.marketplace.shared.DomainEvent.VendorPart;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/** Buyers hear that they bought and what is on its way; vendors hear what to send. */
@ApplicationScoped
class OrderLetters {

  private static final String FILE =
      """
      select d.name, d.secret, l.title, g.number, g.download_at_once, v.name as vendor_name
        from download d
        join order_line l on l.id = d.order_line_id
        join vendor_order o on o.id = d.vendor_order_id
        join order_group g on g.id = d.order_group_id
        join vendor v on v.id = o.vendor_id
       where d.id = ?
      """;

  private static final String TRANSFER =
      """
      select a.* from awaited_transfer a
        join payment_transaction t on t.id = a.transaction_id
       where a.order_group_id = ? and t.status = 'PENDING'
       order by a.opened_at desc limit 1
      """;

  private Post post;
  private Readers readers;
  private Database database;

  protected OrderLetters() {}

  @Inject
  OrderLetters(Post post, Readers readers, Database database) {
    this.post = post;
    this.readers = readers;
    this.database = database;
  }

  /** Whatever the number of vendors: two questions, and one statement that writes all letters. */
  void on(@Observes OrderPaid paid) {
    List<Bought> bought = bought(paid.orderGroupId());
    boolean known = bought.get(0).wasHeld();
    String taken = bought.get(0).cash() ? "cash-received" : "money-taken";
    List<Letter> letters = new ArrayList<>();
    letters.add(toBuyer(known ? taken : "order-placed", paid, bought).with("total", paid.total()));
    if (!known) {
      letters.addAll(toVendors("new-order", paid.parts(), bought, null, paid.at()));
    }
    post.send(letters);
  }

  /** The money is held: the buyer reads when it is taken, the vendors may begin. */
  void on(@Observes OrderAuthorised held) {
    List<Bought> bought = bought(held.orderGroupId());
    Reader buyer = new Reader(held.email(), "", held.language());
    List<Letter> letters = new ArrayList<>();
    if (held.until() == null) {
      letters.add(inCash(held, bought));
      letters.addAll(toVendors("new-order-cash", held.parts(), bought, null, held.at()));
      post.send(letters);
      return;
    }
    letters.add(
        Letter.of("order-reserved", held.orderGroupId(), buyer, held.at())
            .with("number", held.number())
            .with("total", held.total().minus(bought.get(0).ended()))
            .with("until", day(held.until(), buyer.language()))
            .with("lines", Bought.lines(bought, line -> !line.untaken(), buyer.language()))
            .with("link", orderPage(held.language(), held.number(), bought.get(0).accessKey())));
    letters.addAll(toVendors("new-order-reserved", held.parts(), bought, held.until(), held.at()));
    post.send(letters);
  }

  private static Letter inCash(OrderAuthorised held, List<Bought> bought) {
    Reader buyer = new Reader(held.email(), "", held.language());
    return Letter.of("order-cash", held.orderGroupId(), buyer, held.at())
        .with("number", held.number())
        .with("total", held.total())
        .with("lines", Bought.lines(bought, line -> true, buyer.language()))
        .with("link", orderPage(held.language(), held.number(), bought.get(0).accessKey()));
  }

  /** The money is held no more: nobody paid, and nothing is to be sent. */
  void on(@Observes AuthorisationLapsed lapsed) {
    List<Letter> letters = new ArrayList<>();
    readers
        .buyer(lapsed.orderGroupId())
        .ifPresent(
            buyer ->
                letters.add(
                    Letter.of("order-lapsed", lapsed.orderGroupId(), buyer, lapsed.at())
                        .with("number", lapsed.number())
                        .with("link", orderPage(lapsed.orderGroupId(), buyer.language()))));
    post.send(letters);
    if (wereTold(lapsed.orderGroupId())) {
      post.send(lapsedToVendors(lapsed));
    }
  }

  /** False if a person looked at the purchase until its end: its vendors never heard of it. */
  private boolean wereTold(UUID orderGroup) {
    return database
        .find(
            """
            select not exists (select from order_event where order_group_id = ? and type = 'held')
                or exists (select from order_event
                            where order_group_id = ? and type = 'released') as told
            """,
            row -> row.flag("told"),
            orderGroup,
            orderGroup)
        .orElseThrow();
  }

  private List<Letter> lapsedToVendors(AuthorisationLapsed lapsed) {
    List<Letter> letters = new ArrayList<>();
    Map<UUID, VendorPart> parts = byVendor(lapsed.parts());
    readers
        .ofVendors(parts.keySet(), "MANAGER", "ORDERS")
        .forEach(
            person -> {
              VendorPart part = parts.get(person.vendorId());
              letters.add(
                  Letter.of(
                          "order-lapsed-vendor", part.vendorOrderId(), person.reader(), lapsed.at())
                      .with("number", part.number())
                      .with("link", vendorPage(person, part)));
            });
    return letters;
  }

  private static Letter toBuyer(String template, OrderPaid paid, List<Bought> bought) {
    Reader buyer = new Reader(paid.email(), "", paid.language());
    return Letter.of(template, paid.orderGroupId(), buyer, paid.at())
        .with("number", paid.number())
        .with("lines", Bought.lines(bought, line -> !line.untaken(), buyer.language()))
        .with("link", orderPage(paid.language(), paid.number(), bought.get(0).accessKey()));
  }

  /**
   * @param until when held money is let go; null if it is here
   */
  private List<Letter> toVendors(
      String template, List<VendorPart> all, List<Bought> bought, Instant until, Instant at) {
    Map<UUID, VendorPart> parts = byVendor(all);
    List<Letter> letters = new ArrayList<>();
    for (Readers.OfVendor person : readers.ofVendors(parts.keySet(), "MANAGER", "ORDERS")) {
      Letter letter = toVendor(template, parts.get(person.vendorId()), person, bought, at);
      letters.add(
          until == null ? letter : letter.with("until", day(until, person.reader().language())));
    }
    return letters;
  }

  private static Map<UUID, VendorPart> byVendor(List<VendorPart> all) {
    Map<UUID, VendorPart> parts = new LinkedHashMap<>();
    all.forEach(part -> parts.put(part.vendorId(), part));
    return parts;
  }

  /** The buyer has paid and hears so; the vendors hear of it when they may begin. */
  void on(@Observes OrderHeld held) {
    readers
        .buyer(held.orderGroupId())
        .map(
            buyer ->
                Letter.of(heldLetter(held.orderGroupId()), held.orderGroupId(), buyer, held.at())
                    .with("number", held.number())
                    .with("total", held.total())
                    .with("link", orderPage(held.orderGroupId(), buyer.language())))
        .ifPresent(post::send);
  }

  private String heldLetter(UUID orderGroup) {
    return database
        .find(
            """
            select case when paid_at is not null then 'order-held'
                        when is_cash(id) then 'order-held-cash'
                        else 'order-held-reserved' end as letter from order_group where id = ?
            """,
            row -> row.text("letter"),
            orderGroup)
        .orElseThrow();
  }

  private static Letter toVendor(
      String template, VendorPart part, Readers.OfVendor person, List<Bought> bought, Instant at) {
    String language = person.reader().language();
    return Letter.of(template, part.vendorOrderId(), person.reader(), at)
        .with("number", part.number())
        .with("total", part.total())
        .with(
            "lines",
            Bought.lines(bought, line -> line.part().equals(part.vendorOrderId()), language))
        .with("link", vendorPage(person, part));
  }

  private static String vendorPage(Readers.OfVendor person, VendorPart part) {
    return Links.portal("/vendor/" + person.slug() + "/orders/" + part.number());
  }

  /** Whoever pays by bank transfer is told where to send the money. */
  void on(@Observes PaymentAwaited awaited) {
    transfer(awaited.orderGroupId(), "transfer-awaited", awaited.orderGroupId(), awaited.at())
        .ifPresent(post::send);
  }

  void on(@Observes TransferIncomplete incomplete) {
    transfer(
            incomplete.orderGroupId(),
            "transfer-incomplete",
            incomplete.receiptId(),
            incomplete.at())
        .map(letter -> letter.with("received", incomplete.received()))
        .map(letter -> letter.with("missing", incomplete.missing()))
        .ifPresent(post::send);
  }

  /** Whoever pays at once saw it end; whoever sends money may still be about to. */
  void on(@Observes OrderExpired expired) {
    transfer(expired.orderGroupId(), "transfer-lapsed", expired.orderGroupId(), expired.at())
        .ifPresent(post::send);
  }

  /** A letter about the newest transfer announced for a purchase, if it is still open. */
  private Optional<Letter> transfer(UUID orderGroup, String template, UUID about, Instant at) {
    return readers
        .buyer(orderGroup)
        .flatMap(buyer -> transfer(buyer, orderGroup, template, about, at));
  }

  private Optional<Letter> transfer(
      Reader buyer, UUID orderGroup, String template, UUID about, Instant at) {
    // before the row is read: the server lends a transaction one statement at a time
    String link = orderPage(orderGroup, buyer.language());
    return database.find(
        TRANSFER,
        row ->
            Letter.of(template, about, buyer, at)
                .with("number", row.text("reference"))
                .with("amount", row.money("amount_minor"))
                .with("holder", row.text("holder"))
                .with("iban", row.text("iban").replaceAll("(.{4})(?!$)", "$1 "))
                .with("until", day(row.instant("until"), buyer.language()))
                .with("link", link),
        orderGroup);
  }

  private static String day(Instant at, String language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language))
        .format(BusinessCalendar.dayOf(at));
  }

  /** The link alone opens the file: whoever bought as a guest has nothing else. */
  void on(@Observes DownloadOpened opened) {
    readers
        .buyer(opened.orderGroupId())
        .ifPresent(
            buyer ->
                database
                    .find(FILE, row -> file(row, opened, buyer), opened.downloadId())
                    .ifPresent(post::send));
  }

  private static Letter file(Row row, DownloadOpened opened, Reader buyer) throws SQLException {
    String waived = Boolean.toString(row.flag("download_at_once"));
    return Letter.of("download-" + waived, opened.downloadId(), buyer, opened.at())
        .with("number", row.text("number"))
        .with("title", row.json("title", Texts.class).in(buyer.language()))
        .with("vendor", row.text("vendor_name"))
        .with("file", row.text("name"))
        .with("link", Links.page(buyer.language(), "/downloads/" + row.text("secret")));
  }

  void on(@Observes ShipmentSent sent) {
    Optional<Money> atTheDoor = atTheDoor(sent.orderGroupId());
    readers
        .buyer(sent.orderGroupId())
        .ifPresent(
            buyer ->
                post.send(
                    shipped(atTheDoor, sent, buyer)
                        .with("number", sent.number())
                        .with("vendor", vendorOf(sent.vendorOrderId()))
                        .with("carrier", sent.carrier())
                        .with("code", sent.trackingCode())
                        .with("lines", parcel(sent.shipmentId(), buyer.language()))
                        .with("link", orderPage(sent.orderGroupId(), buyer.language()))));
  }

  private static Letter shipped(Optional<Money> atTheDoor, ShipmentSent sent, Reader buyer) {
    return atTheDoor
        .map(
            total ->
                Letter.of("shipped-cash", sent.shipmentId(), buyer, sent.at()).with("total", total))
        .orElseGet(() -> Letter.of("shipped", sent.shipmentId(), buyer, sent.at()));
  }

  /** What is still to be paid in cash; empty if it is paid, or paid another way. */
  private Optional<Money> atTheDoor(UUID orderGroup) {
    return database.find(
        """
        select total_minor, currency from order_group
         where id = ? and paid_at is null and is_cash(id)
        """,
        row -> row.money("total_minor"),
        orderGroup);
  }

  private String vendorOf(UUID vendorOrderId) {
    return database
        .find(
            "select v.name from vendor_order o join vendor v on v.id = o.vendor_id where o.id = ?",
            row -> row.text("name"),
            vendorOrderId)
        .orElseThrow();
  }

  /** Good without signing in: whoever bought as a guest has nothing else. */
  private static String orderPage(String language, String number, String accessKey) {
    return Links.page(language, "/orders/" + number + "?accessKey=" + accessKey);
  }

  private String orderPage(UUID orderGroupId, String language) {
    return database
        .find(
            "select number, access_key from order_group where id = ?",
            row -> orderPage(language, row.text("number"), row.text("access_key")),
            orderGroupId)
        .orElseThrow();
  }

  private List<Bought> bought(UUID orderGroupId) {
    return database.list(
        """
        select l.vendor_order_id, l.quantity, l.title, l.total_minor, g.currency, g.access_key,
               o.untaken,
               (select coalesce(sum(u.total_minor), 0)::bigint from vendor_order u
                 where u.order_group_id = g.id and u.untaken) as ended_minor,
               coalesce(g.begun_at < g.paid_at, false) as was_held, c.cash
          from order_group g join order_line l on l.order_group_id = g.id
          join vendor_order o on o.id = l.vendor_order_id
         cross join (select is_cash(?) as cash) c
         where g.id = ? order by l.vendor_order_id, l.position
        """,
        Bought::read,
        orderGroupId,
        orderGroupId);
  }

  private String parcel(UUID shipmentId, String language) {
    return database
        .list(
            """
            select s.quantity, l.title from shipment_line s join order_line l on l.id = s.order_line_id
             where s.shipment_id = ? order by l.position limit 100
            """,
            row ->
                Bought.quantity(row.integer("quantity"), row.json("title", Texts.class), language),
            shipmentId)
        .stream()
        .collect(Collectors.joining("\n"));
  }
}
