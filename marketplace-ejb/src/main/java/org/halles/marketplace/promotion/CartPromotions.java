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
   * Looked for once a statement, however many lines the cart has, and not at all where there is
   * neither a code nor a campaign.
   */
  public static final String COLUMN =
      """
      (select promotions_of(x.cart, x.at)::text
         from (select ?::uuid as cart, ?::timestamptz as at) as x
        where exists (select from cart_coupon k where k.cart_id = x.cart)
           or exists (select from promotion p
                       where p.code is null and p.status = 'ACTIVE'
                         and (p.ends_at is null or p.ends_at > x.at)))
      """;

  public CartPromotions {
    codes = List.copyOf(codes);
    offered = List.copyOf(offered);
  }
}
