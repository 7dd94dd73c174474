package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Recent;

/**
 * Who keeps the marketplace, for everybody to read: whoever issues its invoices (Directive
 * 2000/31/EC, article 5).
 */
@ApplicationScoped
public class Imprint {

  private static final Duration AGE = Duration.ofMinutes(1);

  private Recent<Optional<Party>> recent;

  protected Imprint() {}

  @Inject
  Imprint(InvoiceRows rows, Clock clock) {
    this.recent = new Recent<>(clock, AGE, rows::issuer);
  }

  /** Empty until somebody said; at most a minute old. */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public Optional<Party> keeper() {
    return recent.get();
  }
}
