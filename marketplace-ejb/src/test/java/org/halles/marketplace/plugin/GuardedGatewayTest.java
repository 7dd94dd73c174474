package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import org.halles.spi.CurrencyCode;
import org.halles.spi.PaymentGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway that does not answer costs no sale that could go on without the answer. */
class GuardedGatewayTest {

  private static final List<CurrencyCode> EUROS = List.of(CurrencyCode.of("EUR"));

  private final Workers workers = new Workers("test", 1, 4);
  private final Extension extension =
      new Extension(
          "acme", Point.PAYMENT_GATEWAY, "acme", new Object(), null, new Health(Clock.systemUTC()));
  private boolean silent;
  private final GuardedGateway gateway = GuardedGateway.of(extension, workers, this::acme);

  @AfterEach
  void stop() {
    workers.stop();
  }

  /** Knows its currencies, unless it is silent. */
  private PaymentGateway acme() {
    return (PaymentGateway)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PaymentGateway.class},
            (it, method, arguments) -> {
              if (silent || !method.getName().equals("currencies")) {
                throw new IllegalStateException("the line is dead");
              }
              return EUROS;
            });
  }

  @Test
  void whatItSaidLastOfItsCurrenciesHoldsWhileItIsSilent() {
    assertThat(gateway.currencies()).isEqualTo(EUROS);
    silent = true;

    assertThat(gateway.currencies()).isEqualTo(EUROS);
    assertThat(extension.health().view().faults()).isEqualTo(1);
  }

  @Test
  void oneThatNeverSaidAnythingIsAway() {
    silent = true;

    assertThatThrownBy(gateway::currencies).isInstanceOf(GatewayAway.class);
  }
}
