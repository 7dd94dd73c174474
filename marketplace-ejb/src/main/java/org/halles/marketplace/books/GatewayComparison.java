package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        found.violations().stream().limit(MOST_WORDS).toList(),
        found.unasked());
  }

  private static String note(Agreement.Found found) {
    List<String> parts = new ArrayList<>();
    if (found.open() > 0) {
      parts.add(found.open() + " open items");
    }
    if (found.explained() > 0) {
      parts.add(found.explained() + " explained");
    }
    if (!found.unasked().isEmpty()) {
      parts.add(
          "not examined for "
              + String.join(", ", found.unasked())
              + ", which could not be asked: check again in a moment");
    }
    return String.join("; ", parts);
  }
}
