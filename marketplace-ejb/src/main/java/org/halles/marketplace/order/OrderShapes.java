package org.halles.marketplace.order;

import org.halles.marketplace.shared.Rows.Shape;

/** The tables an order is written to, each by one statement. */
final class OrderShapes {

  static final Shape VENDOR_ORDER =
      Shape.of(
          "vendor_order",
          "id uuid",
          "order_group_id uuid",
          "vendor_id uuid",
          "position int",
          "number text",
          "status text",
          "currency text",
          "items_minor bigint",
          "shipping_minor bigint",
          "discount_minor bigint",
          "tax_included_minor bigint",
          "tax_added_minor bigint",
          "total_minor bigint",
          "shipping_option text",
          "shipping_label text",
          "min_days int",
          "max_days int",
          "placed_at timestamptz",
          "cheapest_shipping_minor bigint",
          "sold_by_trader=(select v.kind = 'PROFESSIONAL' from vendor v where v.id = given.vendor_id)");

  /** The listing's own word, or that of the nearest category above it; null: may be given back. */
  private static final String WITHDRAWAL_EXCLUSION =
      """
      (select nullif(coalesce(l.withdrawal_exclusion,
         (select a.withdrawal_exclusion
            from category c join category a on a.slug = any(c.path)
           where c.id = l.category_id and a.withdrawal_exclusion is not null
           order by cardinality(a.path) desc limit 1)), 'NONE')
         from listing l where l.id = given.listing_id)
      """;

  static final Shape ORDER_LINE =
      Shape.of(
          "order_line",
          "id uuid",
          "vendor_order_id uuid",
          "order_group_id uuid",
          "position int",
          "offer_id uuid",
          "listing_id uuid",
          "offer_version int",
          "kind text",
          "title jsonb",
          "sku text",
          "options jsonb",
          "image_media text",
          "quantity int",
          "unit_price_minor bigint",
          "price_list text",
          "total_minor bigint",
          "discount_minor bigint",
          "tax_minor bigint",
          "tax_numerator bigint",
          "tax_denominator bigint",
          "tax_label text",
          "tax_jurisdiction text",
          "withdrawal_exclusion=" + WITHDRAWAL_EXCLUSION);

  static final Shape ALLOCATION_LINE =
      Shape.of(
          "allocation_line",
          "id=nextval('allocation_line_seq')",
          "order_group_id uuid",
          "vendor_order_id uuid",
          "order_line_id uuid",
          "subject text",
          "party text",
          "kind text",
          "amount_minor bigint",
          "currency text",
          "rule_id uuid",
          "rule_version int",
          "inputs_hash text",
          "trace jsonb");

  static final Shape ORDER_DISCOUNT =
      Shape.of(
          "order_discount",
          "order_line_id uuid",
          "order_group_id uuid",
          "promotion_id uuid",
          "promotion_version int",
          "code text",
          "title jsonb",
          "amount_minor bigint",
          "platform_minor bigint");

  static final Shape ORDER_EVENT =
      Shape.of(
          "order_event",
          "id=nextval('order_event_seq')",
          "order_group_id uuid",
          "vendor_order_id uuid",
          "type text",
          "at timestamptz",
          "data jsonb",
          "refund_id uuid");

  private OrderShapes() {}
}
