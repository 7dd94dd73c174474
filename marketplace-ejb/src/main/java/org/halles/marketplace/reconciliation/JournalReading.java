package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.halles.marketplace.payment.Payments;
import org.halles.spi.PaymentGateway.JournalPage;

/** Reads a gateway's journal; never inside a transaction. */
@ApplicationScoped
class JournalReading {

  private static final int PAGE = 1000;

  private Payments payments;
  private JournalLines lines;

  protected JournalReading() {}

  @Inject
  JournalReading(Payments payments, JournalLines lines) {
    this.payments = payments;
    this.lines = lines;
  }

  /** Brings our copy of a span of the journal up to date; says how many lines it has. */
  public long read(String gateway, Instant from, Instant to) {
    Instant readAt = lines.now();
    String cursor = null;
    do {
      JournalPage page = payments.journal(gateway, from, to, cursor, PAGE);
      if (!page.lines().isEmpty()) {
        lines.store(gateway, page.lines(), readAt);
      }
      cursor = page.next();
    } while (cursor != null);
    return lines.forgetUnseen(gateway, from, to, readAt);
  }
}
