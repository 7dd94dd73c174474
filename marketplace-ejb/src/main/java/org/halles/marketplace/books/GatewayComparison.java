package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.books.BooksReport.Check;
import org.halles.marketplace.books.ClearingLines.Ours;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.PaymentGateway.GatewayTransaction;

/**
 * Compares what is posted on {@code psp_clearing} with what each gateway says itself, transaction
 * by transaction. What is still under way on our side is an open item, not an error.
 */
@ApplicationScoped
class GatewayComparison {

  private static final String TITLE =
      "What is posted on psp_clearing is what the gateway reports, but for open items";

  private static final int PAGE = 1000;
  private static final int MOST_WORDS = 100;

  private Plugins plugins;
  private Payments payments;
  private ClearingLines lines;

  protected GatewayComparison() {}

  @Inject
  GatewayComparison(Plugins plugins, Payments payments, ClearingLines lines) {
    this.plugins = plugins;
    this.payments = payments;
    this.lines = lines;
  }

  private static final class Findings {
    final Set<String> seen = new HashSet<>();
    final List<String> violations = new ArrayList<>();
    int open;
  }

  public Check check() {
    Findings findings = new Findings();
    Instant asOf = lines.now();
    for (String gateway : plugins.gateways()) {
      try {
        compare(gateway, asOf, findings);
      } catch (Refusal away) {
        findings.violations.add("gateway " + gateway + " cannot be asked: " + away.getMessage());
      }
    }
    List<String> first =
        findings.violations.subList(0, Math.min(MOST_WORDS, findings.violations.size()));
    return new Check(
        "I13",
        TITLE,
        true,
        findings.violations.isEmpty(),
        findings.seen.size(),
        findings.open == 0 ? "" : findings.open + " open items",
        first);
  }

  private void compare(String gateway, Instant asOf, Findings findings) {
    Set<UUID> reported = new HashSet<>();
    List<GatewayTransaction> page = payments.journal(gateway, Instant.EPOCH, PAGE);
    while (compare(gateway, page, reported, findings) && page.size() == PAGE) {
      page = payments.journal(gateway, page.get(PAGE - 1).at(), PAGE);
    }
    for (UUID id : lines.succeededBefore(gateway, asOf)) {
      if (!reported.contains(id)) {
        findings.violations.add("transaction " + id + " is unknown to gateway " + gateway);
      }
    }
  }

  /** Says whether anything on this page was new. */
  private boolean compare(
      String gateway, List<GatewayTransaction> page, Set<UUID> reported, Findings findings) {
    Map<UUID, GatewayTransaction> theirs = new HashMap<>();
    for (GatewayTransaction line : page) {
      if (findings.seen.add(gateway + " " + line.reference())) {
        idOf(gateway, line)
            .ifPresentOrElse(
                id -> theirs.put(id, line),
                () ->
                    findings.violations.add(
                        gateway + " knows " + line.reference() + ", we do not"));
      }
    }
    Map<UUID, Ours> ours = lines.of(gateway, theirs.keySet());
    theirs.forEach((id, line) -> compare(gateway, line, ours.get(id), findings));
    reported.addAll(theirs.keySet());
    return !theirs.isEmpty();
  }

  private static void compare(
      String gateway, GatewayTransaction theirs, Ours ours, Findings findings) {
    boolean moved = theirs.status().equals("succeeded");
    if (ours == null) {
      if (moved) {
        findings.violations.add(
            gateway
                + " moved "
                + theirs.amount()
                + " under "
                + theirs.idempotencyKey()
                + ", which is unknown here");
      }
    } else if (!ours.settled()) {
      findings.open++;
    } else if (moved != ours.succeeded()) {
      findings.violations.add(
          "transaction "
              + theirs.idempotencyKey()
              + " is "
              + theirs.status()
              + " at "
              + gateway
              + (ours.succeeded() ? " and succeeded here" : " and failed here"));
    } else if (moved && ours.clearing() != signed(theirs)) {
      findings.violations.add(
          "transaction "
              + theirs.idempotencyKey()
              + ": "
              + gateway
              + " reports "
              + signed(theirs)
              + ", posted "
              + ours.clearing());
    }
  }

  /** What it adds to our balance at the gateway. */
  private static long signed(GatewayTransaction line) {
    long amount = line.amount().minor();
    return (line.kind().equals("charge") ? amount : -amount) - line.fee().minor();
  }

  private static Optional<UUID> idOf(String gateway, GatewayTransaction line) {
    if (line.kind().equals("chargeback")) {
      return Optional.of(Payments.chargebackId(gateway, line.reference()));
    }
    try {
      return Optional.of(UUID.fromString(line.idempotencyKey()));
    } catch (IllegalArgumentException notOneOfOurKeys) {
      return Optional.empty();
    }
  }
}
