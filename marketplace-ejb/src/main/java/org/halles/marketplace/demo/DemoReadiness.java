package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready} is down until the demo is in, so that nobody looks at half a market. */
@Readiness
@ApplicationScoped
public class DemoReadiness implements HealthCheck {

  private DemoLoader loader;

  protected DemoReadiness() {}

  @Inject
  DemoReadiness(DemoLoader loader) {
    this.loader = loader;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("demo").status(loader.isReady()).build();
  }
}
