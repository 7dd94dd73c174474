package org.halles.marketplace.commission;

import org.halles.spi.CommissionProposal;

/** A rule that decides about a line; compared by identity. */
final class Won {
  private final ActiveRule rule;
  private final Sale sale;
  private final CommissionProposal proposal;
  private final String fault;

  Won(ActiveRule rule, Sale sale, CommissionProposal proposal, String fault) {
    this.rule = rule;
    this.sale = sale;
    this.proposal = proposal;
    this.fault = fault;
  }

  ActiveRule rule() {
    return rule;
  }

  Sale sale() {
    return sale;
  }

  CommissionProposal proposal() {
    return proposal;
  }

  /** Why the fallback decides, or null. */
  String fault() {
    return fault;
  }
}
