package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.Refusal;
import org.jboss.logging.Logger;

/** Whether the clearing accounts say what the gateways say; for the check of the books. */
@ApplicationScoped
public class Agreement {

  /**
   * What came of asking.
   *
   * @param compared how many keys
   * @param open how many of them are still under way here
   * @param explained how many differences two persons explained
   * @param violations the others, in words
   * @param unasked gateways that did not answer: nothing of theirs was compared
   */
  public record Found(
      long compared, long open, long explained, List<String> violations, List<String> unasked) {

    public Found {
      violations = List.copyOf(violations);
      unasked = List.copyOf(unasked);
    }
  }

  private static final Logger LOG = Logger.getLogger(Agreement.class);

  /** Clocks of gateways are not ours. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  private Payments payments;
  private JournalReading journal;
  private Comparison comparison;
  private FindingStore findings;
  private JournalLines lines;

  protected Agreement() {}

  @Inject
  public Agreement(
      Payments payments,
      JournalReading journal,
      Comparison comparison,
      FindingStore findings,
      JournalLines lines) {
    this.payments = payments;
    this.journal = journal;
    this.comparison = comparison;
    this.findings = findings;
    this.lines = lines;
  }

  /**
   * Compares every gateway.
   *
   * @param from since when
   */
  @Allowed(Role.FINANCE)
  public Found since(Instant from) {
    Found all = new Found(0, 0, 0, List.of(), List.of());
    for (String gateway : payments.all()) {
      all = sum(all, of(gateway, from));
    }
    return all;
  }

  private Found of(String gateway, Instant from) {
    Instant now = lines.now();
    try {
      journal.read(gateway, lines.earliest(gateway, from).minus(OVERLAP), now);
    } catch (Refusal away) {
      LOG.warnf("gateway %s cannot be asked for its journal: %s", gateway, away.getMessage());
      return new Found(0, 0, 0, List.of(), List.of(gateway));
    }
    Comparison.Outcome outcome = comparison.of(gateway, from, now);
    Set<String> explained = findings.explainedOf(gateway);
    List<Discrepancy> settled =
        outcome.differences().stream().filter(Discrepancy::isSettledHere).toList();
    List<String> words =
        settled.stream()
            .filter(one -> !explained.contains(FindingStore.signature(one)))
            .map(one -> one.kind() + " " + one.words(gateway))
            .toList();
    return new Found(
        outcome.compared(), outcome.open(), settled.size() - words.size(), words, List.of());
  }

  private static Found sum(Found one, Found other) {
    return new Found(
        one.compared() + other.compared(),
        one.open() + other.open(),
        one.explained() + other.explained(),
        both(one.violations(), other.violations()),
        both(one.unasked(), other.unasked()));
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.of(some, others).flatMap(List::stream).toList();
  }
}
