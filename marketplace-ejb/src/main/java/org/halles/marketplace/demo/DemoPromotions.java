package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.promotion.Campaigns;
import org.halles.marketplace.promotion.PromotionInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/**
 * Codes a visitor of the demo can try. None applies by itself: what things cost in the demo is on
 * their labels.
 */
@ApplicationScoped
class DemoPromotions {

  private static final Money FIVE_EUROS = Money.of(500, "EUR");
  private static final Money THIRTY_EUROS = Money.of(3000, "EUR");

  private Campaigns campaigns;

  protected DemoPromotions() {}

  @Inject
  DemoPromotions(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** One of the market, one of a potter, and one that potters may join; once. */
  void offer(VendorScope potter, Instant now) {
    if (!campaigns.ofOperator(new Paging(1, null)).items().isEmpty()) {
      return;
    }
    campaigns.create(
        promotion("BIENVENUE5", "Bienvenue", "Welcome", null, FIVE_EUROS, 10_000, false, 1, now));
    campaigns.create(
        promotion(
            "FAITMAIN",
            "Semaine du fait main",
            "Handmade week",
            1_500,
            null,
            5_000,
            false,
            null,
            now));
    campaigns.create(
        potter,
        promotion(
            "TERRE10", "Merci de votre visite", "Thank you", 1_000, null, 0, true, null, now));
  }

  private static PromotionInput promotion(
      String code,
      String french,
      String english,
      Integer basisPoints,
      Money amount,
      int platform,
      boolean stackable,
      Integer perBuyer,
      Instant now) {
    return new PromotionInput(
        code,
        Texts.of(french, english),
        basisPoints,
        amount,
        amount == null ? null : THIRTY_EUROS,
        platform,
        "all",
        List.of(),
        stackable,
        null,
        perBuyer,
        now,
        null);
  }
}
