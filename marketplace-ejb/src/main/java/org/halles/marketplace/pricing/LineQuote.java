package org.halles.marketplace.pricing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.promotion.LineDiscount;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * One line of a quote.
 *
 * @param cartLineId the cart's line
 * @param offerId what is bought
 * @param offerVersion the terms it was quoted from
 * @param listingId the listing of the offer
 * @param kind {@code GOODS}, {@code SERVICE}, {@code DIGITAL} or {@code REQUEST}
 * @param title as the buyer sees it
 * @param sku the vendor's number
 * @param options such as {@code size: M}
 * @param imageMedia media id of the picture, or null
 * @param quantity above zero
 * @param available units on hand, or null if they are not counted
 * @param unitPrice of one unit
 * @param priceList which of the vendor's prices that is
 * @param total {@code unitPrice x quantity - discount}
 * @param discount on this line
 * @param tax contained in or added to the total
 * @param discounts what the discount is made of
 * @param allocations the split of this line: commission and other legs, then the vendor's rest
 */
public record LineQuote(
    UUID cartLineId,
    UUID offerId,
    int offerVersion,
    UUID listingId,
    String kind,
    Texts title,
    String sku,
    Map<String, String> options,
    String imageMedia,
    int quantity,
    Integer available,
    Money unitPrice,
    PriceList priceList,
    Money total,
    Money discount,
    TaxQuote tax,
    List<LineDiscount> discounts,
    List<Allocation> allocations) {

  public LineQuote {
    options = Map.copyOf(options);
    discounts = List.copyOf(discounts);
    allocations = List.copyOf(allocations);
  }

  /** What it would cost without discounts. */
  public Money before() {
    return total.plus(discount);
  }

  /** The part of the discount that the platform pays to the vendor in the buyer's stead. */
  public Money platformPart() {
    return Money.sum(total.currency(), discounts.stream().map(LineDiscount::platform).toList());
  }

  LineQuote with(List<Allocation> legs) {
    return new LineQuote(
        cartLineId,
        offerId,
        offerVersion,
        listingId,
        kind,
        title,
        sku,
        options,
        imageMedia,
        quantity,
        available,
        unitPrice,
        priceList,
        total,
        discount,
        tax,
        discounts,
        legs);
  }
}
