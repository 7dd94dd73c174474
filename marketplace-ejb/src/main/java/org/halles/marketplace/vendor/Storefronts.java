package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** The public faces of the approved vendors. */
@ApplicationScoped
public class Storefronts {

  public Optional<StorefrontView> find(String slug) {
    throw new UnsupportedOperationException("being written");
  }

  public Page<StorefrontView> list(Paging paging) {
    throw new UnsupportedOperationException("being written");
  }
}
