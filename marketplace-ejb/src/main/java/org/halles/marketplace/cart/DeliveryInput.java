package org.halles.marketplace.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.CardNumbers;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.PostalCode;
import org.halles.marketplace.shared.Violation;

/**
 * Who receives an order, and where, as the buyer typed it.
 *
 * @param email where messages about the order go
 * @param name of the person or company
 * @param address where the parcels go
 */
public record DeliveryInput(String email, String name, Address address) {

  /**
   * A postal address.
   *
   * @param line2 may be missing
   * @param postalCode may be missing in countries without postal codes
   * @param region may be missing
   * @param country ISO 3166-1 alpha-2
   */
  public record Address(
      String line1, String line2, String postalCode, String city, String region, String country) {}

  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Set<String> WITHOUT_POSTAL_CODES =
      Set.of(
          "AE", "AG", "AO", "BF", "BI", "BJ", "BO", "BS", "BZ", "CF", "CG", "CI", "CM", "DJ", "DM",
          "FJ", "GA", "GD", "GM", "GQ", "GY", "HK", "JM", "KM", "KN", "LC", "ML", "MO", "MR", "NR",
          "QA", "RW", "SC", "SL", "SR", "ST", "SY", "TD", "TG", "TO", "TV", "UG", "VU", "YE", "ZW");

  /**
   * The same, stripped.
   *
   * @throws InvalidInput naming everything that is wrong at once
   */
  DeliveryInput checked() {
    List<Violation> violations = new ArrayList<>();
    Address given = address == null ? new Address(null, null, null, null, null, null) : address;
    String country = country(given.country(), violations);
    DeliveryInput clean =
        new DeliveryInput(
            email(violations),
            text("name", name, 200, true, violations),
            new Address(
                text("address.line1", given.line1(), 200, true, violations),
                text("address.line2", given.line2(), 200, false, violations),
                postalCode(given.postalCode(), country, violations),
                text("address.city", given.city(), 100, true, violations),
                text("address.region", given.region(), 100, false, violations),
                country));
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return clean;
  }

  private String email(List<Violation> violations) {
    String given = text("email", email, 254, true, violations);
    if (given != null && !EMAIL.matcher(given).matches()) {
      violations.add(
          new Violation("email", "must be an e-mail address such as ana@example.org", given));
    }
    return given;
  }

  private static String postalCode(String value, String country, List<Violation> violations) {
    boolean required = country == null || !WITHOUT_POSTAL_CODES.contains(country);
    String given = text("address.postalCode", value, 20, required, violations);
    if (given != null) {
      PostalCode.problem(country, given)
          .ifPresent(
              why -> violations.add(new Violation("address.postalCode", why.in("en"), given)));
    }
    return given;
  }

  private static String country(String value, List<Violation> violations) {
    String given = text("address.country", value, 100, true, violations);
    String code = given == null ? null : given.toUpperCase(Locale.ROOT);
    if (code != null && !COUNTRIES.contains(code)) {
      violations.add(
          new Violation("address.country", "must be an ISO 3166 country code such as FR", given));
    }
    return code;
  }

  private static String text(
      String field, String value, int longest, boolean required, List<Violation> violations) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty() && required) {
      violations.add(new Violation(field, "is missing", value));
    } else if (text.length() > longest) {
      violations.add(
          new Violation(
              field, "is " + text.length() + " characters long: at most " + longest, text));
    } else if (text.codePoints().anyMatch(DeliveryInput::isNoText)) {
      violations.add(new Violation(field, "contains a control character: remove it", null));
    } else if (!CardNumbers.masked(text).equals(text)) {
      violations.add(
          new Violation(
              field,
              "holds a card number, which must never be sent here: remove it",
              CardNumbers.masked(text)));
    }
    return text.isEmpty() ? null : text;
  }

  private static boolean isNoText(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }
}
