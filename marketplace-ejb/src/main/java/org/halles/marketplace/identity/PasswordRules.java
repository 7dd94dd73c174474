package org.halles.marketplace.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/**
 * Which passwords are good enough: long rather than complicated (NIST SP 800-63B), and none that
 * everybody tries first.
 */
final class PasswordRules {

  static final int SHORTEST = 10;

  /** Longer ones only keep the server busy. */
  static final int LONGEST = 200;

  private static final Set<String> COMMON = load();

  private PasswordRules() {}

  /** What is wrong with the password, beside the field of that name; empty if it will do. */
  static List<Violation> check(String field, String password, Optional<EmailAddress> email) {
    return Optional.ofNullable(fault(password == null ? "" : password, email))
        .map(fault -> List.of(new Violation(field, fault, null)))
        .orElse(List.of());
  }

  /**
   * @throws org.halles.marketplace.shared.InvalidInput if the password will not do
   */
  static void require(String field, String password, EmailAddress email) {
    List<Violation> faults = check(field, password, Optional.of(email));
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
  }

  private static String fault(String password, Optional<EmailAddress> email) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return "needs at least " + SHORTEST + " characters: three or four words do well";
    }
    if (length > LONGEST) {
      return "may have at most " + LONGEST + " characters";
    }
    if (isCommon(password)) {
      return "is one of the first that a thief would try: choose another one";
    }
    return email.filter(address -> resembles(password, address)).isPresent()
        ? "is too close to the e-mail address: choose another one"
        : null;
  }

  private static boolean isCommon(String password) {
    return password.codePoints().distinct().count() < 4
        || COMMON.contains(password.toLowerCase(Locale.ROOT));
  }

  private static boolean resembles(String password, EmailAddress email) {
    String given = password.toLowerCase(Locale.ROOT);
    return given.equals(email.key())
        || given.startsWith(email.local().toLowerCase(Locale.ROOT)) && email.local().length() >= 6;
  }

  private static Set<String> load() {
    try (InputStream file = PasswordRules.class.getResourceAsStream("common-passwords.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("common-passwords.txt cannot be read", unreadable);
    }
  }
}
