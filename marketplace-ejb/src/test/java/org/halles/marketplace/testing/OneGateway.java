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

  public static FakeGateway fake() {
    return GATEWAY;
  }

  @Override
  public List<String> gateways() {
    return List.of(GATEWAY.id());
  }

  @Override
  public Optional<PaymentGateway> gateway(String id) {
    return id.equals(GATEWAY.id()) ? Optional.of(GATEWAY) : Optional.empty();
  }
}
