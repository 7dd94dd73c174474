package org.halles.spi;

import java.util.Map;
import java.util.Objects;

/**
 * A commission rule a vendor would like for its own sales.
 *
 * @param kind a {@link CommissionRule#kind()}, of this plugin or of another installed one
 * @param configuration an instance of that kind's configuration record
 * @param reason why the operator should accept it
 * @param reasons the same by language, {@code fr} and {@code en}; empty if it is said in only one.
 *     Since SPI 1.7
 */
public record RuleProposal(
    String kind, Record configuration, String reason, Map<String, String> reasons) {

  public RuleProposal {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(reason, "reason");
    reasons = Map.copyOf(reasons);
  }

  /** Said in one language. */
  public RuleProposal(String kind, Record configuration, String reason) {
    this(kind, configuration, reason, Map.of());
  }

  /** Said in French and in English. Since SPI 1.7. */
  public RuleProposal(String kind, Record configuration, String french, String english) {
    this(kind, configuration, french, Map.of("fr", french, "en", english));
  }
}
