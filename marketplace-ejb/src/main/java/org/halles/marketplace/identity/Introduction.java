package org.halles.marketplace.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** Who somebody says to be: an address, a name and a language, checked. */
record Introduction(EmailAddress email, String name, String language) {

  private static final int LONGEST_NAME = 200;
  private static final Set<String> SPOKEN = Set.of("fr", "en");

  /**
   * @throws InvalidInput with these and the further violations, all at once
   */
  static Introduction of(String email, String name, String language, List<Violation> further) {
    List<Violation> faults = new ArrayList<>();
    Optional<EmailAddress> address = EmailAddress.parse(email);
    if (address.isEmpty()) {
      faults.add(
          new Violation("email", "must be an e-mail address such as ana@example.org", email));
    }
    String tidyName = name == null ? "" : name.strip();
    checkName(tidyName, faults);
    String tongue = language == null || language.isBlank() ? "fr" : language;
    if (!SPOKEN.contains(tongue)) {
      faults.add(new Violation("language", "must be fr or en", language));
    }
    faults.addAll(further);
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    return new Introduction(address.orElseThrow(), tidyName, tongue);
  }

  private static void checkName(String name, List<Violation> faults) {
    if (name.isEmpty()) {
      faults.add(new Violation("name", "is needed: how should we call you?", null));
    } else if (name.length() > LONGEST_NAME) {
      faults.add(new Violation("name", "may have at most " + LONGEST_NAME + " characters", name));
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      faults.add(new Violation("name", "must be one line of plain text", null));
    }
  }
}
