package org.halles.marketplace.shared;

import org.hibernate.SessionEventListener;

/**
 * Tells {@link RoundTrips} what Hibernate sends; registered for every session by {@code
 * hibernate.session.events.auto} in {@code persistence.xml}.
 */
public class RoundTripListener implements SessionEventListener {

  private static final long serialVersionUID = 1L;

  @Override
  public void jdbcExecuteStatementStart() {
    RoundTrips.statement();
  }

  @Override
  public void jdbcExecuteBatchStart() {
    RoundTrips.statement();
  }

  @Override
  public void transactionCompletion(boolean successful) {
    RoundTrips.transactionEnded();
  }
}
