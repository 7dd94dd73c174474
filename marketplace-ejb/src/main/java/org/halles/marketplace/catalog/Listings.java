package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What buyers read about one listing. */
@ApplicationScoped
public class Listings {

  public Optional<ListingDetail> detail(UUID id) {
    throw new UnsupportedOperationException("being written");
  }
}
