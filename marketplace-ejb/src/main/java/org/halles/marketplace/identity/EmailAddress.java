package org.halles.marketplace.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody can be written to. Kept as typed, compared without case.
 *
 * @param value trimmed and composed (NFC)
 */
public record EmailAddress(String value) {

  private static final int LONGEST = 254;

  // Not the whole of RFC 5322: quoted local parts and address literals are typing mistakes here.
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\s\\p{Cntrl}\\p{Cf}@\"(),:;<>\\[\\]\\\\]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,62})\\.)+[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}-]{1,62}");

  public EmailAddress {
    if (!SHAPE.matcher(value).matches() || value.length() > LONGEST) {
      throw new IllegalArgumentException("'" + value + "' is not an e-mail address");
    }
  }

  /** The address somebody typed, if it is one. */
  public static Optional<EmailAddress> parse(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String tidy = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    return tidy.length() <= LONGEST && SHAPE.matcher(tidy).matches()
        ? Optional.of(new EmailAddress(tidy))
        : Optional.empty();
  }

  /** What two spellings of one address have in common. */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  /** The part before the at sign. */
  String local() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  @Override
  public String toString() {
    return value;
  }
}
