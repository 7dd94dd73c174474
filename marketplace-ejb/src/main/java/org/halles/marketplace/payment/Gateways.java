package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.cash.CannotPayCash;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.cash.CashPolicy;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.PaymentGateway;

/** Which gateways there are, and where the operator offers them. */
@ApplicationScoped
public class Gateways {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private KnownGateways gateways;
  private AvailabilityRows rows;
  private RecentAvailability recent;
  private CashPolicy cash;
  private Audit audit;

  protected Gateways() {}

  @Inject
  Gateways(
      KnownGateways gateways,
      AvailabilityRows rows,
      RecentAvailability recent,
      CashPolicy cash,
      Audit audit) {
    this.cash = cash;
    this.gateways = gateways;
    this.rows = rows;
    this.recent = recent;
    this.audit = audit;
  }

  /** Every gateway installed, by name. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public List<GatewayView> list() {
    Map<String, AvailabilityRows.Stored> stored = rows.all();
    Set<String> enabled = new HashSet<>(gateways.ready());
    return gateways.installed().entrySet().stream()
        .map(
            gateway ->
                view(
                    gateway.getKey(),
                    gateway.getValue(),
                    enabled.contains(gateway.getKey()),
                    stored.getOrDefault(gateway.getKey(), AvailabilityRows.Stored.EVERYWHERE)))
        .toList();
  }

  /** The gateways that may take the money of this sale, by name; cash, where it may, comes last. */
  @Allowed(Role.ANYONE)
  public List<String> offered(Sale sale) {
    List<String> offered = new ArrayList<>(withoutCash(sale));
    if (cash.obstacle(sale.inCash()).isEmpty()) {
      offered.add(CashGateway.ID);
    }
    return offered;
  }

  /** Why this sale cannot be paid in cash, where the marketplace offers that at all. */
  @Allowed(Role.ANYONE)
  public Optional<CannotPayCash> notInCash(Sale sale) {
    return cash.isOffered() ? cash.obstacle(sale.inCash()) : Optional.empty();
  }

  private List<String> withoutCash(Sale sale) {
    Map<String, Availability> where = recent.get();
    return gateways.ready().stream()
        .filter(id -> takes(id, sale.currency()))
        .filter(id -> where.getOrDefault(id, Availability.EVERYWHERE).covers(sale))
        .toList();
  }

  /**
   * Makes sure that this gateway may take the money of this sale, before anything is written.
   *
   * @throws InvalidInput naming the gateways that may
   * @throws CannotPayCash if it is to be paid in cash and something is in the way of that
   */
  @Allowed(Role.ANYONE)
  public void require(String gateway, Sale sale) {
    if (gateway.equals(CashGateway.ID)) {
      cash.obstacle(sale.inCash())
          .ifPresent(
              why -> {
                throw why;
              });
      return;
    }
    List<String> offered = withoutCash(sale);
    if (!offered.contains(gateway)) {
      throw new InvalidInput(
          new Violation("payment.gateway", "must be one of " + offered, gateway));
    }
  }

  /** What a gateway lets buyers choose from without a form of its own. */
  @Allowed(Role.ANYONE)
  public List<PaymentGateway.PaymentMethod> methods(String gateway) {
    return gateways.find(gateway).orElseThrow().methods();
  }

  private boolean takes(String gateway, CurrencyCode currency) {
    List<CurrencyCode> taken = gateways.find(gateway).orElseThrow().currencies();
    return taken.isEmpty() || taken.contains(currency);
  }

  /**
   * Decides where a gateway is offered, from now on; what was begun with it goes on.
   *
   * @throws NotFound if no such gateway is installed
   * @throws org.halles.marketplace.shared.InvalidInput naming every country, currency or vendor
   *     that is wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public GatewayView offer(String gateway, Availability where) {
    if (!gateways.installed().containsKey(gateway)) {
      throw new NotFound("payment gateway", gateway);
    }
    check(gateway, where);
    Availability before = rows.of(gateway);
    rows.write(gateway, where);
    recent.forget();
    audit.record("offer-gateway", Subject.of("gateway", gateway), before, where);
    return list().stream().filter(view -> view.id().equals(gateway)).findFirst().orElseThrow();
  }

  private void check(String gateway, Availability where) {
    Checklist checks = new Checklist();
    where.countries().stream()
        .filter(country -> !COUNTRIES.contains(country))
        .forEach(
            country ->
                checks.reject("countries", "must be codes of ISO 3166-1 such as FR", country));
    List<CurrencyCode> taken = gateways.find(gateway).orElseThrow().currencies();
    where.currencies().stream()
        .filter(currency -> !taken.isEmpty() && !taken.contains(currency))
        .forEach(
            currency ->
                checks.reject(
                    "currencies", "must be among those the gateway takes: " + taken, currency));
    rows.unknownVendors(where.vendors())
        .forEach(id -> checks.reject("vendors", "must be vendors of this marketplace", id));
    checks.done();
  }

  private GatewayView view(
      String id, boolean ready, boolean enabled, AvailabilityRows.Stored stored) {
    PaymentGateway gateway = gateways.find(id).orElseThrow();
    return new GatewayView(
        id,
        ready,
        enabled,
        gateway.paysOut(),
        gateway.currencies(),
        stored.availability(),
        stored.slugs());
  }
}
