package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How often one address of the network may report something: a person with much to report, no
 * flood.
 */
@ApplicationScoped
public class ReportLimit {

  private Throttle throttle;

  protected ReportLimit() {}

  @Inject
  ReportLimit(Throttle throttle) {
    this.throttle = throttle;
  }

  /**
   * Counts one report, or one complaint.
   *
   * @throws TooManyAttempts if it is one too many
   */
  @Allowed(Role.ANYONE)
  public void take(String address) {
    throttle.take(Limit.Kind.REPORTS.of(address));
  }
}
