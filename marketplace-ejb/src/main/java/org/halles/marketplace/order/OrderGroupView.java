package org.halles.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.spi.CurrencyCode;

/**
 * A whole purchase.
 *
 * @param accessKey shows it to whoever has it; null when an operator asks
 * @param refundStatus {@code NONE}, {@code PARTLY_REFUNDED} or {@code REFUNDED}
 * @param nextAction what the buyer must do, or null
 * @param party whom invoices are made out to, once that was read; null for a private person
 * @param timeline what happened to the whole, oldest first
 */
public record OrderGroupView(
    UUID id,
    String number,
    String accessKey,
    OrderGroupStatus status,
    String refundStatus,
    String language,
    CurrencyCode currency,
    Totals totals,
    Delivery delivery,
    Instant placedAt,
    Instant paidAt,
    List<PaymentView> payments,
    List<VendorOrderView> vendorOrders,
    NextAction nextAction,
    InvoiceParty party,
    List<TimelineEvent> timeline) {

  public OrderGroupView {
    payments = List.copyOf(payments);
    vendorOrders = List.copyOf(vendorOrders);
    timeline = List.copyOf(timeline);
  }

  /** An order just made, whose invoice party nobody asked for. */
  public OrderGroupView(
      UUID id,
      String number,
      String accessKey,
      OrderGroupStatus status,
      String refundStatus,
      String language,
      CurrencyCode currency,
      Totals totals,
      Delivery delivery,
      Instant placedAt,
      Instant paidAt,
      List<PaymentView> payments,
      List<VendorOrderView> vendorOrders,
      NextAction nextAction,
      List<TimelineEvent> timeline) {
    this(
        id,
        number,
        accessKey,
        status,
        refundStatus,
        language,
        currency,
        totals,
        delivery,
        placedAt,
        paidAt,
        payments,
        vendorOrders,
        nextAction,
        null,
        timeline);
  }
}
