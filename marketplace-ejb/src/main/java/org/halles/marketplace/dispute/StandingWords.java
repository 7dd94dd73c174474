package org.halles.marketplace.dispute;

/**
 * What is written down where nobody gave words of their own, in the buyer's language, for it is the
 * buyer who reads it with the refund.
 */
enum StandingWords {
  WITHDRAWN("Retiré par l’acheteur.", "Withdrawn by the buyer."),
  VENDOR_AGREED("Accepté par le vendeur.", "Accepted by the vendor."),
  MARKET_AGREED("Accepté par le marché.", "Accepted by the marketplace."),
  CHARGED_BACK("Paiement contesté auprès de la banque.", "Payment disputed at the bank."),
  PARTLY_CHARGED_BACK(
      "Paiement contesté : la banque en a rendu une partie.",
      "Payment disputed: the bank gave a part of it back.");

  private final String french;
  private final String english;

  StandingWords(String french, String english) {
    this.french = french;
    this.english = english;
  }

  String in(String language) {
    return "fr".equals(language) ? french : english;
  }
}
