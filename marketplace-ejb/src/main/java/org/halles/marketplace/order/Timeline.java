package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Rows;
import org.halles.spi.Money;

/** Writes what people read about an order, inside the caller's transaction. */
@ApplicationScoped
public class Timeline {

  public static final String PLACED = "placed";
  public static final String FALLBACK_USED = "fallback-used";
  public static final String PAYMENT_AWAITED = "payment-awaited";
  public static final String AUTHORISED = "authorised";
  public static final String CASH_AGREED = "cash-agreed";
  public static final String CASH_RECEIVED = "cash-received";
  public static final String CASH_GIVEN_BACK = "cash-given-back";
  public static final String AUTHORISATION_LAPSED = "authorisation-lapsed";
  public static final String PAID = "paid";
  public static final String HELD = "held";
  public static final String RELEASED = "released";
  public static final String PAYMENT_FAILED = "payment-failed";
  public static final String EXPIRED = "expired";
  public static final String LATE_PAYMENT_RETURNED = "late-payment-returned";
  public static final String MONEY_RETURNED = "money-returned";
  public static final String RETURN_FAILED = "return-failed";
  public static final String REFUNDED = "refunded";
  public static final String ACCEPTED = "accepted";
  public static final String REFUSED = "refused";
  public static final String CANCELLED = "cancelled";
  public static final String SHIPPED = "shipped";
  public static final String DISPUTED = "disputed";
  public static final String DISPUTE_DECIDED = "dispute-decided";
  public static final String CHARGED_BACK = "charged-back";
  public static final String DELIVERED = "delivered";
  public static final String PERFORMED = "performed";
  public static final String DOWNLOADABLE = "downloadable";

  public static final String RETURN_REQUESTED = "return-requested";
  public static final String RETURN_ACCEPTED = "return-accepted";
  public static final String RETURN_REFUSED = "return-refused";
  public static final String RETURN_SENT = "return-sent";
  public static final String RETURN_CHECKED = "return-checked";
  public static final String WITHDRAWN = "withdrawn";

  /** What is told of money that is held: until when. */
  public static Map<String, Object> until(Instant end) {
    return Map.of("until", end.toString());
  }

  /** What is told of money that is paid at the door: how much. */
  public static Map<String, Object> amount(Money amount) {
    return Map.of("amount", amount);
  }

  private Database database;

  protected Timeline() {}

  @Inject
  public Timeline(Database database) {
    this.database = database;
  }

  /**
   * @param vendorOrder the part it happened to, or null for the whole
   */
  public void add(
      UUID orderGroup, UUID vendorOrder, String type, Instant at, Map<String, Object> data) {
    add(orderGroup, vendorOrder, null, type, at, data);
  }

  /**
   * What happened to money of several parts, which only those vendors read whose money it is.
   *
   * @param vendorOrder the part it happened to, or null for several
   * @param refund that took it
   */
  public void add(
      UUID orderGroup,
      UUID vendorOrder,
      UUID refund,
      String type,
      Instant at,
      Map<String, Object> data) {
    new Rows(OrderShapes.ORDER_EVENT)
        .add(orderGroup, vendorOrder, type, at, data.isEmpty() ? "{}" : Json.write(data), refund)
        .insertWith(database);
  }

  /**
   * How sending money back ended, which only those vendors read whose refund it is.
   *
   * @param transaction that sends it
   */
  public void addSent(
      UUID orderGroup, UUID transaction, String type, Instant at, Map<String, Object> data) {
    add(orderGroup, null, refundOf(transaction).orElse(null), type, at, data);
  }

  private Optional<UUID> refundOf(UUID transaction) {
    return database.find(
        """
        select id from refund where transaction_id = (select ?::uuid)
        union all
        select refund_id from refund_tender where transaction_id = (select ?::uuid)
        limit 1
        """,
        row -> row.uuid("id"),
        transaction,
        transaction);
  }
}
