package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.commission.CommissionVat;
import org.halles.marketplace.commission.RuleBooks;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.Ids;
import org.halles.spi.Money;

/** Charges fees through the ledger: from what is available to the vendor, the rest as a debt. */
@ApplicationScoped
class FeeCharging {

  /** The source of the entries; its id is the charge's. */
  static final String SOURCE = "vendor-fee";

  private FeeRows rows;
  private RuleBooks rules;
  private Purses purses;
  private Ledger ledger;
  private Clock clock;

  protected FeeCharging() {}

  @Inject
  FeeCharging(FeeRows rows, RuleBooks rules, Purses purses, Ledger ledger, Clock clock) {
    this.rows = rows;
    this.rules = rules;
    this.purses = purses;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Who has to pay for a month that is over and was not charged yet. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<FeeRows.Due> due(YearMonth month) {
    return rows.due(month);
  }

  /** Charges one of them, in a transaction of its own. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void charge(FeeRows.Due due, YearMonth month) {
    rows.fee(due.fee())
        .ifPresent(
            fee -> charge(Ids.next(), fee, due.vendor(), month.toString(), due.units(), null));
  }

  /** Writes the charge and its entry; part of the caller's transaction. */
  public ChargeView charge(
      UUID id, FeeView fee, UUID vendor, String period, int units, String reason) {
    Money net = fee.amount().times(units);
    CommissionVat vat = rules.current().vat();
    Money tax = net.times(vat.rateFor(rows.vendor(vendor).orElseThrow()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ChargeView charge =
        new ChargeView(id, fee.kind(), fee.title(), period, units, net, tax, reason, now);
    if (rows.insert(fee.id(), vendor, charge)) {
      purses.open(net.currency(), List.of(vendor));
      List<Templates.Share> shares = purses.drawFree(vendor, net.plus(tax));
      ledger.post(
          Templates.vendorFee(
              new Source(SOURCE, charge.id().toString(), now, null), shares, net, tax));
    }
    return charge;
  }
}
