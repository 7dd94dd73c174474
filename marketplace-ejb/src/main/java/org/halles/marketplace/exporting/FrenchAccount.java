package org.halles.marketplace.exporting;

import java.util.Map;
import java.util.Optional;

/**
 * An account of the French general chart (plan comptable général).
 *
 * @param number at least three digits
 * @param label in French, as the file is read by the French tax authority
 */
record FrenchAccount(String number, String label) {

  private static final Map<String, FrenchAccount> BY_NAME =
      Map.ofEntries(
          account("psp_clearing", "517000", "Prestataires de paiement"),
          account("bank", "512000", "Banque"),
          account("vendor_receivable", "467100", "Vendeurs, sommes dues à la place de marché"),
          account("vendor_pending", "467200", "Vendeurs, ventes non encore livrées"),
          account("vendor_available", "467300", "Vendeurs, sommes disponibles"),
          account("vendor_reserve", "467400", "Vendeurs, réserves"),
          account("vendor_dispute_hold", "467500", "Vendeurs, sommes en litige"),
          account("payout_in_transit", "467600", "Versements aux vendeurs en cours"),
          account("affiliate_pending", "467700", "Affiliés, commissions non acquises"),
          account("affiliate_available", "467710", "Affiliés, commissions acquises"),
          account("affiliate_receivable", "467720", "Affiliés, trop-perçus"),
          account("third_party_payable", "467800", "Tiers, sommes à reverser"),
          account("refund_in_flight", "467900", "Remboursements aux acheteurs en cours"),
          account("dispute_held", "468700", "Sommes retenues par les prestataires de paiement"),
          account("buyer_deposit", "419100", "Acheteurs, virements reçus non affectés"),
          account("store_credit", "419700", "Avoirs et cartes cadeaux"),
          account("psp_fee_accrual", "408600", "Frais de paiement, factures non parvenues"),
          account("tax_payable", "445720", "TVA collectée pour le compte des vendeurs"),
          account("commission_vat_payable", "445710", "TVA collectée sur commissions"),
          account("commission_income", "706100", "Commissions"),
          account("vendor_fee_income", "706200", "Frais facturés aux vendeurs"),
          account("buyer_fee_income", "706300", "Frais facturés aux acheteurs"),
          account("breakage_income", "758800", "Cartes cadeaux expirées"),
          account("dispute_fee_income", "706400", "Frais de litige refacturés"),
          account("promo_expense", "623600", "Remises prises en charge"),
          account("affiliate_expense", "622200", "Commissions des affiliés"),
          account("goodwill_expense", "658100", "Gestes commerciaux"),
          account("psp_fee_expense", "627800", "Frais des prestataires de paiement"),
          account("dispute_fee_expense", "627810", "Frais de litige"),
          account("bad_debt", "654000", "Pertes sur créances irrécouvrables"),
          account("fx_position", "476000", "Différences de conversion"),
          account("fx_gain_loss", "666000", "Pertes et gains de change"),
          account("auth_hold", "801000", "Autorisations de paiement reçues"),
          account("auth_contra", "809000", "Contrepartie des autorisations de paiement"));

  private static Map.Entry<String, FrenchAccount> account(
      String name, String number, String label) {
    return Map.entry(name, new FrenchAccount(number, label));
  }

  /** Of an address: what comes before its colon counts. */
  static FrenchAccount of(String address) {
    String name = address.split(":", 2)[0];
    return Optional.ofNullable(BY_NAME.get(name))
        .orElseThrow(() -> new IllegalStateException("no French account for " + address));
  }
}
