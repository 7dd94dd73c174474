package org.halles.plugins.stripe;

import org.halles.spi.PaymentGateway;
import org.halles.spi.SimulatedAction.SignedMessage;
import org.halles.testkit.PaymentGatewayContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

class StripeGatewayContractTest extends PaymentGatewayContract {

  private static final Fixture FIXTURE = new Fixture();

  @AfterAll
  static void stop() {
    FIXTURE.stripe.close();
  }

  @Override
  protected PaymentGateway gateway() {
    return FIXTURE.gateway();
  }

  @Override
  protected String approvedToken() {
    return "pm_card_visa";
  }

  @Override
  protected String declinedToken() {
    return "pm_card_chargeDeclined";
  }

  @Override
  protected SignedMessage genuineMessage(String chargeKey) {
    return FIXTURE
        .stripe
        .message(
            "payment_intent.succeeded", FIXTURE.stripe.made("payment_intents", chargeKey).get(0))
        .message();
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return StripeGateway.class;
    }
  }
}
