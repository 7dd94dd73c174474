package org.halles.marketplace.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.plugin.Plugins;
import org.halles.spi.PaymentGateway;

/** The door to plugins with the fake gateway behind it, and nothing else. */
@ApplicationScoped
public class OneGateway extends Plugins {

  private static final FakeGateway GATEWAY = new FakeGateway();

  private static volatile boolean away;

  public static FakeGateway fake() {
    return GATEWAY;
  }

  /** Until it is said to be back nobody can ask it anything, as while it is deployed anew. */
  public static void away(boolean now) {
    away = now;
  }

  @Override
  public List<String> gateways() {
    return List.of(GATEWAY.id());
  }

  @Override
  public Optional<PaymentGateway> gateway(String id) {
    return id.equals(GATEWAY.id()) && !away ? Optional.of(GATEWAY) : Optional.empty();
  }
}
