package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.refund.LostBeyond;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.ChargebackState;

/** Chargebacks for which too little is left, as stored; part of the caller's transaction. */
@ApplicationScoped
class UncoveredRows {

  /**
   * One of them.
   *
   * @param seen as its gateway told it last, for what is gone by now
   * @param loss what was booked as lost, or null
   * @param recovered what of that was taken back of credit, or null
   * @param parts how often the bank gave a part of the loss back
   */
  record Stored(
      UUID id,
      String gateway,
      UUID orderGroup,
      Chargeback seen,
      Money loss,
      Money recovered,
      Instant bookedAt,
      Instant turnedRoundAt,
      int parts) {

    LostBeyond.Loss known() {
      return new LostBeyond.Loss(id, orderGroup, gateway, parts);
    }

    boolean isBooked() {
      return bookedAt != null;
    }

    boolean isDecided() {
      return seen.state() != ChargebackState.OPEN && seen.state() != ChargebackState.CONTESTED;
    }
  }

  private Database database;

  protected UncoveredRows() {}

  @Inject
  UncoveredRows(Database database) {
    this.database = database;
  }

  /** Writes down how it stands; what is booked stays as it is. */
  void remember(UUID id, String gateway, UUID order, Chargeback seen, Instant now) {
    database.update(
        """
        insert into uncovered_chargeback as known
               (id, gateway, reference, charge_key, order_group_id, reason, state, amount_minor,
                fee_minor, currency, at, answer_by, told_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update
           set state = excluded.state, amount_minor = excluded.amount_minor,
               fee_minor = excluded.fee_minor, told_at = excluded.told_at
         where known.booked_at is null
        """,
        id,
        gateway,
        seen.reference(),
        seen.chargeKey(),
        order,
        seen.reason(),
        seen.state(),
        gone(seen).minor(),
        seen.fee().minor(),
        seen.amount().currency().value(),
        seen.at(),
        seen.answerBy(),
        now);
  }

  private static Money gone(Chargeback seen) {
    return switch (seen.state()) {
      case OPEN, CONTESTED, LOST -> seen.amount();
      case WON -> Money.zero(seen.amount().currency());
      case PARTLY -> seen.kept();
    };
  }

  /** It fits by now, or came back. */
  void forget(UUID id) {
    database.update(
        "delete from uncovered_chargeback where id = ? and booked_at is null", (Object) id);
  }

  Optional<Stored> find(UUID id) {
    return database.find(
        "select * from uncovered_chargeback where id = ?", UncoveredRows::read, id);
  }

  Optional<Stored> lock(UUID id) {
    return database.find(
        "select * from uncovered_chargeback where id = ? for update", UncoveredRows::read, id);
  }

  /**
   * Those whose bank has not decided; and, if nobody asked about them lately, those it decided
   * since then: it may still give them back. They count as asked about now.
   */
  List<Stored> toAsk(Instant decidedSince, Instant askedBefore, Instant now, int most) {
    return database.list(
        """
        update uncovered_chargeback set asked_at = ?
         where id in (select id from uncovered_chargeback
                       where turned_round_at is null
                         and (booked_at is null and state in ('OPEN', 'CONTESTED')
                              or coalesce(booked_at, at) >= ?
                                 and greatest(told_at, booked_at, asked_at) < ?)
                       order by asked_at nulls first, at, id limit ? for update skip locked)
        returning *
        """,
        UncoveredRows::read,
        now,
        decidedSince,
        askedBefore,
        most);
  }

  void booked(UUID id, Money loss, Money recovered, Instant now) {
    database.update(
        """
        update uncovered_chargeback set loss_minor = ?, recovered_minor = ?, booked_at = ?
         where id = ?
        """,
        loss.minor(),
        recovered.minor(),
        now,
        id);
  }

  /** The bank gave a part back: so much is gone, and so much of it lost. */
  void bookedInPart(UUID id, Money gone, Money loss, Money recovered) {
    database.update(
        """
        update uncovered_chargeback
           set amount_minor = ?, loss_minor = ?, recovered_minor = ?, state = 'PARTLY',
               parts = parts + 1
         where id = ?
        """,
        gone.minor(),
        loss.minor(),
        recovered.minor(),
        id);
  }

  void turnedRound(UUID id, Instant now) {
    database.update("update uncovered_chargeback set turned_round_at = ? where id = ?", now, id);
  }

  private static Stored read(Row row) throws SQLException {
    Money amount = row.money("amount_minor");
    boolean booked = row.instant("booked_at") != null;
    return new Stored(
        row.uuid("id"),
        row.text("gateway"),
        row.uuid("order_group_id"),
        new Chargeback(
            row.text("reference"),
            row.text("charge_key"),
            amount,
            row.money("fee_minor"),
            row.text("reason"),
            row.one("state", ChargebackState.class),
            row.instant("at"),
            row.instant("answer_by")),
        booked ? row.money("loss_minor") : null,
        booked ? row.money("recovered_minor") : null,
        row.instant("booked_at"),
        row.instant("turned_round_at"),
        row.integer("parts"));
  }
}
