package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.credit.StoreCredits;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.Database;
import org.halles.spi.Money;

/**
 * What a bank took back beyond everything that was left of a purchase: its buyer had the money
 * already, so nobody's share can give it. Part of the caller's transaction, which has locked the
 * purchase.
 */
@ApplicationScoped
public class LostBeyond {

  private static final String FEE = "chargeback-fee";

  /**
   * A loss as the book knows it.
   *
   * @param id of the chargeback
   * @param parts how often the bank gave a part of it back; zero or more
   */
  public record Loss(UUID id, UUID order, String gateway, int parts) {

    /** What is left of this loss when the bank gives another part back. */
    public Loss less() {
      return new Loss(id, order, gateway, parts + 1);
    }

    private Source source(Instant now) {
      return new Source(type(), id.toString(), now, order);
    }

    private String type() {
      return switch (parts) {
        case 0 -> "chargeback-loss";
        case 1 -> "chargeback-loss-part";
        default -> "chargeback-loss-part-" + parts;
      };
    }
  }

  private Database database;
  private StoreCredits credits;
  private Ledger ledger;

  protected LostBeyond() {}

  @Inject
  LostBeyond(Database database, StoreCredits credits, Ledger ledger) {
    this.database = database;
    this.credits = credits;
    this.ledger = ledger;
  }

  /** True while money is on its way back to the buyer, or waits for somebody to send it. */
  public boolean refundsUnderWay(UUID order) {
    return database
        .find(
            """
            select 1 from payment_transaction t
             where t.order_group_id = ? and t.kind = 'REFUND'
               and (t.status not in ('SUCCEEDED', 'FAILED')
                    or t.status = 'FAILED'
                    and t.failure_code is distinct from 'first-part-refused' and not exists (
                      select from refused_refund f where f.transaction_id = t.id))
             limit 1
            """,
            row -> true,
            order)
        .isPresent();
  }

  /**
   * Takes back what is left of credit that was given instead, and books the rest as a loss.
   *
   * @param lost what is gone, above zero
   * @param reason in words
   * @return what was taken back of credit
   */
  public Money book(Loss loss, Money lost, String reason, Instant now) {
    Money recovered = credits.takeBack(loss.order(), lost, now);
    ledger.post(
        Templates.chargebackUncovered(loss.source(now), loss.gateway(), lost, recovered, reason));
    return recovered;
  }

  /** The gateway's fee for a chargeback of which nothing else is booked. */
  public void bookFee(UUID id, UUID order, String gateway, Money fee, Instant now) {
    ledger.post(Templates.chargebackFee(new Source(FEE, id.toString(), now, order), gateway, fee));
  }

  /**
   * The bank gave the money back after all: the mirror of what was booked.
   *
   * @param recovered what was taken back of credit
   */
  public void turnRound(Loss loss, Money recovered, Instant now) {
    credits.giveAgain(loss.order(), recovered, now);
    ledger.reverse(
        Templates.CHARGEBACK_UNCOVERED, loss.source(now), now, "the bank gave the money back");
  }
}
