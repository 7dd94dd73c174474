package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The terms that carts and quotes rest on; one statement however many offers. */
@ApplicationScoped
public class Offers {

  /** Unknown ids are absent; one that may not be sold is there with {@code onSale} false. */
  public Map<UUID, OfferForSale> find(Collection<UUID> offerIds) {
    throw new UnsupportedOperationException("being written");
  }
}
