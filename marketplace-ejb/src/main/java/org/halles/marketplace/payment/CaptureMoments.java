package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Recent;

/**
 * Decides when the money of a purchase is taken; from terms that are at most a few seconds old, for
 * every checkout asks and operators seldom change them.
 */
@ApplicationScoped
public class CaptureMoments {

  private static final Duration AGE = Duration.ofSeconds(5);

  private record Terms(CaptureMoment usual, Map<UUID, CaptureMoment> own) {}

  private CaptureRows rows;
  private KnownGateways gateways;
  private Recent<Terms> recent;

  protected CaptureMoments() {}

  @Inject
  CaptureMoments(CaptureRows rows, KnownGateways gateways, Clock clock) {
    this.rows = rows;
    this.gateways = gateways;
    this.recent = new Recent<>(clock, AGE, this::read);
  }

  /**
   * When the money of this sale is taken: one payment is taken once, so the earliest of its
   * vendors' moments counts, and a gateway that cannot hold money takes it at once. Cash is taken
   * at the door whatever the terms say.
   */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public CaptureMoment of(String gateway, Sale sale) {
    if (gateway.equals(CashGateway.ID)) {
      return CaptureMoment.COLLECTION;
    }
    Terms terms = recent.get();
    CaptureMoment earliest =
        sale.vendors().stream()
            .map(vendor -> terms.own().getOrDefault(vendor, terms.usual()))
            .min(CaptureMoment::compareTo)
            .orElse(CaptureMoment.CHECKOUT);
    return earliest == CaptureMoment.CHECKOUT || !holds(gateway)
        ? CaptureMoment.CHECKOUT
        : earliest;
  }

  private boolean holds(String gateway) {
    return gateways.find(gateway).orElseThrow().authorises();
  }

  private Terms read() {
    Map<UUID, CaptureMoment> own = new HashMap<>();
    rows.all().forEach(row -> own.put(row.vendor(), row.moment()));
    CaptureMoment usual = own.remove(null);
    return new Terms(usual == null ? CaptureMoment.CHECKOUT : usual, own);
  }

  /** What was just changed on this server counts at once. */
  void forget() {
    recent.forget();
  }
}
