package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A rule as an operator writes it.
 *
 * @param name 1 to 120 characters; may be left out if there are {@code names}
 * @param kind of an installed plugin
 * @param configuration of that kind
 * @param group {@code commission} if null
 * @param position from 1 for the first place in its group; the last place if null
 * @param scope which sales it is for; every sale if null
 * @param replaces the rule whose next version this is, or null for a new rule
 * @param reason why, for the record; may be null
 * @param names the name by language, {@code fr} and {@code en}, each 1 to 120 characters; null if
 *     it has only one
 * @param reasons why by language, {@code fr} and {@code en}, each at most 500 characters; null if
 *     it is said in only one
 */
public record NewRule(
    String name,
    String kind,
    JsonNode configuration,
    String group,
    Integer position,
    Scope scope,
    UUID replaces,
    String reason,
    Texts names,
    Texts reasons) {

  /** Why is said in one language. */
  public NewRule(
      String name,
      String kind,
      JsonNode configuration,
      String group,
      Integer position,
      Scope scope,
      UUID replaces,
      String reason,
      Texts names) {
    this(name, kind, configuration, group, position, scope, replaces, reason, names, null);
  }

  /** Called the same in every language. */
  public NewRule(
      String name,
      String kind,
      JsonNode configuration,
      String group,
      Integer position,
      Scope scope,
      UUID replaces,
      String reason) {
    this(name, kind, configuration, group, position, scope, replaces, reason, null);
  }

  /** The name for who knows only one: the given one, or else the first by language; or null. */
  public String called() {
    if (name != null && !name.isBlank()) {
      return name.strip();
    }
    return names == null || names.isEmpty() ? name : names.in("fr").strip();
  }

  /** Why for who knows only one language: as given, or else the first by language; or empty. */
  String because() {
    if (reason != null && !reason.isBlank()) {
      return reason;
    }
    return reasons == null ? "" : reasons.in("fr");
  }

  /**
   * Which sales, as an operator names them; what is null does not narrow.
   *
   * @param vendor slug or id
   * @param category slug; children included
   * @param listing id
   * @param priceFrom unit prices from this one on
   * @param priceTo unit prices below this one
   */
  public record Scope(
      String vendor,
      String category,
      UUID listing,
      Money priceFrom,
      Money priceTo,
      Instant validFrom,
      Instant validTo) {

    /** Every sale. */
    public static final Scope EVERYTHING = new Scope(null, null, null, null, null, null, null);
  }
}
