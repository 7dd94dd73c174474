package org.halles.marketplace.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.testing.BuyersSide.carts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.cart.DeliveryInput;
import org.halles.marketplace.identity.NotAllowed;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.Pricing;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.testing.BuyersSide;
import org.halles.marketplace.testing.Market;
import org.halles.spi.CurrencyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator decides about rules, and what the next quote makes of it. */
class CommissionRulesTest {

  private final Market.Article bread = BuyersSide.onSale(1_000, 10);

  @AfterEach
  void retireAll() {
    BuyersSide.asSystem(() -> rules().inForce().forEach(rule -> rules().retire(rule.id())));
  }

  @Test
  void theNextQuoteGoesByTheNewRuleAndAFormerQuoteIsStale() {
    write("All", "10 %", null, null);
    Quote before = quote();
    write("Less", "4 %", 1, null);
    Quote after = quote();

    assertThat(commission(before)).isEqualTo(100);
    assertThat(commission(after)).isEqualTo(40);
    assertThat(after.commissionVersion()).isGreaterThan(before.commissionVersion());
  }

  @Test
  void theOrderDecidesAndIsTheOperators() {
    RuleVersion first = write("First", "10 %", null, null);
    RuleVersion second = write("Second", "4 %", null, null);
    List<UUID> turned = new ArrayList<>(List.of(first.id(), second.id()));
    Collections.reverse(turned);

    BuyersSide.asSystem(() -> rules().order("commission", turned));

    assertThat(commission(quote())).isEqualTo(40);
    assertThatThrownBy(
            () -> BuyersSide.asSystem(() -> rules().order("commission", List.of(first.id()))))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void aReplacedRuleKeepsItsPlaceItsIdAndItsFormerVersion() {
    RuleVersion first = write("First", "10 %", null, null);
    write("Second", "4 %", null, null);

    RuleVersion next = write("First, dearer", "12 %", null, first.id());

    assertThat(next.id()).isEqualTo(first.id());
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.position()).isEqualTo(1);
    assertThat(commission(quote())).isEqualTo(120);
    BuyersSide.asSystem(
        () ->
            assertThat(rules().history(first.id()))
                .extracting(RuleVersion::status)
                .containsExactly(RuleVersion.Status.ACTIVE, RuleVersion.Status.RETIRED));
  }

  @Test
  void aRuleBelowACatchAllIsWarnedAbout() {
    write("All", "10 %", null, null);
    BuyersSide.asSystem(
        () ->
            rules()
                .create(
                    new NewRule(
                        "One vendor",
                        "standard.percentage",
                        json("{\"rate\":\"4 %\"}"),
                        null,
                        null,
                        new NewRule.Scope(
                            bread.vendor().toString(), null, null, null, null, null, null),
                        null,
                        null)));

    BuyersSide.asSystem(
        () ->
            assertThat(rules().inForce().get(1).warnings())
                .singleElement()
                .asString()
                .contains("'All'", "move this rule up"));
  }

  @Test
  void aCatchAllThatStandsTooHighIsNamedOnceAndSoIsEachRuleItLeavesNothing() {
    write("All", "10 %", null, null);
    write("Second", "5 %", null, null);
    write("Third", "4 %", null, null);

    BuyersSide.asSystem(
        () -> {
          List<RuleVersion> inForce = rules().inForce();
          assertThat(inForce.get(0).warnings())
              .singleElement()
              .asString()
              .contains("stands too high", "2 in number", "move it down");
          assertThat(inForce.get(2).warnings()).singleElement().asString().contains("'All'");
        });
  }

  @Test
  void aRetiredRuleDecidesNothing() {
    RuleVersion rule = write("All", "10 %", null, null);
    BuyersSide.asSystem(() -> rules().retire(rule.id()));

    assertThat(commission(quote())).isZero();
    assertThatThrownBy(() -> BuyersSide.asSystem(() -> rules().retire(rule.id())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void onlyOperatorsMayWriteRules() {
    assertThatThrownBy(() -> rules().retire(UUID.randomUUID())).isInstanceOf(NotAllowed.class);
  }

  private Quote quote() {
    UUID cart = carts().create(CurrencyCode.of("EUR"), "fr").id();
    carts().add(cart, bread.offer(), 1);
    carts()
        .deliver(
            cart,
            new DeliveryInput(
                "ana@example.org",
                "Ana",
                new DeliveryInput.Address("1 rue Haute", null, "75001", "Paris", null, "FR")));
    return BuyersSide.get(Pricing.class).quote(cart);
  }

  private static long commission(Quote quote) {
    return quote
        .lines()
        .flatMap(line -> line.allocations().stream())
        .filter(leg -> leg.kind() == Allocation.Kind.COMMISSION)
        .mapToLong(leg -> leg.amount().minor())
        .sum();
  }

  private static RuleVersion write(String name, String rate, Integer position, UUID replaces) {
    RuleVersion[] written = new RuleVersion[1];
    BuyersSide.asSystem(
        () ->
            written[0] =
                rules()
                    .create(
                        new NewRule(
                            name,
                            "standard.percentage",
                            json("{\"rate\":\"" + rate + "\"}"),
                            null,
                            position,
                            null,
                            replaces,
                            null)));
    return written[0];
  }

  @Test
  void aRuleBelowOneThatIsSilentInOtherCurrenciesIsReached() {
    written(
        "standard.percentage",
        "{\"rate\":\"10 %\",\"perOrder\":{\"minor\":25,\"currency\":\"EUR\"}}");
    written("standard.percentage", "{\"rate\":\"12 %\"}");
    written("standard.percentage", "{\"rate\":\"13 %\"}");

    BuyersSide.asSystem(
        () ->
            assertThat(rules().inForce())
                .extracting(rule -> rule.warnings().size())
                .as("only the last one is never asked, and the one above it stands too high")
                .containsExactly(0, 1, 1));
  }

  private static void written(String kind, String configuration) {
    NewRule rule = new NewRule(kind, kind, json(configuration), null, null, null, null, null);
    BuyersSide.asSystem(() -> rules().create(rule));
  }

  @Test
  void aNameInEachLanguageIsFrozenWithWhatTheRuleDecided() {
    BuyersSide.asSystem(
        () -> rules().create(named(null, Texts.of("Tout le reste", "Everything else"))));

    Trace trace =
        quote()
            .lines()
            .flatMap(line -> line.allocations().stream())
            .filter(leg -> leg.kind() == Allocation.Kind.COMMISSION)
            .findFirst()
            .orElseThrow()
            .trace();

    assertThat(trace.rule()).isEqualTo("Tout le reste");
    assertThat(trace.names().in("en")).isEqualTo("Everything else");
    BuyersSide.asSystem(
        () ->
            assertThat(rules().inForce().get(0).names())
                .isEqualTo(Texts.of("Tout le reste", "Everything else")));
  }

  @Test
  void aRuleWithoutANameOrWithOneInAnotherLanguageIsRefused() {
    NewRule nameless = named(" ", null);
    NewRule german = named("All", new Texts(Map.of("de", "Alles")));

    assertThatThrownBy(() -> BuyersSide.asSystem(() -> rules().create(nameless)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong -> assertThat(wrong.violations()).extracting("field").containsExactly("name"));
    assertThatThrownBy(() -> BuyersSide.asSystem(() -> rules().create(german)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.violations())
                    .extracting("field")
                    .containsExactly("names.fr", "names.en", "names"));
  }

  @Test
  void whatIsReplacedOrRetiredCanBeFoundNewestFirst() {
    RuleVersion first = write("First", "10 %", null, null);
    RuleVersion next = write("First, dearer", "12 %", null, first.id());
    BuyersSide.asSystem(() -> rules().retire(next.id()));

    BuyersSide.asSystem(
        () -> {
          Page<RuleVersion> newest = rules().past(Paging.of(1, null));
          Page<RuleVersion> older = rules().past(Paging.of(1, newest.next()));
          assertThat(newest.items()).extracting(RuleVersion::name).containsExactly("First, dearer");
          assertThat(older.items()).extracting(RuleVersion::name).containsExactly("First");
        });
  }

  @Test
  void whyIsKeptInEachLanguageItWasSaidIn() {
    NewRule rule =
        new NewRule(
            "Books",
            "standard.percentage",
            json("{\"rate\":\"8 %\"}"),
            null,
            null,
            null,
            null,
            null,
            null,
            Texts.of("Le prix est fixe", "The price is fixed"));

    RuleVersion[] written = new RuleVersion[1];
    BuyersSide.asSystem(() -> written[0] = rules().create(rule));

    BuyersSide.asSystem(
        () -> {
          RuleVersion kept = rules().history(written[0].id()).get(0);
          assertThat(kept.reason()).isEqualTo("Le prix est fixe");
          assertThat(kept.reasons()).isEqualTo(Texts.of("Le prix est fixe", "The price is fixed"));
        });
  }

  private static NewRule named(String name, Texts names) {
    JsonNode configuration = json("{\"rate\":\"10 %\"}");
    return new NewRule(
        name, "standard.percentage", configuration, null, null, null, null, null, names);
  }

  private static JsonNode json(String text) {
    return Json.read(text, JsonNode.class);
  }

  private static CommissionRules rules() {
    return BuyersSide.get(CommissionRules.class);
  }
}
