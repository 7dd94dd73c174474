package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.PaymentGateway.GatewayTransaction;
import org.halles.spi.PaymentGateway.JournalPage;

/** What gateways say happened, for people who compare it with the book. */
@ApplicationScoped
public class GatewayJournal {

  private static final int MOST = 1000;

  /** A journal is read to its end: everything is before. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private Payments payments;

  protected GatewayJournal() {}

  @Inject
  public GatewayJournal(Payments payments) {
    this.payments = payments;
  }

  /**
   * A page of a gateway's own journal, oldest first.
   *
   * @param since inclusive; null: from the beginning
   * @param limit 1 to 1000
   * @param cursor as the page before gave it, or null
   * @throws org.halles.marketplace.shared.NotFound if no such gateway is installed
   */
  @Allowed(Role.FINANCE)
  public Page<GatewayTransaction> page(String gateway, Instant since, int limit, String cursor) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidInput(
          new Violation("limit", "must be between 1 and " + MOST, String.valueOf(limit)));
    }
    JournalPage page =
        payments.journal(
            gateway, since == null ? Instant.EPOCH : since, NEVER, placeOf(gateway, cursor), limit);
    String next = page.next() == null ? null : Paging.cursor(gateway, page.next());
    return new Page<>(page.lines(), next);
  }

  /** Where the gateway goes on; only a cursor that its own journal gave leads there. */
  private static String placeOf(String gateway, String cursor) {
    Paging paging = Paging.of(1, cursor);
    Optional<Keys> keys = paging.keys(2);
    if (keys.isPresent() && !keys.get().text(0).equals(gateway)) {
      throw paging.malformedCursor();
    }
    return keys.map(found -> found.text(1)).orElse(null);
  }
}
