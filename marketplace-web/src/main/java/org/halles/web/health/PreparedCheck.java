package org.halles.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.halles.marketplace.shared.Preparations;

/** Not ready while something is still being prepared, such as the demo at its first start. */
@Readiness
@ApplicationScoped
public class PreparedCheck implements HealthCheck {

  private Preparations preparations;

  protected PreparedCheck() {}

  @Inject
  PreparedCheck(Preparations preparations) {
    this.preparations = preparations;
  }

  @Override
  public HealthCheckResponse call() {
    Set<String> underWay = preparations.underWay();
    return HealthCheckResponse.named("prepared")
        .withData("underWay", String.join(", ", underWay))
        .status(underWay.isEmpty())
        .build();
  }
}
