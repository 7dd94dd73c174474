package org.halles.marketplace.order;

import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * One line of a vendor order.
 *
 * @param kind {@code GOODS}, {@code SERVICE}, {@code DIGITAL} or {@code REQUEST}
 * @param imageMedia media id, or null
 * @param shippedQuantity how many of {@code quantity} left so far
 * @param cancelledQuantity how many never will
 * @param refundedQuantity how many the buyer was given money back for, shipped or not
 * @param priceList at which of the vendor's prices it was sold: {@code PUBLIC} or {@code COMPANY}
 * @param total {@code unitPrice x quantity - discount}
 * @param tax in or on the total
 * @param taxLabel such as {@code TVA 20 %}, or null if no tax applies
 * @param service when it is wished and was done; null for what is no service
 */
public record OrderLineView(
    UUID id,
    UUID offerId,
    UUID listingId,
    String kind,
    Texts title,
    String sku,
    Map<String, String> options,
    String imageMedia,
    int quantity,
    int shippedQuantity,
    int cancelledQuantity,
    int refundedQuantity,
    Money unitPrice,
    String priceList,
    Money discount,
    Money total,
    Money tax,
    String taxLabel,
    ServiceView service) {}
