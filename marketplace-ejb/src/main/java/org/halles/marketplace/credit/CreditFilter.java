package org.halles.marketplace.credit;

/**
 * Which credits somebody looks for.
 *
 * @param kind null: both
 * @param words an end of a code, or a part of an e-mail address; null or empty: all
 */
public record CreditFilter(CreditKind kind, String words) {

  public static final CreditFilter ALL = new CreditFilter(null, null);

  String pattern() {
    return words == null || words.isBlank()
        ? null
        : words.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
  }
}
