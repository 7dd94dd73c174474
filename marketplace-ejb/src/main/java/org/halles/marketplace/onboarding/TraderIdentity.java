package org.halles.marketplace.onboarding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.PostalCode;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.VatNumber;
import org.halles.marketplace.vendor.Trader;

/**
 * Who stands behind the vendor, as Article 30 of the EU's Digital Services Act asks of traders:
 * name, address, telephone, e-mail, register number, and the trader's word to offer only what the
 * law allows. Of a private person only where it can be reached.
 */
final class TraderIdentity implements RequirementType {

  static final String TYPE = "trader-identity";

  private static final Pattern TAX_NUMBER =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]{2,23}[A-Za-z0-9]");
  private static final int FIRST_YEAR = 1900;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Texts title() {
    return Texts.of("Votre identité", "Your identity");
  }

  @Override
  public Texts why() {
    return Texts.of(
        "La loi européenne (DSA, article 30) demande de connaître les vendeurs et d’indiquer aux"
            + " acheteurs qui sont les professionnels.",
        "European law (DSA, Article 30) asks marketplaces to know their sellers and to tell buyers"
            + " who the traders are.");
  }

  @Override
  public Place place() {
    return Place.FORM;
  }

  @Override
  public List<AskedField> fields(VendorFacts vendor) {
    List<AskedField> fields = new ArrayList<>();
    fields.add(
        vendor.isPrivate()
            ? AskedField.text("legalName", "Prénom et nom", "First and last name", "name")
            : AskedField.text("legalName", "Raison sociale", "Legal name", "organization"));
    fields.add(AskedField.text("line1", "Adresse", "Address", "address-line1"));
    fields.add(AskedField.text("postalCode", "Code postal", "Postal code", "postal-code"));
    fields.add(AskedField.text("city", "Ville", "Town", "address-level2"));
    fields.add(AskedField.text("country", "Pays", "Country", "country").of("country"));
    fields.add(AskedField.text("phone", "Téléphone", "Telephone", "tel").of("phone"));
    fields.add(
        AskedField.text("email", "E-mail de contact", "Contact e-mail", "email").of("email"));
    if (vendor.isPrivate()) {
      fields.add(birthDate());
    }
    fields.add(taxNumber());
    if (!vendor.isPrivate()) {
      fields.add(registration());
      fields.add(vat());
      fields.add(certified());
    }
    return fields;
  }

  private static AskedField birthDate() {
    return AskedField.text("birthDate", "Date de naissance", "Date of birth", "bday")
        .of("date")
        .optional()
        .helped(
            "Demandée par la loi fiscale (DAC7) à qui vend plus que de façon occasionnelle.",
            "Asked by tax law (DAC7) of whoever sells more than occasionally.");
  }

  private static AskedField taxNumber() {
    return AskedField.text("taxNumber", "Numéro fiscal", "Tax number", null)
        .optional()
        .helped(
            "Celui que votre administration fiscale vous a attribué (NIF). Demandé par la loi"
                + " fiscale (DAC7).",
            "The one your tax authority gave you (TIN). Asked by tax law (DAC7).");
  }

  private static AskedField registration() {
    return AskedField.text(
            "registration", "Numéro d’immatriculation", "Company registration number", null)
        .helped("En France : SIREN ou SIRET.", "In France: SIREN or SIRET.");
  }

  private static AskedField vat() {
    return AskedField.text("vatNumber", "Numéro de TVA", "VAT number", null)
        .optional()
        .helped(
            "Laissez vide si vous n’êtes pas assujetti.",
            "Leave it empty if you are not registered.");
  }

  private static AskedField certified() {
    return AskedField.text(
            "certified",
            "Je m’engage à ne proposer que des produits et services conformes au droit de l’Union européenne",
            "I undertake to offer only products and services that comply with the law of the European Union",
            null)
        .of("yes");
  }

  @Override
  public List<Lack> check(VendorFacts vendor, Requirement requirement, Map<String, String> typed) {
    Answers answers = new Answers(typed).fill(fields(vendor));
    String country = typed.getOrDefault("country", vendor.country());
    answers
        .check("taxNumber", TraderIdentity::taxNumberProblem)
        .check("birthDate", day -> birthDateProblem(day, vendor.today()));
    answers.check("postalCode", code -> PostalCode.problem(country, code));
    if (!vendor.isPrivate()) {
      answers
          .check("registration", number -> CompanyRegister.problem(country, number))
          .check("vatNumber", number -> VatNumber.problem(country, number));
    }
    return answers.lacks();
  }

  private static Optional<Texts> taxNumberProblem(String number) {
    return TAX_NUMBER.matcher(number).matches()
        ? Optional.empty()
        : Optional.of(
            Texts.of(
                "doit avoir de 4 à 25 chiffres et lettres",
                "must have 4 to 25 digits and letters"));
  }

  private static Optional<Texts> birthDateProblem(String typed, LocalDate today) {
    LocalDate day = birthDate(typed);
    boolean likely = day != null && day.getYear() >= FIRST_YEAR && day.isBefore(today);
    return likely
        ? Optional.empty()
        : Optional.of(Texts.of("doit être une date passée", "must be a date in the past"));
  }

  /** Null if it is none. */
  static LocalDate birthDate(String typed) {
    try {
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  /** What buyers are told of a trader. */
  static Trader trader(Map<String, String> answers) {
    return new Trader(
        answers.get("legalName"),
        "%s, %s %s, %s"
            .formatted(
                answers.get("line1"),
                answers.get("postalCode"),
                answers.get("city"),
                answers.get("country")),
        answers.get("registration"),
        answers.get("vatNumber"),
        answers.get("email"),
        answers.get("phone"));
  }
}
