package org.halles.marketplace.promotion;

import java.util.List;

/**
 * Everything that may take something off a cart.
 *
 * @param codes the buyer entered, in that order
 * @param offered campaigns without a code, and what the codes stand for
 */
public record CartPromotions(List<String> codes, List<Offered> offered) {

  /** Nothing is taken off. */
  public static final CartPromotions NONE = new CartPromotions(List.of(), List.of());

  /**
   * The column that {@link #NONE} is read from as null; takes the cart and the present instant.
   * Computed once a statement, however many lines the cart has.
   */
  public static final String COLUMN =
      "promotions_of((select ?::uuid), (select ?::timestamptz))::text";

  public CartPromotions {
    codes = List.copyOf(codes);
    offered = List.copyOf(offered);
  }
}
