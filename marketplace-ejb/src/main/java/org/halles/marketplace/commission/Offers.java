package org.halles.marketplace.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Texts;

/** Offers between the operator and a vendor: each answers the one before, none is ever changed. */
@ApplicationScoped
class Offers {

  private final RuleStore store;
  private final RuleChecks checks;

  @Inject
  Offers(RuleStore store, RuleChecks checks) {
    this.store = store;
    this.checks = checks;
  }

  protected Offers() {
    this(null, null);
  }

  /** The first offer of a vendor. */
  RuleVersion first(UUID vendorId, Terms terms, String by, Instant at) {
    NewRule.Scope scope = Objects.requireNonNullElse(terms.scope(), NewRule.Scope.EVERYTHING);
    RuleVersion offer =
        checked(
            Ids.next(),
            1,
            rule(terms.name(), terms.kind(), terms, of(vendorId, scope), null),
            RuleVersion.Status.PROPOSED,
            by,
            at);
    store.insert(offer, at);
    return offer;
  }

  /** The answer to an offer, which no longer stands. */
  RuleVersion next(
      RuleVersion former, Terms terms, RuleVersion.Status status, String by, Instant at) {
    NewRule.Scope scope =
        terms.scope() == null
            ? typed(former.scope())
            : of(former.scope().vendorId(), terms.scope());
    RuleVersion offer =
        checked(
            former.id(),
            former.version() + 1,
            rule(
                Objects.requireNonNullElse(terms.name(), former.name()),
                Objects.requireNonNullElse(terms.kind(), former.kind()),
                terms,
                scope,
                namesOf(former, terms)),
            status,
            by,
            at);
    store.end(former, RuleVersion.Status.REJECTED);
    store.insert(offer, at);
    return offer;
  }

  private static NewRule rule(
      String name, String kind, Terms terms, NewRule.Scope scope, Texts names) {
    return new NewRule(
        name, kind, terms.configuration(), null, null, scope, null, terms.reason(), names);
  }

  /** Who gives another name gives it in one language. */
  private static Texts namesOf(RuleVersion former, Terms terms) {
    return terms.name() == null || terms.name().equals(former.name()) ? former.names() : null;
  }

  /** Whoever offers a version signs it. */
  private RuleVersion checked(
      UUID id, int version, NewRule rule, RuleVersion.Status status, String by, Instant at) {
    RuleChecks.Checked checked = checks.check(rule);
    boolean operators = status == RuleVersion.Status.COUNTERED;
    return new RuleVersion(
        id,
        version,
        rule.called(),
        rule.names(),
        rule.kind(),
        checked.configuration(),
        ContentHash.of(rule.kind(), checked.configuration(), checked.scope()),
        checked.group(),
        0,
        status,
        checked.scope(),
        by,
        rule.because(),
        rule.reasons(),
        operators ? by : null,
        operators ? at : null,
        operators ? null : by,
        operators ? null : at,
        List.of());
  }

  /** Whatever is typed, a vendor negotiates about its own sales. */
  private static NewRule.Scope of(UUID vendorId, NewRule.Scope scope) {
    return new NewRule.Scope(
        vendorId.toString(),
        scope.category(),
        scope.listing(),
        scope.priceFrom(),
        scope.priceTo(),
        scope.validFrom(),
        scope.validTo());
  }

  private static NewRule.Scope typed(RuleScope scope) {
    return new NewRule.Scope(
        scope.vendorId().toString(),
        scope.category(),
        scope.listingId(),
        scope.priceFrom(),
        scope.priceTo(),
        scope.validFrom(),
        scope.validTo());
  }
}
