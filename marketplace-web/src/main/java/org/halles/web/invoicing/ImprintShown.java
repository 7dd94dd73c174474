package org.halles.web.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.halles.marketplace.invoicing.Imprint;
import org.halles.marketplace.invoicing.Party;

/** Who keeps the marketplace, on a public page. */
@Named
@RequestScoped
public class ImprintShown {

  @Inject private Imprint imprint;

  /** Null until the operator said. */
  public Party getKeeper() {
    return imprint.keeper().orElse(null);
  }
}
