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
import java.util.function.Function;
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

  /** So many postings are looked up one by one; more are as quickly checked with all others. */
  private static final int MOST_NEW = 200_000;

  private Equations equations;
  private Arrivals arrivals;
  private GatewayComparison gateways;
  private SealProof seals;
  private Marks marks;
  private Clock clock;

  protected Books() {}

  @Inject
  public Books(
      Equations equations,
      Arrivals arrivals,
      GatewayComparison gateways,
      SealProof seals,
      Marks marks,
      Clock clock) {
    this.equations = equations;
    this.arrivals = arrivals;
    this.gateways = gateways;
    this.seals = seals;
    this.marks = marks;
    this.clock = clock;
  }

  /** Every invariant, in order, over everything; those that cannot be broken yet say so. */
  @Allowed(Role.FINANCE)
  public BooksReport check() {
    return report(reached(), null, equations::check);
  }

  /**
   * Every invariant over what came since the books were last found right; over everything where
   * they never were, or where so much came since that this takes no longer.
   */
  @Allowed(Role.FINANCE)
  public BooksReport checkNew() {
    Mark reached = reached(); // what comes from here on may not be among what arrived
    return marks
        .last()
        .flatMap(
            mark -> arrivals.since(mark, MOST_NEW).map(arrived -> report(reached, mark, arrived)))
        .orElseGet(this::check);
  }

  /**
   * Examines what a report could not, because a gateway could not be asked; the rest of it stays.
   */
  @Allowed(Role.FINANCE)
  public BooksReport checkAgain(BooksReport incomplete) {
    List<Check> checks =
        incomplete.checks().stream()
            .map(check -> check.unasked().isEmpty() ? check : atGateways(incomplete.since()))
            .toList();
    return BooksReport.of(checks, clock.instant(), incomplete.since());
  }

  private Check atGateways(Instant since) {
    return gateways.check(since == null ? Instant.EPOCH : since.minus(LATE_LINES));
  }

  private Mark reached() {
    return marks.reached(clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private BooksReport report(Mark reached, Mark since, Arrived arrived) {
    Object[] numbers = arrived.parameters();
    return report(reached, since, whole -> equations.check(Scopes.since(since, whole), numbers));
  }

  private BooksReport report(Mark reached, Mark since, Function<Invariant, Check> equation) {
    List<Check> checks = new ArrayList<>();
    Stream.of(
            LedgerInvariants.ALL,
            OrderInvariants.ALL,
            PaymentInvariants.ALL,
            RefundInvariants.ALL,
            FeeInvariants.ALL,
            AffiliateInvariants.ALL)
        .flatMap(List::stream)
        .map(equation)
        .forEach(checks::add);
    checks.add(atGateways(since == null ? null : since.at()));
    checks.replaceAll(
        check ->
            check.id().equals("I15") ? seals.add(check, since == null ? 0 : since.seal()) : check);
    checks.sort(Comparator.comparingInt(check -> Integer.parseInt(check.id().substring(1))));
    BooksReport report = BooksReport.of(checks, clock.instant(), since == null ? null : since.at());
    if (report.balanced() && report.complete()) {
      marks.keep(reached, since == null);
    }
    return report;
  }
}
