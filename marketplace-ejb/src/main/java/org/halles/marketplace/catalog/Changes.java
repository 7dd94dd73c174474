package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All proposed edits of listings on sale. */
@ApplicationScoped
class Changes {

  private EntityManager entities;

  protected Changes() {}

  @Inject
  Changes(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds one; the one whose place it takes must be closed before. */
  void add(ListingChange change) {
    entities.flush();
    entities.persist(change);
    entities.flush();
  }

  /** The one that still leads somewhere. */
  Optional<ListingChange> open(UUID listingId) {
    return entities
        .createQuery(
            "select c from ListingChange c where c.listingId = :listing and c.status in :open",
            ListingChange.class)
        .setParameter("listing", listingId)
        .setParameter("open", List.of(ChangeStatus.SUBMITTED, ChangeStatus.CHANGES_REQUESTED))
        .getResultStream()
        .findFirst();
  }

  Optional<ListingChange> find(UUID changeId) {
    return Optional.ofNullable(entities.find(ListingChange.class, changeId));
  }

  /**
   * What their vendor should know of, by listing: the last change, unless it is what buyers see or
   * nobody wants it any more.
   */
  Map<UUID, ChangeView> told(Collection<UUID> listings) {
    Map<UUID, ChangeView> told = new HashMap<>();
    if (!listings.isEmpty()) {
      latest(listings).stream()
          .map(ListingChange::view)
          .filter(change -> change.status() != ChangeStatus.APPROVED)
          .forEach(change -> told.put(change.listingId(), change));
    }
    return told;
  }

  @SuppressWarnings("unchecked")
  private List<ListingChange> latest(Collection<UUID> listings) {
    return entities
        .createNativeQuery(
            """
            select distinct on (listing_id) * from listing_change
             where listing_id = any(:listings) and status not in ('REPLACED', 'WITHDRAWN')
             order by listing_id, id desc
            """,
            ListingChange.class)
        .setParameter("listings", listings.toArray(UUID[]::new))
        .getResultList();
  }
}
