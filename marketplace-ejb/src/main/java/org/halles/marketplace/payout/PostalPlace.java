package org.halles.marketplace.payout;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where somebody who is paid lives, in parts as banks want it; an address that cannot be told apart
 * is left out of a file rather than guessed.
 *
 * @param street with its number; empty if only the place is known
 * @param country ISO 3166-1 alpha-2
 */
record PostalPlace(String street, String postCode, String town, String country) {

  private static final Pattern PLACE =
      Pattern.compile("(?:[A-Z]{1,2}-)?(\\d[\\d ]{2,5}\\d) +(\\p{L}[^\\d]*)");

  /**
   * @param address as its owner typed it, with lines or commas, or null
   * @return null if it does not name a town after its postal code
   */
  static PostalPlace of(String address, String country) {
    if (address == null || country == null) {
      return null;
    }
    List<String> lines =
        Arrays.stream(address.split("[,\\r\\n]+"))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    for (int at = lines.size() - 1; at >= 0; at--) {
      Matcher place = PLACE.matcher(lines.get(at));
      if (place.matches()) {
        String street = String.join(", ", lines.subList(0, at));
        return new PostalPlace(street, place.group(1), place.group(2).strip(), country);
      }
    }
    return null;
  }
}
