package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.halles.marketplace.books.BooksReport.Check;
import org.halles.marketplace.reconciliation.Agreement;

/**
 * Compares what is posted on {@code psp_clearing} with what each gateway says itself, key by key.
 * What is still under way on our side is an open item, and what two persons explained is listed.
 */
@ApplicationScoped
class GatewayComparison {

  private static final String TITLE =
      "What is posted on psp_clearing is what the gateway reports, but for open items";

  private static final int MOST_WORDS = 100;

  private Agreement agreement;

  protected GatewayComparison() {}

  @Inject
  GatewayComparison(Agreement agreement) {
    this.agreement = agreement;
  }

  /**
   * @param from since when; the beginning of time for everything
   */
  public Check check(Instant from) {
    Agreement.Found found = agreement.since(from);
    return new Check(
        "I13",
        TITLE,
        true,
        found.violations().isEmpty(),
        found.compared(),
        note(found),
        found.violations().stream().limit(MOST_WORDS).toList());
  }

  private static String note(Agreement.Found found) {
    String open = found.open() == 0 ? "" : found.open() + " open items";
    String explained = found.explained() == 0 ? "" : found.explained() + " explained";
    return open.isEmpty() || explained.isEmpty() ? open + explained : open + ", " + explained;
  }
}
