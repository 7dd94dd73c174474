package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.request.RequestMessage.Author;
import org.halles.marketplace.shared.CardNumbers;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.RequestMessageWritten;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Row;

/** What is asked before an offer is made or accepted; part of the caller's transaction. */
@ApplicationScoped
class RequestTalk {

  /** Of one side to the other about one request in an hour. */
  private static final int MOST = 20;

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int LONGEST = 4_000;
  private static final int MOST_SHOWN = 500;

  private Database database;
  private Outbox outbox;
  private Clock clock;

  protected RequestTalk() {}

  @Inject
  RequestTalk(Database database, Outbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** All of a request, oldest first. */
  List<RequestMessage> about(UUID request) {
    return database.list(
        "select * from request_message where request_id = ? order by id limit ?",
        RequestTalk::read,
        request,
        MOST_SHOWN);
  }

  /** Those between the buyer and this vendor, oldest first. */
  List<RequestMessage> with(UUID vendor, UUID request) {
    return database.list(
        "select * from request_message where request_id = ? and vendor_id = ? order by id limit ?",
        RequestTalk::read,
        request,
        vendor,
        MOST_SHOWN);
  }

  /** The request is locked by now: messages about it are counted one after the other. */
  void write(UUID request, UUID vendor, Author author, String text) {
    Checklist checklist = new Checklist();
    String body = checklist.text("text", text, LONGEST);
    checklist.done();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    refuseTooMany(request, vendor, author, now);
    UUID id = Ids.next();
    database.update(
        """
        insert into request_message (id, request_id, vendor_id, author, body, at)
        values (?, ?, ?, ?, ?, ?)
        """,
        id,
        request,
        vendor,
        author,
        CardNumbers.masked(body),
        now);
    outbox.add(new RequestMessageWritten(request, vendor, id, author.name(), now));
  }

  private void refuseTooMany(UUID request, UUID vendor, Author author, Instant now) {
    List<Instant> recent =
        database.list(
            """
            select at from request_message
             where request_id = ? and vendor_id = ? and author = ? and at > ? order by at
            """,
            row -> row.instant("at"),
            request,
            vendor,
            author,
            now.minus(WINDOW));
    if (recent.size() >= MOST) {
      long wait = Duration.between(now, recent.get(0).plus(WINDOW)).toSeconds();
      throw RequestRefused.tooMany("messages", MOST, Math.max(1, wait));
    }
  }

  private static RequestMessage read(Row row) throws SQLException {
    return new RequestMessage(
        row.uuid("id"),
        row.uuid("vendor_id"),
        row.one("author", Author.class),
        row.text("body"),
        row.instant("at"));
  }
}
