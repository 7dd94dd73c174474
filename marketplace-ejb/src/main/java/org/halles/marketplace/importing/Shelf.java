package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Assortment;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Stores articles and writes down that they are, in one transaction: a job that is killed between
 * the two would take them for new ones.
 */
@ApplicationScoped
class Shelf {

  private Assortment assortment;
  private Staging staging;

  protected Shelf() {}

  @Inject
  Shelf(Assortment assortment, Staging staging) {
    this.assortment = assortment;
    this.staging = staging;
  }

  /**
   * All or none.
   *
   * @throws org.halles.marketplace.shared.Refusal if any of them is refused
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void store(VendorScope scope, UUID importId, List<Ready> articles) {
    if (articles.isEmpty()) {
      return;
    }
    List<UUID> ids = assortment.store(scope, articles.stream().map(Ready::wanted).toList());
    List<Settled> settled = new ArrayList<>();
    for (int index = 0; index < ids.size(); index++) {
      settled.add(articles.get(index).done(ids.get(index)));
    }
    staging.settle(importId, settled);
  }
}
