package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;

/** The operator decides what the offers of one product are placed by. */
@ApplicationScoped
public class OfferRanking {

  private static final int MOST = 100;

  private Database database;
  private Audit audit;

  protected OfferRanking() {}

  @Inject
  OfferRanking(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** The weights as they are. */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  @Transactional
  public OfferWeights get() {
    return read("");
  }

  /**
   * Places offers by these weights from now on.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.MODERATOR)
  @Transactional
  public OfferWeights change(OfferWeights wanted) {
    check(wanted);
    OfferWeights before = read(" for update");
    if (!wanted.equals(before)) {
      database.update(
          "update offer_ranking set price = ?, delivery = ?, stock = ?, rating = ?",
          wanted.price(),
          wanted.delivery(),
          wanted.stock(),
          wanted.rating());
      audit.record("change-offer-ranking", Subject.of("offer-ranking", 1), before, wanted);
    }
    return wanted;
  }

  private static void check(OfferWeights wanted) {
    Checklist checks = new Checklist();
    check(checks, "price", wanted.price());
    check(checks, "delivery", wanted.delivery());
    check(checks, "stock", wanted.stock());
    check(checks, "rating", wanted.rating());
    checks.done();
    if (wanted.equals(new OfferWeights(0, 0, 0, 0))) {
      checks.reject("price", "must be above 0 where every other weight is 0", wanted.price());
    }
    checks.done();
  }

  private static void check(Checklist checks, String field, int weight) {
    if (weight < 0 || weight > MOST) {
      checks.reject(field, "must be from 0 to 100", weight);
    }
  }

  private OfferWeights read(String lock) {
    return database
        .find(
            "select price, delivery, stock, rating from offer_ranking" + lock,
            row ->
                new OfferWeights(
                    row.integer("price"),
                    row.integer("delivery"),
                    row.integer("stock"),
                    row.integer("rating")))
        .orElseThrow();
  }
}
