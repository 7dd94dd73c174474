package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/**
 * What an account that is erased had to spend. Nobody loses money without saying so: what is left
 * is named first. Given up, store credit is owed no more, and gift cards that were kept pay by
 * their codes again.
 */
@ApplicationScoped
class ForgottenCredit {

  /** There is still something to spend. */
  static final class CreditLeft extends Refusal {
    private static final long serialVersionUID = 1L;

    CreditLeft(List<Money> left) {
      super(
          Kind.UNPROCESSABLE,
          "credit-left",
          left + " of gift cards and store credit is left: spend it, or say that it is given up",
          Map.of("left", left));
    }
  }

  private CreditRows rows;
  private CreditReading reading;
  private Expiry expiry;
  private Clock clock;

  protected ForgottenCredit() {}

  @Inject
  ForgottenCredit(CreditRows rows, CreditReading reading, Expiry expiry, Clock clock) {
    this.rows = rows;
    this.reading = reading;
    this.expiry = expiry;
    this.clock = clock;
  }

  void on(@Observes AccountErased erased) {
    UUID account = erased.accountId();
    List<Credit> credits = rows.lockOfAccount(account);
    List<Money> left = reading.balancesOfAccount(account);
    if (!left.isEmpty() && !erased.givesUpCredit()) {
      throw new CreditLeft(left);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    credits.stream()
        .filter(credit -> credit.kind() == CreditKind.ACCOUNT && credit.balance().isPositive())
        .forEach(credit -> expiry.takeOff(credit, now));
    rows.forget(account, erased.email());
    rows.forgetBought(account, erased.email());
  }
}
