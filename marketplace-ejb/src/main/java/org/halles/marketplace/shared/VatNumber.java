package org.halles.marketplace.shared;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import java.util.Locale;
import java.util.Optional;

/** VAT numbers of the European Union: country, shape and check digits. */
public final class VatNumber {

  /** Of a shorter one the checker says nothing. */
  private static final int SHORTEST = 5;

  private VatNumber() {}

  /** As it is stored: capital letters and digits only. */
  public static String tidy(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "");
  }

  /** True if the check digits of the country's numbers are known. */
  public static boolean canCheck(String country) {
    return VATINSyntaxChecker.isValidatorPresent(prefix(country) + "0");
  }

  private static String prefix(String country) {
    return country.equals("GR") ? "EL" : country;
  }

  /** Why this is no VAT number of that country; empty if it may be one. */
  public static Optional<Texts> problem(String country, String typed) {
    String number = tidy(typed);
    String prefix = prefix(country);
    if (!canCheck(country)) {
      return number.matches("[A-Z0-9]{4,20}")
          ? Optional.empty()
          : Optional.of(
              Texts.of(
                  "doit compter 4 à 20 lettres et chiffres",
                  "must have 4 to 20 letters and digits"));
    }
    if (!number.startsWith(prefix)) {
      return Optional.of(
          Texts.of(
              "doit commencer par " + prefix + ", comme votre pays",
              "must begin with " + prefix + ", like your country"));
    }
    return number.length() > SHORTEST && valid(number)
        ? Optional.empty()
        : Optional.of(
            Texts.of(
                "n’est pas un numéro de TVA valable : la longueur ou la clé de contrôle est fausse",
                "is no valid VAT number: its length or check digit is wrong"));
  }

  private static boolean valid(String number) {
    try {
      return VATINSyntaxChecker.isValidVATIN(number);
    } catch (RuntimeException tooShortForItsCountry) {
      return false;
    }
  }
}
