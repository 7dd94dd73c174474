package org.halles.marketplace.credit;

import java.time.LocalDate;
import org.halles.spi.Money;

/**
 * A gift card to be issued.
 *
 * @param expiresOn its last day; null: two years from now
 * @param sold true if somebody paid for it outside the marketplace; left out: it is a gift
 * @param recipient the mailbox the code goes to, or null: it is only shown
 * @param language of the letter, {@code fr} or {@code en}
 * @param reason for the marketplace's own people
 */
public record NewCard(
    Money amount,
    LocalDate expiresOn,
    Boolean sold,
    String recipient,
    String language,
    String reason) {

  public NewCard {
    sold = Boolean.TRUE.equals(sold);
  }
}
