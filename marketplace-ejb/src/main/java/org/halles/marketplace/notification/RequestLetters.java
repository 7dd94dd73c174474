package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.BidDecided;
import org.halles.marketplace.shared.DomainEvent.BidMade;
import org.halles.marketplace.shared.DomainEvent.BidWithdrawn;
import org.halles.marketplace.shared.DomainEvent.RequestEnded;
import org.halles.marketplace.shared.DomainEvent.RequestMessageWritten;
import org.halles.marketplace.shared.DomainEvent.RequestOpened;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Vendors hear what buyers look for; buyers hear what is offered. */
@ApplicationScoped
class RequestLetters {

  private static final String[] SELLERS = {"MANAGER", "ORDERS"};

  /** A request as letters speak of it. */
  private record Asked(
      UUID id,
      UUID buyer,
      String number,
      String title,
      int quantity,
      Money budget,
      LocalDate wantedBy,
      String city,
      String reason) {}

  /** An offer as letters speak of it. */
  private record Offered(Money total, LocalDate until, Instant payBy) {}

  private Post post;
  private Readers readers;
  private Database database;

  protected RequestLetters() {}

  @Inject
  RequestLetters(Post post, Readers readers, Database database) {
    this.post = post;
    this.readers = readers;
    this.database = database;
  }

  void on(@Observes RequestOpened opened) {
    Asked asked = asked(opened.requestId());
    List<UUID> called =
        database.list(
            "select vendor_id from request_call where request_id = ?",
            row -> row.uuid("vendor_id"),
            asked.id());
    post.send(
        readers.ofVendors(called, SELLERS).stream()
            .map(
                person ->
                    of("request-for-you", asked.id(), asked, person.reader(), opened.at())
                        .with(
                            "facts",
                            RequestFacts.of(
                                asked.quantity(),
                                asked.budget(),
                                asked.wantedBy(),
                                asked.city(),
                                person.reader().language()))
                        .with("vendor", vendorName(person.vendorId()))
                        .with("link", portal(person.slug(), asked)))
            .toList());
  }

  void on(@Observes BidMade made) {
    Asked asked = asked(made.requestId());
    Offered offered = offered(made.bidId());
    toBuyer(
        "bid-received",
        made.bidId() + ":" + made.revision(),
        asked,
        made.vendorId(),
        made.at(),
        letter -> letter.with("total", offered.total()).with("until", offered.until()));
  }

  void on(@Observes BidWithdrawn withdrawn) {
    toBuyer(
        "bid-withdrawn",
        about(withdrawn.bidId(), withdrawn.at()),
        asked(withdrawn.requestId()),
        withdrawn.vendorId(),
        withdrawn.at(),
        UnaryOperator.identity());
  }

  void on(@Observes BidDecided decided) {
    Asked asked = asked(decided.requestId());
    Offered offered = offered(decided.bidId());
    toVendor(
        "bid-" + decided.outcome(),
        about(decided.bidId(), decided.at()),
        asked,
        decided.vendorId(),
        decided.at(),
        letter -> letter.with("total", offered.total()).with("by", offered.payBy()));
    if (decided.outcome().equals("lapsed")) {
      toBuyer(
          "agreement-lapsed",
          about(decided.bidId(), decided.at()),
          asked,
          decided.vendorId(),
          decided.at(),
          UnaryOperator.identity());
    }
  }

  void on(@Observes RequestEnded ended) {
    Asked asked = asked(ended.requestId());
    for (UUID vendor : ended.vendors()) {
      toVendor("request-over", asked.id(), asked, vendor, ended.at(), UnaryOperator.identity());
    }
    if (ended.how().equals("EXPIRED")) {
      toBuyer("request-ran-out", asked.id(), asked, null, ended.at(), UnaryOperator.identity());
    } else if (ended.how().equals("TAKEN_DOWN")) {
      toBuyer(
          "request-taken-down",
          asked.id(),
          asked,
          null,
          ended.at(),
          letter -> letter.with("reason", asked.reason()));
    }
  }

  void on(@Observes RequestMessageWritten written) {
    Asked asked = asked(written.requestId());
    if (written.author().equals("VENDOR")) {
      toBuyer(
          "request-message-to-buyer",
          written.messageId(),
          asked,
          written.vendorId(),
          written.at(),
          UnaryOperator.identity());
    } else {
      toVendor(
          "request-message-to-vendor",
          written.messageId(),
          asked,
          written.vendorId(),
          written.at(),
          UnaryOperator.identity());
    }
  }

  private void toBuyer(
      String template,
      Object about,
      Asked asked,
      UUID vendor,
      Instant at,
      UnaryOperator<Letter> more) {
    readers
        .account(asked.buyer())
        .ifPresent(
            buyer ->
                post.send(
                    more.apply(
                        of(template, about, asked, buyer, at)
                            .with("vendor", vendor == null ? null : vendorName(vendor))
                            .with(
                                "link",
                                Links.page(buyer.language(), "/account/requests/" + asked.id())))));
  }

  private void toVendor(
      String template,
      Object about,
      Asked asked,
      UUID vendor,
      Instant at,
      UnaryOperator<Letter> more) {
    post.send(
        readers.ofVendors(List.of(vendor), SELLERS).stream()
            .map(
                person ->
                    more.apply(
                        of(template, about + ":" + vendor, asked, person.reader(), at)
                            .with("link", portal(person.slug(), asked))))
            .toList());
  }

  private static Letter of(String template, Object about, Asked asked, Reader reader, Instant at) {
    return Letter.of(template, about, reader, at)
        .with("number", asked.number())
        .with("title", asked.title());
  }

  private static String about(UUID id, Instant at) {
    return id + ":" + at.toEpochMilli();
  }

  private static String portal(String slug, Asked asked) {
    return Links.portal("/vendor/" + slug + "/requests/" + asked.id());
  }

  private Asked asked(UUID id) {
    return database
        .find("select * from buyer_request where id = ?", RequestLetters::read, id)
        .orElseThrow();
  }

  private static Asked read(Row row) throws SQLException {
    return new Asked(
        row.uuid("id"),
        row.uuid("account_id"),
        row.text("number"),
        row.text("title"),
        row.integer("quantity"),
        row.wholeOrNull("budget_minor") == null ? null : row.money("budget_minor"),
        row.day("wanted_by"),
        row.text("city"),
        row.text("reason"));
  }

  private Offered offered(UUID bid) {
    return database
        .find(
            "select price_minor + shipping_minor as total, currency, valid_until, pay_by"
                + " from bid where id = ?",
            row -> new Offered(row.money("total"), row.day("valid_until"), row.instant("pay_by")),
            bid)
        .orElseThrow();
  }

  private String vendorName(UUID vendor) {
    return database
        .find("select name from vendor where id = ?", row -> row.text("name"), vendor)
        .orElseThrow();
  }
}
