package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.shipping.ShippingSettings;
import org.halles.spi.ShippingMethod;

/** How the vendor ships. */
@Named
@RequestScoped
public class ShippingDesk {

  @Inject private Desk desk;
  @Inject private ShippingSettings settings;

  private List<ShippingMethod> methods;

  public List<ShippingMethod> getMethods() {
    if (methods == null) {
      methods = settings.methods(desk.scope());
    }
    return methods;
  }
}
