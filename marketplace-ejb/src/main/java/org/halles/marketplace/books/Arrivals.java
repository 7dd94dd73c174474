package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/** Finds what came since the books were last found right. */
@ApplicationScoped
class Arrivals {

  private static final String SINCE =
      """
      with arrived as materialized (
        select entry_id, account_id, order_group_id from posting where tx >= ?::xid8 limit ?
      )
      select (select count(*) from arrived) as postings,
             array(select distinct entry_id::text from arrived) as entries,
             array(select distinct account_id::text from arrived) as accounts,
             array(select order_group_id::text from arrived where order_group_id is not null
                   union
                   select id::text from order_group
                    where placed_at >= ?::timestamptz - interval '1 day') as purchases
      """;

  private Database database;

  protected Arrivals() {}

  @Inject
  Arrivals(Database database) {
    this.database = database;
  }

  /**
   * What came since a mark.
   *
   * @param most empty if there are more postings than this
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Optional<Arrived> since(Mark mark, int most) {
    return database
        .findPatiently(
            SINCE,
            row ->
                row.whole("postings") > most
                    ? Optional.<Arrived>empty()
                    : Optional.of(
                        new Arrived(
                            row.texts("entries"), row.texts("accounts"), row.texts("purchases"))),
            mark.belowTx(),
            most + 1,
            mark.at())
        .orElseThrow();
  }
}
