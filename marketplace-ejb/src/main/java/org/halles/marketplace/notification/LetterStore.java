package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Rows;

/** Letters and how far they have come. */
@ApplicationScoped
class LetterStore {

  /** A letter whose carrier died on the way is tried again after this. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** How long a letter is tried before it is given up. */
  static final Duration PATIENCE = Duration.ofDays(4);

  private static final int LONGEST_ERROR = 500;

  private static final Rows.Shape SHAPE =
      Rows.Shape.of(
          "letter",
          "status='WAITING'",
          "id uuid",
          "key text",
          "template text",
          "recipient text",
          "language text",
          "facts jsonb",
          "attempts int",
          "created_at timestamptz",
          "due_at timestamptz");

  private static final String INSERT = SHAPE.insert() + " on conflict (key) do nothing";

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

  /**
   * A letter that is out of our hands.
   *
   * @param shown what the demonstration shows of it, or null to forget what it said
   */
  record Gone(Waiting letter, WrittenLetter shown) {

    String subject() {
      return shown == null ? null : shown.subject();
    }

    String body() {
      return shown == null ? null : Json.write(shown.blocks());
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

  /** Keeps them for whoever takes them. */
  void add(List<Letter> letters, Instant now) {
    Rows rows = new Rows(SHAPE);
    letters.forEach(letter -> add(rows, Ids.next(), letter, 0, now, now));
    database.update(INSERT, rows.columns());
  }

  /**
   * Keeps them, and answers those that were not there yet as taken: if whoever adds them does not
   * bring them away, others take them after the usual while.
   */
  List<Waiting> addTaken(List<Letter> letters, Instant now) {
    Rows rows = new Rows(SHAPE);
    Map<UUID, Letter> byId = new LinkedHashMap<>();
    for (Letter letter : letters) {
      UUID id = Ids.next();
      byId.put(id, letter);
      add(rows, id, letter, 1, now, now.plus(LEASE));
    }
    return database.list(INSERT + " returning id", row -> row.uuid("id"), rows.columns()).stream()
        .map(id -> taken(id, byId.get(id), now))
        .toList();
  }

  private static void add(
      Rows rows, UUID id, Letter letter, int attempts, Instant now, Instant due) {
    rows.add(
        id,
        letter.key(),
        letter.template(),
        letter.to(),
        letter.language(),
        Json.write(letter.facts()),
        attempts,
        now,
        due);
  }

  private static Waiting taken(UUID id, Letter letter, Instant now) {
    return new Waiting(
        id, letter.template(), letter.to(), letter.language(), letter.facts(), 1, now);
  }

  /** True as long as nobody else can have taken a letter that was {@link #addTaken added taken}. */
  boolean isStillOurs(Waiting letter) {
    return clock.instant().isBefore(letter.createdAt().plus(LEASE.dividedBy(2)));
  }

  /** Lets others take them at once. */
  @Transactional
  public void giveBack(List<Waiting> letters) {
    database.update(
        "update letter set due_at = ?, attempts = attempts - 1 where status = 'WAITING' and id = any(?)",
        clock.instant(),
        letters.stream().map(Waiting::id).toArray(UUID[]::new));
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

  /** They have gone: what they said is forgotten, but for what the demonstration shows of it. */
  @Transactional
  public void sent(List<Gone> gone) {
    if (gone.isEmpty()) {
      return;
    }
    database.update(
        """
        update letter l set status = 'SENT', sent_at = ?, facts = null, last_error = null,
               subject = given.subject, body = given.body::jsonb
          from unnest(?::uuid[], ?::text[], ?::text[]) as given (id, subject, body)
         where l.id = given.id
        """,
        clock.instant(),
        gone.stream().map(letter -> letter.letter().id()).toArray(UUID[]::new),
        gone.stream().map(Gone::subject).toArray(String[]::new),
        gone.stream().map(Gone::body).toArray(String[]::new));
  }

  /**
   * It has not gone: later, later each time, and at last no more; what it said is forgotten then.
   */
  @Transactional
  public void failed(Waiting letter, String why) {
    Instant now = clock.instant();
    boolean givenUp = now.isAfter(letter.createdAt().plus(PATIENCE));
    Duration wait = Duration.ofSeconds(5L << Math.min(letter.attempts(), 10));
    database.update(
        """
        update letter set status = ?, due_at = ?, last_error = ?,
               facts = case when ? then null else facts end
         where id = ?
        """,
        givenUp ? LetterStatus.UNDELIVERABLE : LetterStatus.WAITING,
        now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT),
        why.substring(0, Math.min(LONGEST_ERROR, why.length())),
        givenUp,
        letter.id());
  }
}
