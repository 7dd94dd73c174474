package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.halles.marketplace.books.BooksReport.Check;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;

/**
 * Checks the invariants I1 to I23: over the whole database, or over what came since the books were
 * last found right, which takes the same short time however large the book has grown.
 */
@ApplicationScoped
public class Books {

  /** A gateway's journal may show a line so much later. */
  private static final Duration LATE_LINES = Duration.ofDays(2);

  private Equations equations;
  private GatewayComparison gateways;
  private SealProof seals;
  private Marks marks;
  private Clock clock;

  protected Books() {}

  @Inject
  public Books(
      Equations equations, GatewayComparison gateways, SealProof seals, Marks marks, Clock clock) {
    this.equations = equations;
    this.gateways = gateways;
    this.seals = seals;
    this.marks = marks;
    this.clock = clock;
  }

  /** Every invariant, in order, over everything; those that cannot be broken yet say so. */
  @Allowed(Role.FINANCE)
  public BooksReport check() {
    return report(null, invariant -> invariant);
  }

  /** Every invariant over what came since the books were last found right. */
  @Allowed(Role.FINANCE)
  public BooksReport checkNew() {
    Optional<Mark> last = marks.last();
    return last.isEmpty()
        ? check()
        : report(last.get(), invariant -> Scopes.since(last.get(), invariant));
  }

  private BooksReport report(Mark since, UnaryOperator<Invariant> scope) {
    Mark reached = marks.reached(clock.instant().truncatedTo(ChronoUnit.MICROS));
    List<Check> checks = new ArrayList<>();
    Stream.of(
            LedgerInvariants.ALL,
            OrderInvariants.ALL,
            PaymentInvariants.ALL,
            RefundInvariants.ALL,
            FeeInvariants.ALL,
            AffiliateInvariants.ALL)
        .flatMap(List::stream)
        .map(scope)
        .forEach(invariant -> checks.add(equations.check(invariant)));
    checks.add(gateways.check(since == null ? Instant.EPOCH : since.at().minus(LATE_LINES)));
    checks.replaceAll(
        check ->
            check.id().equals("I15") ? seals.add(check, since == null ? 0 : since.seal()) : check);
    checks.sort(Comparator.comparingInt(check -> Integer.parseInt(check.id().substring(1))));
    boolean balanced = checks.stream().allMatch(Check::ok);
    if (balanced) {
      marks.keep(reached, since == null);
    }
    return new BooksReport(balanced, clock.instant(), checks, since == null ? null : since.at());
  }
}
