package org.halles.plugins.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.halles.spi.PaymentGateway;
import org.halles.spi.SimulatedAction.SignedMessage;
import org.halles.testkit.PaymentGatewayContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;

class SandboxGatewayContractTest extends PaymentGatewayContract {

  @Override
  protected PaymentGateway gateway() {
    return sandbox();
  }

  @Override
  protected String approvedToken() {
    return "approved";
  }

  @Override
  protected String declinedToken() {
    return "declined";
  }

  @Override
  protected SignedMessage genuineMessage(String chargeKey) {
    return sandbox().messagesSince(Instant.EPOCH, 100_000).stream()
        .filter(m -> new String(m.body(), StandardCharsets.UTF_8).contains(chargeKey))
        .findFirst()
        .orElseThrow();
  }

  private static SandboxGateway sandbox() {
    return new SandboxGateway(SandboxDatabase::dataSource, Clock.systemUTC(), Thread::sleep);
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return SandboxGateway.class;
    }
  }
}
