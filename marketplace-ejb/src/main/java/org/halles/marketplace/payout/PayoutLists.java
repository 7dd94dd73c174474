package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Lists of payouts; inside the caller's transaction. */
@ApplicationScoped
class PayoutLists {

  private Database database;

  protected PayoutLists() {}

  @Inject
  PayoutLists(Database database) {
    this.database = database;
  }

  public Page<PayoutView> all(PayoutStatus status, UUID run, PayoutSort sort, Paging paging) {
    Conditions conditions = new Conditions();
    conditions.addIfGiven("p.status = ?", status);
    conditions.addIfGiven("p.run_id = ?", run);
    return page(conditions, sort, paging);
  }

  /** Those the vendor was told about: approved ones. */
  public Page<PayoutView> ofVendor(UUID vendor, PayoutSort sort, Paging paging) {
    return told("p.vendor_id = ?", vendor, sort, paging);
  }

  /** Those an affiliate is told about. */
  public Page<PayoutView> ofAffiliate(UUID affiliate, Paging paging) {
    return told("p.affiliate_id = ?", affiliate, PayoutSort.NEWEST, paging);
  }

  /** Those a fund is told about. */
  public Page<PayoutView> ofFund(UUID fund, Paging paging) {
    return told("p.fund_id = ?", fund, PayoutSort.NEWEST, paging);
  }

  private Page<PayoutView> told(String whose, UUID id, PayoutSort sort, Paging paging) {
    Conditions conditions = new Conditions();
    conditions.addIfGiven(whose, id);
    conditions.words.add("p.status not in ('OPEN', 'CANCELLED')");
    return page(conditions, sort, paging);
  }

  private Page<PayoutView> page(Conditions conditions, PayoutSort sort, Paging paging) {
    Ordering<PayoutView> ordering = (sort == null ? PayoutSort.NEWEST : sort).ordering();
    String sql =
        PayoutRows.SELECT
            + "where "
            + String.join(" and ", conditions.words)
            + ordering.after(paging, conditions.parameters)
            + ordering.orderBy();
    conditions.parameters.add(paging.limit() + 1);
    return ordering.page(
        database.list(sql, PayoutRows::read, conditions.parameters.toArray()), paging);
  }

  private static final class Conditions {
    final List<String> words = new ArrayList<>(List.of("true"));
    final List<Object> parameters = new ArrayList<>();

    void addIfGiven(String condition, Object value) {
      if (value != null) {
        words.add(condition);
        parameters.add(value);
      }
    }
  }
}
