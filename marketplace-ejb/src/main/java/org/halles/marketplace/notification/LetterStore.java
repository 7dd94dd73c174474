package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Row;

/** Letters and how far they have come. */
@ApplicationScoped
class LetterStore {

  /** A letter whose carrier died on the way is tried again after this. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** How long a letter is tried before it is given up. */
  static final Duration PATIENCE = Duration.ofDays(4);

  private static final int LONGEST_ERROR = 500;

  /** A letter somebody has taken to the mail server. */
  record Waiting(
      UUID id,
      String template,
      String to,
      String language,
      Map<String, String> facts,
      int attempts,
      Instant createdAt) {

    private static Waiting read(Row row) throws SQLException {
      return new Waiting(
          row.uuid("id"),
          row.text("template"),
          row.text("recipient"),
          row.text("language"),
          row.words("facts"),
          row.integer("attempts"),
          row.instant("created_at"));
    }
  }

  private Database database;
  private Clock clock;

  protected LetterStore() {}

  @Inject
  LetterStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void add(Letter letter, Instant now) {
    database.update(
        """
        insert into letter (id, key, template, recipient, language, facts, status, created_at, due_at)
        values (?, ?, ?, ?, ?, ?::jsonb, 'WAITING', ?, ?) on conflict (key) do nothing
        """,
        Ids.next(),
        letter.key(),
        letter.template(),
        letter.to(),
        letter.language(),
        Json.write(letter.facts()),
        now,
        now);
  }

  /** Takes what is due; nobody else gets it for a while. */
  @Transactional
  public List<Waiting> take(int most) {
    Instant now = clock.instant();
    return database.list(
        """
        update letter set attempts = attempts + 1, due_at = ?
         where id in (select id from letter where status = 'WAITING' and due_at <= ?
                       order by due_at, id limit ? for update skip locked)
        returning id, template, recipient, language, facts, attempts, created_at
        """,
        Waiting::read,
        now.plus(LEASE),
        now,
        most);
  }

  /**
   * It has gone.
   *
   * @param shown what the demonstration shows of it, or null to forget what it said
   */
  @Transactional
  public void sent(Waiting letter, WrittenLetter shown) {
    database.update(
        """
        update letter set status = 'SENT', sent_at = ?, facts = null, last_error = null,
               subject = ?, body = ?::jsonb where id = ?
        """,
        clock.instant(),
        shown == null ? null : shown.subject(),
        shown == null ? null : Json.write(shown.blocks()),
        letter.id());
  }

  /** It has not gone: later, later each time, and at last no more. */
  @Transactional
  public void failed(Waiting letter, String why) {
    Instant now = clock.instant();
    boolean givenUp = now.isAfter(letter.createdAt().plus(PATIENCE));
    Duration wait = Duration.ofSeconds(5L << Math.min(letter.attempts(), 10));
    database.update(
        "update letter set status = ?, due_at = ?, last_error = ? where id = ?",
        givenUp ? LetterStatus.UNDELIVERABLE : LetterStatus.WAITING,
        now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT),
        why.substring(0, Math.min(LONGEST_ERROR, why.length())),
        letter.id());
  }
}
