package org.halles.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionCounterTest {

  private static final String FAR_AHEAD = "99999999999999";

  private final TransactionCounter counter = Marketplace.get(TransactionCounter.class);
  private final String before = mark();

  @AfterEach
  void putBack() {
    set(before);
  }

  @Test
  void aDatabaseThatCountsOnIsFine() {
    assertThatCode(() -> counter.check(null)).doesNotThrowAnyException();
  }

  @Test
  void aDatabaseWhoseCounterWasTurnedBackIsRefusedWithWhatToDo() {
    set(FAR_AHEAD);

    assertThatThrownBy(() -> counter.check(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(FAR_AHEAD)
        .hasMessageContaining("pg_resetwal --epoch=23284,");
  }

  @Test
  void whatPayoutRunsNoLongerReadCountsToo() {
    Marketplace.get(Checkout.class)
        .pay(Market.basket(Market.article(1000, 1).times(1)).pay("approved"));
    Marketplace.inTransaction(
        () ->
            Marketplace.get(Database.class)
                .update(
                    "insert into payout_mark (account_id, below_tx)"
                        + " select min(id), ?::xid8 from ledger_account"
                        + " on conflict (account_id) do update set below_tx = excluded.below_tx",
                    FAR_AHEAD));
    try {
      assertThatThrownBy(() -> counter.check(null)).hasMessageContaining(FAR_AHEAD);
    } finally {
      Marketplace.inTransaction(
          () ->
              Marketplace.get(Database.class)
                  .update("delete from payout_mark where below_tx = ?::xid8", FAR_AHEAD));
    }
  }

  private static String mark() {
    return Marketplace.inTransaction(
        () ->
            Marketplace.get(Database.class)
                .find("select below_tx::text as tx from ledger_turnover_mark", r -> r.text("tx"))
                .orElseThrow());
  }

  private static void set(String mark) {
    Marketplace.inTransaction(
        () ->
            Marketplace.get(Database.class)
                .update("update ledger_turnover_mark set below_tx = ?::xid8", mark));
  }
}
