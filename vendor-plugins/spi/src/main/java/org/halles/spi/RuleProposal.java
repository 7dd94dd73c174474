package org.halles.spi;

import java.util.Objects;

/**
 * A commission rule a vendor would like for its own sales.
 *
 * @param kind a {@link CommissionRule#kind()}, of this plugin or of another installed one
 * @param configuration an instance of that kind's configuration record
 * @param reason why the operator should accept it
 */
public record RuleProposal(String kind, Record configuration, String reason) {

  public RuleProposal {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(reason, "reason");
  }
}
