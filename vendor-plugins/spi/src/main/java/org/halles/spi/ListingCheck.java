package org.halles.spi;

import java.util.List;
import java.util.Map;

/**
 * Looks at a listing before a moderator does, and says what a moderator should know.
 *
 * <p><b>Life cycle.</b> Found once at deployment. Asked for each new listing and each edit that is
 * handed in, in the background, before it is shown in the queue; asked again if the vendor changes
 * it meanwhile. A check never decides: what it finds is shown beside the listing and makes up its
 * risk. An edit without findings may be let through by a rule of the operator's.
 *
 * <p><b>Contract.</b> Pure, like {@link CommissionRule}: everything to go by is in the facts and
 * the configuration (a check with something to set is {@link Configurable}), no network, no
 * database, no clock. Answer within 250 ms. An empty list means that nothing was found. A check
 * that fails, answers null or is late counts as <em>not done</em>: then a person looks at it,
 * whatever the rules say.
 *
 * <pre>{@code
 * public List<Finding> check(ListingFacts listing) {
 *   return listing.images().isEmpty()
 *       ? List.of(Finding.warning("images", "aucune photo", "no picture"))
 *       : List.of();
 * }
 * }</pre>
 */
public interface ListingCheck {

  /** The stable name of this check, such as {@code price-outlier}. */
  String id();

  /** What operators read in the console, by language: {@code fr} and {@code en}. */
  Map<String, String> label();

  /** What a moderator should know; empty if nothing. */
  List<Finding> check(ListingFacts listing);

  /**
   * Something a moderator should know.
   *
   * @param severity how much it weighs
   * @param field where, such as {@code title} or {@code variants[2].price}
   * @param message what was found, with the value, by language: {@code fr} and {@code en}
   */
  record Finding(Severity severity, String field, Map<String, String> message) {

    public Finding {
      message = Map.copyOf(message);
    }

    /** Worth knowing; an edit may still be let through by rule. */
    public static Finding note(String field, String french, String english) {
      return new Finding(Severity.NOTE, field, Map.of("fr", french, "en", english));
    }

    /** A person should look. */
    public static Finding warning(String field, String french, String english) {
      return new Finding(Severity.WARNING, field, Map.of("fr", french, "en", english));
    }

    /** Most likely not allowed. */
    public static Finding serious(String field, String french, String english) {
      return new Finding(Severity.SERIOUS, field, Map.of("fr", french, "en", english));
    }
  }

  /** How much a finding weighs. */
  enum Severity {
    NOTE,
    WARNING,
    SERIOUS
  }
}
