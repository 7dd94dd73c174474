package org.halles.hostile;

import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.SaleFacts;

/** A rule that needs no configuration and does no good. */
abstract class HostileRule implements CommissionRule<HostileRule.None> {

  /** Nothing to configure. */
  public record None() {}

  @Override
  public Class<None> configuration() {
    return None.class;
  }

  @Override
  public Optional<CommissionProposal> propose(SaleFacts sale, None none) {
    return misdeed(sale);
  }

  abstract Optional<CommissionProposal> misdeed(SaleFacts sale);
}
