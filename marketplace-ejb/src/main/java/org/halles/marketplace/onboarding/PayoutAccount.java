package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;

/** Where the vendor's money goes. */
final class PayoutAccount implements RequirementType {

  static final String TYPE = "payout-account";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Texts title() {
    return Texts.of("Votre compte bancaire", "Your bank account");
  }

  @Override
  public Texts why() {
    return Texts.of(
        "Vos ventes vous sont versées sur ce compte.", "What you earn is paid to this account.");
  }

  @Override
  public Place place() {
    return Place.FORM;
  }

  @Override
  public List<AskedField> fields(VendorFacts vendor) {
    return List.of(
        AskedField.text("holder", "Titulaire du compte", "Account holder", "name"),
        AskedField.text("iban", "IBAN", "IBAN", null)
            .helped(
                "Tel que sur votre relevé d’identité bancaire. Un autre compte que le précédent vous"
                    + " est annoncé par courriel et n’est payé que trois jours plus tard.",
                "As on your bank statement. Another account than the one before is told by mail and"
                    + " paid to three days later."));
  }

  @Override
  public List<Lack> check(
      VendorFacts vendor, Requirement requirement, Map<String, String> answers) {
    return new Answers(answers).fill(fields(vendor)).check("iban", BankAccount::problem).lacks();
  }
}
