package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.GiftCardIssued;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Row;

/** Sends the codes of bought gift cards on their day, each once. */
@ApplicationScoped
public class GiftPost {

  /** A card whose money went back, or whose bank disputes it, is not sent. */
  private static final String SEND =
      """
      with due as (
        select s.order_group_id, s.sealed_code, g.number, c.expires_at
          from gift_card_sale s
          join store_credit c on c.id = s.credit_id
          join order_group g on g.id = s.order_group_id
         where s.order_group_id = ? and s.sent_at is null and c.balance_minor > 0 and not c.blocked
           for update of s
      )
      update gift_card_sale s set sent_at = ?, sealed_code = null from due d
       where s.order_group_id = d.order_group_id
      returning s.*, d.sealed_code as code, d.number, d.expires_at
      """;

  private Database database;
  private Outbox outbox;
  private Clock clock;

  protected GiftPost() {}

  @Inject
  GiftPost(Database database, Outbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Sends those whose time has come; those somebody else is sending are left out.
   *
   * @return how many were sent
   */
  @Allowed(Role.SYSTEM)
  @Transactional
  public int sendDue(int most) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return (int)
        database
            .list(
                """
                select s.order_group_id from gift_card_sale s
                  join store_credit c on c.id = s.credit_id
                 where s.sent_at is null and s.due_at <= ? and c.balance_minor > 0
                   and not c.blocked
                 order by s.due_at limit ? for update of s skip locked
                """,
                row -> row.uuid("order_group_id"),
                now,
                most)
            .stream()
            .filter(order -> send(order, now))
            .count();
  }

  /** Sends one; part of the caller's transaction. False if there is nothing to send. */
  boolean send(UUID order, Instant now) {
    return database
        .find(SEND, row -> letter(row, now), order, now)
        .map(
            letter -> {
              outbox.add(letter);
              return true;
            })
        .orElse(false);
  }

  private static GiftCardIssued letter(Row row, Instant now) throws SQLException {
    return new GiftCardIssued(
        row.uuid("credit_id"),
        row.text("recipient"),
        row.text("language"),
        row.text("code"),
        row.money("amount_minor"),
        row.instant("expires_at"),
        new GiftCardIssued.Gift(row.text("sender"), row.text("greeting")),
        now);
  }
}
