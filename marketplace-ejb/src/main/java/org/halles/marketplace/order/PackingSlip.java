package org.halles.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * What goes into a parcel with the goods.
 *
 * @param vendorName as its buyers know it
 * @param language of the buyer
 * @param purchaseOrder the number the buyer's own books know it by, or null
 * @param shippingLabel the buyer's choice, or null
 * @param toCollect what is to be paid in cash at the door, or null
 */
public record PackingSlip(
    UUID id,
    String number,
    String vendorName,
    String language,
    Delivery delivery,
    String shippingLabel,
    String purchaseOrder,
    Instant placedAt,
    Money toCollect,
    List<Line> lines) {

  public PackingSlip {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param quantity how many were ordered and not cancelled
   * @param toPack how many of them have not left yet
   * @param origins from which stock places they come; empty where there is one only
   */
  public record Line(
      UUID id,
      Texts title,
      String sku,
      Map<String, String> options,
      int quantity,
      int toPack,
      List<TakenFrom> origins) {

    public Line {
      origins = List.copyOf(origins);
    }
  }
}
