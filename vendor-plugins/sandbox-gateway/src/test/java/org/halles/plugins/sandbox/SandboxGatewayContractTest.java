package org.halles.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.spi.Configurable;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentGateway.CaptureRequest;
import org.halles.spi.PaymentGateway.ChargeRequest;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Authorised;
import org.halles.spi.Rate;
import org.halles.spi.Secret;
import org.halles.spi.SimulatedAction.SignedMessage;
import org.halles.testkit.ConfigurableContract;
import org.halles.testkit.PaymentGatewayContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
  class Terms extends ConfigurableContract<Account> {

    private final Account agreed =
        new Account(Rate.percent("2"), 0, 900, 3, new Secret("typed-by-an-operator"));
    private final SandboxGateway configured = sandbox().with(agreed);
    private final String key = UUID.randomUUID().toString();

    @Override
    protected Configurable<Account> extension() {
      return sandbox();
    }

    @Override
    protected List<Account> configurations() {
      return List.of(Account.USUAL, agreed);
    }

    @Test
    void whatIsAgreedDecidesTheFeesAndHowLongMoneyIsHeld() {
      Instant before = Instant.now();
      Authorised held = (Authorised) configured.authorise(request("approved"));
      assertThat(held.until())
          .isBetween(before.plus(Duration.ofDays(3)), Instant.now().plus(Duration.ofDays(3)));

      Approved taken =
          (Approved)
              configured.capture(
                  new CaptureRequest("c-" + key, key, Money.of(1_000, "EUR"), "H-1"));
      assertThat(taken.fee()).isEqualTo(Money.of(20, "EUR"));

      String reference =
          configured.chargeBack("c-" + key, Money.of(100, "EUR"), "fraudulent").orElseThrow();
      assertThat(sandbox().chargeback(reference).orElseThrow().fee())
          .isEqualTo(Money.of(900, "EUR"));
    }

    @Test
    void aMessageIsBelievedUnderTheKeyItWasSignedWithOnly() {
      configured.charge(request("approved"));

      SignedMessage message =
          configured.messagesSince(Instant.EPOCH, 100_000).stream()
              .filter(one -> new String(one.body(), StandardCharsets.UTF_8).contains(key))
              .findFirst()
              .orElseThrow();

      assertThat(configured.verify(message.body(), message.headers())).isPresent();
      assertThat(sandbox().verify(message.body(), message.headers())).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAndTheKeyIsNotRepeated() {
      assertThatThrownBy(
              () -> new Account(Rate.percent("101"), -1, 0, 91, new Secret("too-short-key")))
          .hasMessageContaining("fee is ")
          .hasMessageContaining("fixedFee is -1")
          .hasMessageContaining("heldDays is 91")
          .hasMessageContaining("messages is too short")
          .hasMessageNotContaining("too-short-key");
    }

    private ChargeRequest request(String token) {
      return new ChargeRequest(key, Money.of(1_000, "EUR"), token, "H-1", "/orders/H-1", Map.of());
    }
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return SandboxGateway.class;
    }
  }
}
