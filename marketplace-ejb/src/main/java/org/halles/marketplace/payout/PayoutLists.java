package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Lists of payouts, newest first; inside the caller's transaction. */
@ApplicationScoped
class PayoutLists {

  private Database database;

  protected PayoutLists() {}

  @Inject
  PayoutLists(Database database) {
    this.database = database;
  }

  public Page<PayoutView> all(PayoutStatus status, UUID run, Paging paging) {
    Conditions conditions = new Conditions(paging);
    conditions.addIfGiven("p.status = ?", status);
    conditions.addIfGiven("p.run_id = ?", run);
    return page(conditions, paging);
  }

  /** Those the vendor was told about: approved ones. */
  public Page<PayoutView> ofVendor(UUID vendor, Paging paging) {
    return told("p.vendor_id = ?", vendor, paging);
  }

  /** Those an affiliate is told about. */
  public Page<PayoutView> ofAffiliate(UUID affiliate, Paging paging) {
    return told("p.affiliate_id = ?", affiliate, paging);
  }

  /** Those a fund is told about. */
  public Page<PayoutView> ofFund(UUID fund, Paging paging) {
    return told("p.fund_id = ?", fund, paging);
  }

  private Page<PayoutView> told(String whose, UUID id, Paging paging) {
    Conditions conditions = new Conditions(paging);
    conditions.addIfGiven(whose, id);
    conditions.words.add("p.status not in ('OPEN', 'CANCELLED')");
    return page(conditions, paging);
  }

  private Page<PayoutView> page(Conditions conditions, Paging paging) {
    conditions.parameters.add(paging.limit() + 1);
    List<PayoutView> found =
        database.list(
            PayoutRows.SELECT
                + "where "
                + String.join(" and ", conditions.words)
                + " order by p.created_at desc, p.id desc limit ?",
            PayoutRows::read,
            conditions.parameters.toArray());
    return Page.of(found, paging.limit(), one -> Paging.cursor(one.createdAt(), one.id()));
  }

  private static final class Conditions {
    final List<String> words = new ArrayList<>(List.of("true"));
    final List<Object> parameters = new ArrayList<>();

    Conditions(Paging paging) {
      paging
          .keys(2)
          .ifPresent(
              keys -> {
                words.add("(p.created_at, p.id) < (?, ?)");
                parameters.add(keys.instant(0));
                parameters.add(keys.uuid(1));
              });
    }

    void addIfGiven(String condition, Object value) {
      if (value != null) {
        words.add(condition);
        parameters.add(value);
      }
    }
  }
}
