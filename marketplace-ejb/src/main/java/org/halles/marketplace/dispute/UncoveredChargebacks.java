package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.refund.LostBeyond;
import org.halles.marketplace.refund.TakenBack;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;

/**
 * What banks took back after the buyer had the money already, as store credit or otherwise: too
 * little is left of the purchase to take it from anybody. Once the bank has decided, two persons
 * book it as a loss, and a bank that gives it back later turns that round.
 */
@ApplicationScoped
public class UncoveredChargebacks {

  private UncoveredRows rows;
  private ChargebackNews news;
  private TakenBack money;
  private LostBeyond losses;
  private Cases cases;

  protected UncoveredChargebacks() {}

  @Inject
  UncoveredChargebacks(
      UncoveredRows rows, ChargebackNews news, TakenBack money, LostBeyond losses, Cases cases) {
    this.rows = rows;
    this.news = news;
    this.money = money;
    this.losses = losses;
    this.cases = cases;
  }

  /** Where one is known, and by which name. */
  public record AtGateway(String gateway, String reference) {}

  /**
   * Writes down one that was refused because too little is left.
   *
   * @return true if it was not known, or stood otherwise
   */
  @Allowed({Role.FINANCE, Role.SYSTEM})
  @Transactional
  public boolean remember(String gateway, Chargeback seen) {
    Optional<PaymentTransaction> charge = news.chargeOf(gateway, seen);
    UUID id = Payments.chargebackId(gateway, seen.reference());
    boolean known = rows.find(id).filter(one -> one.seen().state() == seen.state()).isPresent();
    charge.ifPresent(of -> rows.remember(id, gateway, of.orderGroupId(), seen, cases.now()));
    return !known;
  }

  /** Those to ask about again: undecided, or decided not long ago, these once a day. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<AtGateway> toAsk(int most) {
    Instant now = cases.now();
    Instant since = now.minus(Chargebacks.SECOND_THOUGHTS);
    return rows.toAsk(since, now.minus(Chargebacks.DAILY), now, most).stream()
        .map(one -> new AtGateway(one.gateway(), one.seen().reference()))
        .toList();
  }

  /**
   * Says whether one can be booked as a loss now.
   *
   * @throws CannotDispute if it is booked, its bank has not decided, or a refund is under way
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public void require(UUID id) {
    UncoveredRows.Stored one = rows.find(id).orElseThrow(CannotDispute::nothingUncovered);
    requireBookable(one);
  }

  /**
   * Books what is gone: first as a chargeback as far as something is left of the purchase, then
   * what is left of the credit the buyer got instead, and the rest as a loss.
   *
   * @param why the words two persons agreed on
   * @throws CannotDispute if it is booked, its bank has not decided, or a refund is under way
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public void book(UUID id, String why) {
    UUID order = rows.find(id).orElseThrow(CannotDispute::nothingUncovered).orderGroup();
    Money left = news.left(order);
    UncoveredRows.Stored one = rows.lock(id).orElseThrow(CannotDispute::nothingUncovered);
    requireBookable(one);
    Money gone = one.seen().amount();
    Money covered = gone.min(left);
    Instant now = cases.now();
    if (covered.isPositive()) {
      news.begin(one, covered);
    } else if (one.seen().fee().isPositive()) {
      losses.bookFee(id, order, one.gateway(), one.seen().fee(), now);
    }
    Money lost = gone.minus(covered);
    Money recovered = lost.isPositive() ? losses.book(one.known(), lost, why, now) : lost;
    rows.booked(id, lost, recovered, now);
  }

  private void requireBookable(UncoveredRows.Stored one) {
    if (one.isBooked()) {
      throw CannotDispute.nothingUncovered();
    }
    if (!one.isDecided()) {
      throw CannotDispute.bankNotDecided(one.seen().reference());
    }
    if (losses.refundsUnderWay(one.orderGroup())) {
      throw CannotDispute.refundUnderWay();
    }
  }
}
