package org.halles.testkit;

import org.halles.spi.PaymentGateway;
import org.halles.spi.SimulatedAction.SignedMessage;
import org.halles.testkit.MemoryGateway.Fault;
import org.junit.jupiter.api.Test;

/** Each promise, broken by one gateway: the contract must notice and say so. */
class PaymentGatewayContractTest {

  abstract static class Contract extends PaymentGatewayContract {
    private final MemoryGateway gateway;

    Contract(Fault fault) {
      this.gateway = new MemoryGateway(fault);
    }

    @Override
    protected PaymentGateway gateway() {
      return gateway;
    }

    @Override
    protected String approvedToken() {
      return "yes";
    }

    @Override
    protected String declinedToken() {
      return "no";
    }

    @Override
    protected SignedMessage genuineMessage(String chargeKey) {
      return gateway.message(chargeKey);
    }
  }

  static class Good extends Contract {
    Good() {
      super(Fault.NONE);
    }
  }

  static class ChargesTwice extends Contract {
    ChargesTwice() {
      super(Fault.CHARGES_TWICE);
    }
  }

  static class Forgets extends Contract {
    Forgets() {
      super(Fault.FORGETS);
    }
  }

  static class ApprovesDeclinedKeys extends Contract {
    ApprovesDeclinedKeys() {
      super(Fault.APPROVES_DECLINED_KEYS);
    }
  }

  static class RefundsTooMuch extends Contract {
    RefundsTooMuch() {
      super(Fault.REFUNDS_TOO_MUCH);
    }
  }

  static class RefundsTwice extends Contract {
    RefundsTwice() {
      super(Fault.REFUNDS_TWICE);
    }
  }

  static class BelievesAnybody extends Contract {
    BelievesAnybody() {
      super(Fault.BELIEVES_ANYBODY);
    }
  }

  static class LosesTheCurrency extends Contract {
    LosesTheCurrency() {
      super(Fault.LOSES_THE_CURRENCY);
    }
  }

  static class InventsCharges extends Contract {
    InventsCharges() {
      super(Fault.INVENTS_CHARGES);
    }
  }

  @Test
  void a_good_gateway_passes() {
    Verdict.on(Good.class).isGood();
  }

  @Test
  void a_second_charge_under_one_key_is_told() {
    Verdict verdict = Verdict.on(ChargesTwice.class);
    verdict.blames("the_same_key_charges_once", "a charge under the same key");
    verdict.blames("the_same_key_charges_once_when_used_by_many_at_once", "one key");
  }

  @Test
  void a_forgotten_charge_is_told() {
    Verdict.on(Forgets.class)
        .blames("an_approved_charge_is_found_again_under_its_key", "find()", "Unknown");
  }

  @Test
  void money_that_moves_after_a_refusal_is_told() {
    Verdict.on(ApprovesDeclinedKeys.class)
        .blames("a_declined_charge_moves_nothing_and_stays_declined", "nothing may ever move");
  }

  @Test
  void refunding_more_than_was_charged_is_told() {
    Verdict verdict = Verdict.on(RefundsTooMuch.class);
    verdict.blames("no_more_is_refunded_than_was_charged", "more than the charge");
    verdict.blames("no_more_is_refunded_than_was_charged_by_many_at_once", "8 refunds of 41.15");
  }

  @Test
  void refunding_twice_under_one_key_is_told() {
    Verdict.on(RefundsTwice.class)
        .blames("the_same_key_refunds_once", "a refund under the same key");
  }

  @Test
  void believing_a_forged_message_is_told() {
    Verdict.on(BelievesAnybody.class)
        .blames(
            "a_genuine_message_names_its_charge_and_a_forged_one_is_refused",
            "one bit of its body changed",
            "was believed");
  }

  @Test
  void a_journal_in_another_currency_is_told() {
    Verdict.on(LosesTheCurrency.class)
        .blames("the_journal_keeps_amount_currency_and_order", "123.45 USD", "123.45 EUR");
  }

  @Test
  void saying_that_an_unknown_key_was_charged_is_told() {
    Verdict.on(InventsCharges.class)
        .blames(
            "a_key_that_was_never_sent_is_never_said_to_have_moved_money",
            "never sent",
            "Approved");
  }
}
