package org.halles.marketplace.order;

import java.util.UUID;
import org.halles.marketplace.credit.GiftWish;

/**
 * A buyer buys a gift card.
 *
 * @param id chosen anew for each purchase, such as a random UUID: it becomes at most one live
 *     order, however often it is sent
 * @param email of the buyer
 * @param name of the buyer
 * @param country where the buyer lives, ISO 3166-1 alpha-2: it decides how one can pay
 * @param language of the buyer, {@code fr} or {@code en}
 */
public record GiftPurchase(
    UUID id, GiftWish wish, String email, String name, String country, String language) {}
