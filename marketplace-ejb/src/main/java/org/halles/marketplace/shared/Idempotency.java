package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Same key, same answer: a request that is sent again, for whatever reason, has one effect. The key
 * is written first, leased for a minute; when the work is done the answer is stored with it, best
 * in the transaction of the work. A crash in between leaves a lease that runs out, and the next
 * request with the key takes it over.
 */
@ApplicationScoped
public class Idempotency {

  /** How long a request may take before another one with its key may take over. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  /**
   * What was answered.
   *
   * @param status of HTTP
   * @param body or null
   * @param location header, or null
   */
  public record Answer(int status, String body, String location) {}

  /**
   * A key that is now ours.
   *
   * @param scope whose key it is: an account or a cart
   * @param key as sent
   */
  public record Ticket(String scope, String key) {}

  /**
   * How a request with a key begins.
   *
   * @param ticket to finish or abandon with
   * @param answer of the first request, to be repeated; empty if there is work to do
   * @param takenOver true if an earlier request with this key never ended: some of its work may be
   *     done
   */
  public record Begun(Ticket ticket, Optional<Answer> answer, boolean takenOver) {}

  /** The key was used before for something else. */
  public static final class KeyReused extends Refusal {
    private static final long serialVersionUID = 1L;

    KeyReused(String key) {
      super(
          Kind.UNPROCESSABLE,
          "idempotency-key-reused",
          "the Idempotency-Key '" + key + "' was used for another request: use a new one",
          Map.of());
    }
  }

  /** The first request with this key still runs. */
  public static final class KeyInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    KeyInUse(String key, long retryAfterSeconds) {
      super(
          Kind.CONFLICT,
          "request-in-progress",
          "a request with the Idempotency-Key '" + key + "' is still running: ask again later",
          Map.of("retryAfterSeconds", retryAfterSeconds));
    }
  }

  private record Stored(byte[] hash, boolean done, Instant leaseUntil, Answer answer) {}

  private Database database;
  private Clock clock;

  protected Idempotency() {}

  @Inject
  public Idempotency(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A hash over what was asked, so that a key cannot be used for two different things. */
  public static byte[] hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * Claims a key at once, whatever becomes of the caller's transaction. The claim need not be
   * waited for: whatever is committed under it, a stored answer too, comes after it in the same
   * log, so nothing of that is ever kept without it; and gateways are asked only after such a
   * commit. A claim that a power cut took back was followed by nothing, and nobody has been
   * answered.
   *
   * @throws KeyReused if it was used for something else
   * @throws KeyInUse if the first request with it still runs
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Begun begin(String scope, String key, byte[] requestHash) {
    Instant now = clock.instant();
    Ticket ticket = new Ticket(scope, key);
    int inserted =
        database.updateSwiftly(
            """
            insert into idempotency (scope, key, request_hash, state, lease_until, created_at)
            values (?, ?, ?, 'STARTED', ?, ?) on conflict do nothing
            """,
            scope,
            key,
            requestHash,
            now.plus(LEASE),
            now);
    return inserted == 1
        ? new Begun(ticket, Optional.empty(), false)
        : again(ticket, requestHash, now);
  }

  private Begun again(Ticket ticket, byte[] requestHash, Instant now) {
    Stored stored = stored(ticket);
    if (!MessageDigest.isEqual(stored.hash(), requestHash)) {
      throw new KeyReused(ticket.key());
    }
    if (stored.done()) {
      return new Begun(ticket, Optional.of(stored.answer()), false);
    }
    if (!takeOver(ticket, now)) {
      long seconds = Duration.between(now, stored.leaseUntil()).toSeconds();
      throw new KeyInUse(ticket.key(), Math.min(Math.max(1, seconds), 2));
    }
    return new Begun(ticket, Optional.empty(), true);
  }

  /** Of two that find a lease at its end, one gets it. */
  private boolean takeOver(Ticket ticket, Instant now) {
    return database.update(
            """
            update idempotency set lease_until = ?
             where scope = ? and key = ? and state = 'STARTED' and lease_until <= ?
            """,
            now.plus(LEASE),
            ticket.scope(),
            ticket.key(),
            now)
        == 1;
  }

  private Stored stored(Ticket ticket) {
    return database
        .find(
            """
            select request_hash, state, lease_until, status, body, location from idempotency
             where scope = ? and key = ?
            """,
            row ->
                new Stored(
                    row.bytes("request_hash"),
                    row.text("state").equals("DONE"),
                    row.instant("lease_until"),
                    new Answer(row.integer("status"), row.text("body"), row.text("location"))),
            ticket.scope(),
            ticket.key())
        .orElseThrow(() -> new KeyInUse(ticket.key(), 1));
  }

  /** Stores the answer, as part of the caller's transaction if there is one. */
  @Transactional
  public void finish(Ticket ticket, Answer answer) {
    database.update(
        """
        update idempotency set state = 'DONE', status = ?, body = ?, location = ?
         where scope = ? and key = ?
        """,
        answer.status(),
        answer.body(),
        answer.location(),
        ticket.scope(),
        ticket.key());
  }

  /**
   * Ends the lease at once: some of the work may be done, and the next request with the key may
   * find out.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void release(Ticket ticket) {
    database.update(
        "update idempotency set lease_until = ? where scope = ? and key = ? and state = 'STARTED'",
        clock.instant(),
        ticket.scope(),
        ticket.key());
  }

  /** Frees the key: nothing was done, or the server failed, and the client may try again. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void abandon(Ticket ticket) {
    database.update(
        "delete from idempotency where scope = ? and key = ? and state = 'STARTED'",
        ticket.scope(),
        ticket.key());
  }
}
