package org.halles.api.checkout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.halles.marketplace.credit.GiftWish;
import org.halles.marketplace.order.GiftPurchase;
import org.halles.spi.Money;

/**
 * A gift card to be bought.
 *
 * @param id chosen by the buyer's program, such as a random UUID, new for each purchase
 * @param recipient the mailbox the code goes to
 * @param sender whom its letter says it is from
 * @param greeting a few words for its letter
 * @param deliverOn when its letter goes out; left out: as soon as it is paid
 * @param email of the buyer
 * @param name of the buyer
 * @param country where the buyer lives, ISO 3166-1 alpha-2
 * @param language of both letters, {@code fr} or {@code en}; left out: French
 */
public record NewGiftCard(
    @NotNull UUID id,
    Money amount,
    String recipient,
    String sender,
    String greeting,
    LocalDate deliverOn,
    String email,
    String name,
    String country,
    String language,
    @Valid @NotNull Purchase.Payment payment) {

  GiftPurchase purchase() {
    return new GiftPurchase(
        id,
        new GiftWish(amount, recipient, sender, greeting, deliverOn, language),
        email,
        name,
        country,
        language);
  }
}
