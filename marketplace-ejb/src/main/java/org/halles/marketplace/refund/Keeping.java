package org.halles.marketplace.refund;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.pricing.Allocation;
import org.halles.spi.Money;

/**
 * Works out what the platform keeps of a refund. The exact sum over all refunds of a leg is
 * rounded, half up, and what was kept before is taken off: so a hundred refunds of a cent keep what
 * one of a euro does. VAT follows the commission it is on. Pure.
 */
final class Keeping {

  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  private final GiveBackTerms terms;
  private final List<Subject> subjects;
  private final Map<Long, Money> fixed;
  private final Map<Long, Kept.Before> before;

  /**
   * @param fixed by leg: what of a commission are fixed amounts; a leg that is absent has none
   * @param before by leg; a leg that is absent had nothing kept
   */
  Keeping(
      GiveBackTerms terms,
      List<Subject> subjects,
      Map<Long, Money> fixed,
      Map<Long, Kept.Before> before) {
    this.terms = terms;
    this.subjects = subjects;
    this.fixed = fixed;
    this.before = before;
  }

  List<Kept> of(List<Taken> taken) {
    List<Kept> kept = new ArrayList<>();
    if (terms.keepsCommission()) {
      for (Taken one : taken) {
        Allocation.Kind kind = one.leg().kind();
        if (kind == Allocation.Kind.COMMISSION || kind == Allocation.Kind.COMMISSION_VAT) {
          kept.add(keep(one, commissionsBeside(one.leg())));
        }
      }
    }
    return kept;
  }

  /** The commission legs the share is counted from: the leg itself, or those its VAT is on. */
  private List<Leg> commissionsBeside(Leg leg) {
    if (leg.kind() == Allocation.Kind.COMMISSION) {
      return List.of(leg);
    }
    return subjects.stream()
        .filter(subject -> subject.legs().stream().anyMatch(one -> one.id() == leg.id()))
        .flatMap(subject -> subject.legs().stream())
        .filter(one -> one.kind() == Allocation.Kind.COMMISSION)
        .toList();
  }

  private Kept keep(Taken one, List<Leg> commissions) {
    BigInteger weight = BigInteger.ZERO;
    BigInteger whole = BigInteger.ZERO;
    for (Leg commission : commissions) {
      weight = weight.add(weightOf(commission));
      whole = whole.add(BigInteger.valueOf(commission.amount().minor()));
    }
    Kept.Before past = before.getOrDefault(one.leg().id(), Kept.Before.NOTHING);
    BigInteger exact =
        past.weighted().add(weight.multiply(BigInteger.valueOf(one.amount().minor())));
    long reached = halfUp(exact, whole.multiply(WHOLE));
    long now = Math.max(0, Math.min(one.amount().minor(), reached - past.amount()));
    return new Kept(one.leg(), one.amount(), weight, Money.of(now, one.amount().currency()));
  }

  private BigInteger weightOf(Leg commission) {
    long fixedPart =
        fixed.containsKey(commission.id())
            ? Math.min(fixed.get(commission.id()).minor(), commission.amount().minor())
            : 0;
    long ratePart = commission.amount().minor() - fixedPart;
    return times(fixedPart, terms.fixedFeeKeptBasisPoints())
        .add(times(ratePart, terms.commissionKeptBasisPoints()));
  }

  private static BigInteger times(long minor, int basisPoints) {
    return BigInteger.valueOf(minor).multiply(BigInteger.valueOf(basisPoints));
  }

  private static long halfUp(BigInteger over, BigInteger under) {
    if (under.signum() == 0) {
      return 0;
    }
    return over.shiftLeft(1).add(under).divide(under.shiftLeft(1)).longValueExact();
  }
}
