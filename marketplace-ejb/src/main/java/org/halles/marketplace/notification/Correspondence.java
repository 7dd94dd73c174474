package org.halles.marketplace.notification;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** What became of the market's letters: for operators, and for newcomers who try the market out. */
@ApplicationScoped
public class Correspondence {

  private static final TypeReference<List<LetterBlock>> BLOCKS = new TypeReference<>() {};

  private static final String NEWEST =
      """
      select * from letter
       where (?::text is null or status = ?) and (?::text is null or lower(recipient) = lower(?))
         and (?::timestamptz is null or (created_at, id) < (?::timestamptz, ?::uuid))
         and (not ?::boolean or body is not null)
       order by created_at desc, id desc limit ?
      """;

  private Database database;
  private PostOffice office;
  private Clock clock;

  protected Correspondence() {}

  @Inject
  Correspondence(Database database, PostOffice office, Clock clock) {
    this.database = database;
    this.office = office;
    this.clock = clock;
  }

  /**
   * Letters, newest first, without what they say.
   *
   * @param status only these, or null for all
   * @param recipient only to this address, or null for all
   */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Page<LetterView> list(LetterStatus status, String recipient, Paging paging) {
    return page(
        status,
        recipient,
        false,
        paging,
        Correspondence::view,
        LetterView::createdAt,
        LetterView::id);
  }

  /** Tries a letter again at once that was given up or waits for its next attempt. */
  @Transactional
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public LetterView retry(UUID id) {
    Instant now = clock.instant();
    LetterView letter =
        database
            .find(
                """
                update letter set status = 'WAITING', due_at = ?, created_at = case
                  when status = 'UNDELIVERABLE' then ? else created_at end
                 where id = ? and status <> 'SENT' returning *
                """,
                Correspondence::view,
                now,
                now,
                id)
            .orElseThrow(() -> new NotFound("unsent letter", id));
    office.wake();
    return letter;
  }

  /**
   * True where anybody may read the market's mails: in the demonstration, without a mail server.
   */
  @Allowed(Role.ANYONE)
  public boolean isShown() {
    return office.isShown();
  }

  /**
   * The demonstration's mails, newest first.
   *
   * @throws NotFound where mails are nobody's business
   */
  @Allowed(Role.ANYONE)
  public Page<ShownLetter> shown(String recipient, Paging paging) {
    requireShown();
    return page(
        null,
        recipient,
        true,
        paging,
        Correspondence::read,
        ShownLetter::createdAt,
        ShownLetter::id);
  }

  /**
   * One of the demonstration's mails.
   *
   * @throws NotFound where mails are nobody's business, or there is none
   */
  @Allowed(Role.ANYONE)
  public ShownLetter shown(UUID id) {
    requireShown();
    return database
        .find("select * from letter where id = ? and body is not null", Correspondence::read, id)
        .orElseThrow(() -> new NotFound("mail", id));
  }

  private void requireShown() {
    if (!isShown()) {
      throw new NotFound("page", "mail");
    }
  }

  private <T> Page<T> page(
      LetterStatus status,
      String recipient,
      boolean written,
      Paging paging,
      Row.Reader<T> reader,
      Function<T, Instant> at,
      Function<T, UUID> id) {
    String whose = recipient == null || recipient.isBlank() ? null : recipient.strip();
    Optional<Keys> after = paging.keys(2);
    Instant before = after.map(keys -> keys.instant(0)).orElse(null);
    List<T> rows =
        database.list(
            NEWEST,
            reader,
            status,
            status,
            whose,
            whose,
            before,
            before,
            after.map(keys -> keys.uuid(1)).orElse(null),
            written,
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(at.apply(last), id.apply(last)));
  }

  private static LetterView view(Row row) throws SQLException {
    return new LetterView(
        row.uuid("id"),
        row.text("template"),
        row.text("recipient"),
        row.text("language"),
        row.one("status", LetterStatus.class),
        row.integer("attempts"),
        row.instant("created_at"),
        row.instant("due_at"),
        row.instant("sent_at"),
        row.text("last_error"));
  }

  private static ShownLetter read(Row row) throws SQLException {
    return new ShownLetter(
        row.uuid("id"),
        row.text("recipient"),
        row.text("subject"),
        row.json("body", BLOCKS),
        row.instant("created_at"));
  }
}
