package org.halles.marketplace.catalog;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * What a vendor asks of companies for one of its offers.
 *
 * @param publicPrice what everybody else pays
 * @param price what companies pay, VAT included like all prices, or null if they pay the same
 * @param breaks what each costs them from so many pieces on
 * @param packs how many they may buy at once
 * @param companiesOnly true if the listing is sold to nobody else
 */
public record CompanyTerms(
    UUID offerId,
    UUID listingId,
    String sku,
    Texts title,
    Money publicPrice,
    Money price,
    List<PriceBreak> breaks,
    Packs packs,
    boolean companiesOnly) {

  public CompanyTerms {
    breaks = List.copyOf(breaks);
  }
}
