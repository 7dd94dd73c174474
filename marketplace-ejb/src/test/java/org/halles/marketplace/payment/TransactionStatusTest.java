package org.halles.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.payment.TransactionStatus.FAILED;
import static org.halles.marketplace.payment.TransactionStatus.NEW;
import static org.halles.marketplace.payment.TransactionStatus.PENDING;
import static org.halles.marketplace.payment.TransactionStatus.REQUIRES_ACTION;
import static org.halles.marketplace.payment.TransactionStatus.SUCCEEDED;
import static org.halles.marketplace.payment.TransactionStatus.UNKNOWN;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;
import org.junit.jupiter.api.Test;

class TransactionStatusTest {

  private static final PaymentOutcome APPROVED =
      new PaymentOutcome.Approved("r", Money.of(1, "EUR"));
  private static final PaymentOutcome DECLINED = new PaymentOutcome.Declined("no", "No.");
  private static final PaymentOutcome LOST = new PaymentOutcome.Unknown("?");
  private static final PaymentOutcome WAITS = new PaymentOutcome.Pending("r");
  private static final PaymentOutcome ASKS = new PaymentOutcome.RequiresAction("r", "/x");

  @Test
  void theFirstAnswerDecidesWhereAnIntentGoes() {
    assertThat(NEW.after(APPROVED)).isEqualTo(SUCCEEDED);
    assertThat(NEW.after(DECLINED)).isEqualTo(FAILED);
    assertThat(NEW.after(LOST)).isEqualTo(UNKNOWN);
    assertThat(NEW.after(WAITS)).isEqualTo(PENDING);
    assertThat(NEW.after(ASKS)).isEqualTo(REQUIRES_ACTION);
  }

  @Test
  void aGatewayThatCannotBeAskedTakesNothingBack() {
    assertThat(PENDING.after(LOST)).isEqualTo(PENDING);
    assertThat(REQUIRES_ACTION.after(LOST)).isEqualTo(REQUIRES_ACTION);
    assertThat(UNKNOWN.after(LOST)).isEqualTo(UNKNOWN);
  }

  /** News may come twice, late and in any order: what is final stays. */
  @Property
  void whatIsFinalStays(@ForAll List<@net.jqwik.api.constraints.IntRange(max = 4) Integer> news) {
    List<PaymentOutcome> outcomes = Arrays.asList(APPROVED, DECLINED, LOST, WAITS, ASKS);
    TransactionStatus status = NEW;
    TransactionStatus end = null;
    for (int one : news) {
      status = status.after(outcomes.get(one));
      if (end == null && status.isFinal()) {
        end = status;
      }
      assertThat(end == null || status == end).isTrue();
    }
  }
}
