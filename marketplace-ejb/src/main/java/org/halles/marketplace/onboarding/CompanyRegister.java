package org.halles.marketplace.onboarding;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Texts;

/** Numbers that trade registers give to companies, by country; elsewhere any number will do. */
final class CompanyRegister {

  /** How numbers of one register look, and what their check digits say. */
  private record Format(Pattern shape, Predicate<String> checks, Texts expected) {}

  private static final Map<String, Format> FORMATS =
      Map.ofEntries(
          Map.entry(
              "FR",
              new Format(
                  Pattern.compile("[0-9]{9}|[0-9]{14}"),
                  CompanyRegister::siren,
                  Texts.of(
                      "un SIREN (9 chiffres) ou un SIRET (14 chiffres)",
                      "a SIREN (9 digits) or a SIRET (14 digits)"))),
          Map.entry(
              "BE",
              new Format(
                  Pattern.compile("[01][0-9]{9}"),
                  number -> mod97(number.substring(0, 8), number.substring(8)),
                  Texts.of(
                      "un numéro d’entreprise de 10 chiffres, tel que 0403.170.701",
                      "an enterprise number of 10 digits, such as 0403.170.701"))),
          Map.entry(
              "LU",
              plain(
                  "[A-Z][0-9]{3,6}",
                  "un numéro RCS tel que B82454",
                  "an RCS number such as B82454")),
          Map.entry(
              "DE",
              plain(
                  "(HRA|HRB|GNR|PR|VR)[0-9]{1,6}[A-Z]{0,2}",
                  "un numéro de registre tel que HRB 12345",
                  "a register number such as HRB 12345")),
          Map.entry(
              "NL", plain("[0-9]{8}", "un numéro KVK de 8 chiffres", "a KVK number of 8 digits")),
          Map.entry(
              "IT",
              plain(
                  "[A-Z]{2}[0-9]{4,8}",
                  "un numéro REA tel que MI-1234567", "a REA number such as MI-1234567")),
          Map.entry(
              "ES",
              plain(
                  "[A-Z][0-9]{7}[0-9A-Z]|[0-9]{8}[A-Z]|[XYZ][0-9]{7}[A-Z]",
                  "un NIF tel que B12345678", "a NIF such as B12345678")),
          Map.entry("PT", plain("[0-9]{9}", "un NIPC de 9 chiffres", "a NIPC of 9 digits")),
          Map.entry(
              "AT",
              plain(
                  "(FN)?[0-9]{1,6}[A-Z]",
                  "un numéro de registre tel que FN 123456a",
                  "a register number such as FN 123456a")),
          Map.entry(
              "IE",
              plain(
                  "[0-9]{5,7}",
                  "un numéro CRO de 5 à 7 chiffres",
                  "a CRO number of 5 to 7 digits")),
          Map.entry(
              "PL",
              plain("[0-9]{10}", "un numéro KRS de 10 chiffres", "a KRS number of 10 digits")),
          Map.entry(
              "CH",
              plain(
                  "CHE[0-9]{9}",
                  "un IDE tel que CHE-123.456.789", "a UID such as CHE-123.456.789")));

  private CompanyRegister() {}

  private static Format plain(String shape, String french, String english) {
    return new Format(Pattern.compile(shape), number -> true, Texts.of(french, english));
  }

  /** As registers compare numbers: without spaces, dots, slashes and hyphens. */
  static String tidy(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s./-]", "");
  }

  /** Why this is no number of that country's register; empty if it may be one. */
  static Optional<Texts> problem(String country, String typed) {
    Format format = FORMATS.get(country);
    String number = tidy(typed);
    if (format == null) {
      return number.matches("[\\p{L}0-9]{2,40}")
          ? Optional.empty()
          : Optional.of(Texts.of("n’est pas un numéro", "is no number"));
    }
    if (!format.shape().matcher(number).matches()) {
      return Optional.of(
          Texts.of(
              "doit être " + format.expected().in("fr"), "must be " + format.expected().in("en")));
    }
    return format.checks().test(number)
        ? Optional.empty()
        : Optional.of(
            Texts.of(
                "a une clé de contrôle fausse : vérifiez chaque chiffre",
                "has a wrong check digit: look at each digit again"));
  }

  /** Luhn over the SIREN and over the whole SIRET; La Poste numbers its counters differently. */
  private static boolean siren(String number) {
    String siren = number.substring(0, 9);
    if (!luhn(siren)) {
      return false;
    }
    boolean laPoste = siren.equals("356000000") && number.length() == 14;
    return laPoste ? number.chars().map(c -> c - '0').sum() % 5 == 0 || luhn(number) : luhn(number);
  }

  static boolean luhn(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int weighed = place % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  private static boolean mod97(String number, String check) {
    return 97 - Long.parseLong(number) % 97 == Long.parseLong(check);
  }
}
