package org.halles.marketplace.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.halles.marketplace.catalog.Agreements;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

/** A request that was agreed on and not paid yet, when its buyer leaves. */
class ForgottenRequestsTest {

  private final Article agreed = Market.article(1000, 1);
  private final UUID buyer = Ids.next();
  private final UUID request = Ids.next();

  @Test
  void whatWasAgreedNeverOpensAgainAndIsCalledNothing() {
    agree();

    Marketplace.asSystem(() -> Marketplace.inTransaction(this::forget));

    assertThat(
            Market.count(
                "select count(*) as n from buyer_request where id = ? and status = 'AGREED'"
                    + " and closes_at <= now() and title = '—'",
                request))
        .isEqualTo(1);
    assertThat(
            Market.count(
                "select count(*) as n from listing l join product p on p.id = l.product_id"
                    + " where l.id = ? and l.title->>'fr' = '—' and p.title->>'en' = '—'",
                agreed.listing()))
        .isEqualTo(1);
  }

  private Object forget() {
    Clock clock = Clock.systemUTC();
    Agreements agreements = new Agreements(null, null, null, null, null, Market.database(), clock);
    new ForgottenRequests(null, agreements, Market.database(), clock)
        .on(new AccountErased(buyer, "gone@agreed.example", false));
    return null;
  }

  private void agree() {
    set(
        "insert into account (id, email, name, created_at) values (?, ?, 'A B', now())",
        buyer,
        buyer + "@agreed.example");
    set(
        "update listing set status = 'PRIVATE', reserved_for = ? where id = ?",
        buyer,
        agreed.listing());
    set(
        "insert into buyer_request (id, number, account_id, language, signature, kind, title,"
            + " description, category_id, quantity, currency, country, status, opened_at, closes_at)"
            + " select ?, ?, ?, 'fr', 'A B.', 'GOODS', 'A lamp', 'Old', category_id, 1, 'EUR', 'FR',"
            + " 'AGREED', now() - interval '1 day', now() + interval '9 days'"
            + " from listing where id = ?",
        request,
        "D-" + request,
        buyer,
        agreed.listing());
  }

  private static void set(String sql, Object... parameters) {
    Marketplace.inTransaction(() -> Market.database().update(sql, parameters));
  }
}
