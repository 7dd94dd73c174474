package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.halles.marketplace.books.BooksReport.Check;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;

/** Checks the invariants I1 to I20 over the whole database. */
@ApplicationScoped
public class Books {

  private Equations equations;
  private GatewayComparison gateways;
  private Clock clock;

  protected Books() {}

  @Inject
  public Books(Equations equations, GatewayComparison gateways, Clock clock) {
    this.equations = equations;
    this.gateways = gateways;
    this.clock = clock;
  }

  /** Every invariant, in order; those that cannot be broken yet say so. */
  @Allowed(Role.FINANCE)
  public BooksReport check() {
    List<Check> checks = new ArrayList<>();
    Stream.of(
            LedgerInvariants.ALL, OrderInvariants.ALL, PaymentInvariants.ALL, RefundInvariants.ALL)
        .flatMap(List::stream)
        .forEach(invariant -> checks.add(equations.check(invariant)));
    checks.add(gateways.check(java.time.Instant.EPOCH));
    checks.sort(Comparator.comparingInt(check -> Integer.parseInt(check.id().substring(1))));
    return new BooksReport(checks.stream().allMatch(Check::ok), clock.instant(), checks);
  }
}
