package org.halles.marketplace.affiliate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may send buyers, and what is offered for which line. */
class AffiliatesTest {

  private final Affiliates affiliates = Marketplace.get(Affiliates.class);
  private final AffiliateRates rates = Marketplace.get(AffiliateRates.class);
  private final Article bowl = Market.article(2000, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final UUID blog = Market.affiliate();

  @AfterEach
  void offerNothing() {
    Marketplace.asSystem(rates::platforms)
        .forEach(
            rate ->
                Marketplace.asSystem(
                    () -> {
                      rates.remove(rate.id());
                      return true;
                    }));
  }

  @Test
  void whoeverAppliesIsDecidedAboutByTheOperator() {
    Caller writer = person();
    Affiliate applied = Marketplace.as(writer, () -> affiliates.apply(wish("Le-Blog-" + tail())));
    assertThat(applied.status()).isEqualTo(AffiliateStatus.APPLIED);
    assertThat(applied.code()).startsWith("le-blog-");

    Marketplace.asSystem(() -> affiliates.refuse(applied.id(), "No address"));
    assertThat(Marketplace.as(writer, affiliates::mine).orElseThrow().reason())
        .isEqualTo("No address");
    Affiliate again = Marketplace.as(writer, () -> affiliates.apply(wish(applied.code())));

    assertThat(again.id()).isEqualTo(applied.id());
    assertThat(Marketplace.asSystem(() -> affiliates.approve(again.id())).isApproved()).isTrue();
    assertThatThrownBy(() -> Marketplace.as(writer, () -> affiliates.apply(wish("other-one"))))
        .isInstanceOf(CannotRefer.class);
  }

  @Test
  void aCodeBelongsToOne() {
    Affiliate first = Marketplace.as(person(), () -> affiliates.apply(wish("mine-" + tail())));

    assertThatThrownBy(() -> Marketplace.as(person(), () -> affiliates.apply(wish(first.code()))))
        .isInstanceOf(CannotRefer.class)
        .hasMessageContaining(first.code());
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    assertThatThrownBy(
            () ->
                Marketplace.as(person(), () -> affiliates.apply(new Application("a b", "", null))))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::field)
                    .containsExactly("code", "name", "channel"));
  }

  @Test
  void theFirstRateThatFitsDecidesAndTheVendorsComesOnTop() {
    platform(null, 500);
    Marketplace.asSystem(() -> rates.offer(potter, 300));

    assertThat(offered(blog, null, null)).containsExactly("500", "300 by vendor");
    UUID all = Marketplace.asSystem(rates::platforms).get(0).id();
    platform(category(), 900);
    UUID special = Marketplace.asSystem(rates::platforms).get(1).id();
    assertThat(offered(blog, null, null)).as("below the one for all").contains("500");
    assertThat(Marketplace.asSystem(() -> rates.up(special)))
        .extracting(AffiliateRate::id)
        .containsExactly(special, all);
    assertThat(offered(blog, null, null)).containsExactly("900", "300 by vendor");
  }

  @Test
  void nobodyEarnsWithItsOwnPurchasesOrItsOwnGoods() {
    platform(null, 500);
    UUID account =
        Marketplace.inTransaction(
            () ->
                Market.database()
                    .find(
                        "select account_id from affiliate where id = ?",
                        row -> row.uuid("account_id"),
                        blog)
                    .orElseThrow());
    String mail =
        Marketplace.inTransaction(
            () ->
                Market.database()
                    .find(
                        "select email from account where id = ?", row -> row.text("email"), account)
                    .orElseThrow());

    assertThat(offered(blog, UUID.randomUUID(), "other@it.example")).containsExactly("500");
    assertThat(offered(blog, account, null)).isEmpty();
    assertThat(offered(blog, null, mail.toUpperCase())).isEmpty();
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "insert into vendor_member (vendor_id, account_id, role)"
                        + " values (?, ?, 'ORDERS')",
                    bowl.vendor(),
                    account));
    assertThat(offered(blog, null, null)).isEmpty();
  }

  @Test
  void whoIsSuspendedEarnsNothingNew() {
    platform(null, 500);
    Marketplace.asSystem(() -> affiliates.suspend(blog, "Spam"));
    assertThat(offered(blog, null, null)).isEmpty();
    Marketplace.asSystem(() -> affiliates.approve(blog));
    assertThat(offered(blog, null, null)).containsExactly("500");
  }

  @Test
  void moreThanHalfOfThePriceIsNoShare() {
    assertThatThrownBy(() -> Marketplace.asSystem(() -> rates.offer(potter, 5_001)))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () ->
                Marketplace.asSystem(
                    () -> rates.add(new AffiliateRate(null, "nobody", "nothing", "no-one", -1))))
        .isInstanceOfSatisfying(
            InvalidInput.class, refusal -> assertThat(refusal.violations()).hasSize(4));
  }

  private void platform(String category, int basisPoints) {
    Marketplace.asSystem(
        () -> rates.add(new AffiliateRate(null, null, category, null, basisPoints)));
  }

  /** The category of the bowl, under a path that names it. */
  private String category() {
    return Marketplace.inTransaction(
        () ->
            Market.database()
                .find(
                    "update category k set path = array[k.slug] from listing g"
                        + " where g.category_id = k.id and g.id = ? returning k.slug",
                    row -> row.text("slug"),
                    bowl.listing())
                .orElseThrow());
  }

  private List<String> offered(UUID affiliate, UUID buyer, String mail) {
    return Marketplace.inTransaction(
            () ->
                Market.database()
                    .find(
                        """
                        select affiliate_offer(?::uuid, g.vendor_id, k.path, ?::uuid, ?)::text as o
                          from listing g join category k on k.id = g.category_id where g.id = ?
                        """,
                        row -> Optional.ofNullable(row.json("o", AffiliateOffer.class)),
                        affiliate,
                        buyer,
                        mail,
                        bowl.listing()))
        .flatMap(found -> found)
        .map(AffiliateOffer::rates)
        .orElse(List.of())
        .stream()
        .map(rate -> rate.basisPoints() + (rate.byVendor() ? " by vendor" : ""))
        .toList();
  }

  private static Application wish(String code) {
    return new Application(code, "Le Blog", "https://blog.example");
  }

  private static String tail() {
    return UUID.randomUUID().toString().substring(24);
  }

  private static Caller person() {
    UUID id = UUID.randomUUID();
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "insert into account (id, email, name, created_at) values (?, ?, 'W', now())",
                    id,
                    id + "@it.example"));
    return new Caller(id, id + "@it.example", Set.of(), null);
  }
}
