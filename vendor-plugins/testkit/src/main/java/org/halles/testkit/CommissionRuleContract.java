package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What Halles relies on in every {@link CommissionRule}.
 *
 * <pre>{@code
 * class WeekendTest extends CommissionRuleContract<Weekend.Terms> {
 *   protected Weekend rule() { return new Weekend(); }
 *   protected List<Weekend.Terms> configurations() {
 *     return List.of(new Weekend.Terms(Rate.percent("8")));
 *   }
 * }
 * }</pre>
 *
 * @param <C> the rule's configuration
 */
public abstract class CommissionRuleContract<C extends Record> {

  private static final int THREADS = 4;
  private static final int ROUNDS = 20;

  /** The rule, as the server would make it. */
  protected abstract CommissionRule<C> rule();

  /** Configurations to try it with: at least one; the more unlike each other, the better. */
  protected abstract List<C> configurations();

  /** Sales to try it on. Add your own where the rule speaks only about special ones. */
  protected List<SaleFacts> sales() {
    return Stream.of("EUR", "JPY", "KWD")
        .flatMap(code -> Sales.in(CurrencyCode.of(code), 60).stream())
        .toList();
  }

  /** False if it speaks only about sales that {@link #sales()} cannot have. */
  protected boolean proposesSomething() {
    return true;
  }

  /** How long one answer may take. Halles gives up after this. */
  protected Duration budget() {
    return Duration.ofMillis(250);
  }

  @Test
  void its_kind_is_a_name_of_its_own_and_its_configuration_a_record_of_that_class() {
    String kind = asked().kind();
    check(
        kind != null && kind.matches("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+"),
        "kind() is '%s': name it after who makes it and what it does, such as acme.weekend",
        kind);
    check(!configurations().isEmpty(), "configurations() is empty: give at least one");
    configurations()
        .forEach(
            terms ->
                check(
                    asked().configuration().isInstance(terms),
                    "configuration() is %s, but the configuration given here is a %s",
                    asked().configuration(),
                    terms.getClass()));
  }

  @Test
  void its_configuration_holds_no_secret() {
    check(
        !Secrets.mayStandIn(asked().configuration()),
        "%s holds a Secret: the vendor reads and signs what a rule is configured with, so nothing"
            + " in it can be hidden; leave it out",
        asked().configuration().getName());
  }

  @Test
  void it_answers_every_sale_and_never_null() {
    boolean spoke = false;
    for (C terms : configurations()) {
      for (SaleFacts sale : sales()) {
        spoke |= answer(asked(), sale, terms).isPresent();
      }
    }
    check(
        spoke || !proposesSomething(),
        "the rule proposed nothing for any of %d sales: override sales() with some it is for",
        sales().size());
  }

  @Test
  void it_proposes_within_bounds() {
    forEachProposal(
        (sale, proposal) -> {
          check(
              proposal.rate().compareTo(Rate.ZERO) >= 0 && proposal.rate().compareTo(Rate.ONE) <= 0,
              "the rate is %s: it must be between 0 %% and 100 %%; proposed for %s",
              proposal.rate(),
              Brief.later(sale));
          amounts(proposal)
              .forEach(
                  (name, amount) ->
                      check(
                          !amount.isNegative(),
                          "%s %s is below zero: a rule takes, it never gives; proposed for %s",
                          name,
                          amount,
                          Brief.later(sale)));
          check(
              proposal.floor() == null
                  || proposal.cap() == null
                  || proposal.floor().compareTo(proposal.cap()) <= 0,
              "floor %s is above cap %s: give the smaller one as floor; proposed for %s",
              proposal.floor(),
              proposal.cap(),
              Brief.later(sale));
        });
  }

  @Test
  void it_speaks_the_currency_of_the_sale() {
    forEachProposal(
        (sale, proposal) ->
            amounts(proposal)
                .forEach(
                    (name, amount) ->
                        check(
                            amount.currency().equals(sale.lineTotal().currency()),
                            "it proposes %s %s for a sale of %s: answer Optional.empty() for a"
                                + " currency it does not know",
                            name,
                            amount,
                            sale.lineTotal())));
  }

  @Test
  void it_gives_a_reason_that_a_vendor_can_read() {
    forEachProposal(
        (sale, proposal) ->
            check(
                !proposal.reason().isBlank() && proposal.reason().length() <= 200,
                "the reason is '%s': say in 1 to 200 characters what is charged and why",
                proposal.reason()));
  }

  @Test
  void it_answers_the_same_sale_the_same_way_every_time_and_in_any_order() {
    CommissionRule<C> rule = asked();
    for (C terms : configurations()) {
      List<SaleFacts> sales = new ArrayList<>(sales());
      List<Optional<CommissionProposal>> first = answers(rule, sales, terms);
      List<SaleFacts> backwards = new ArrayList<>(sales);
      Collections.reverse(backwards);
      List<Optional<CommissionProposal>> second = answers(rule, backwards, terms);
      Collections.reverse(second);
      compare(sales, first, second, "asked again in the opposite order");
      compare(sales, first, answers(asked(), sales, terms), "asked of another instance");
    }
  }

  @Test
  void it_answers_the_same_way_on_several_threads_at_once() {
    CommissionRule<C> rule = asked();
    for (C terms : configurations()) {
      List<SaleFacts> sales = sales();
      List<Optional<CommissionProposal>> alone = answers(rule, sales, terms);
      List<Callable<Void>> threads = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int begin = thread * sales.size() / THREADS;
        threads.add(() -> askRoundAndRound(rule, terms, sales, alone, begin));
      }
      Together.all(threads);
    }
  }

  /** From a place of its own, so that threads ask about different sales at the same moment. */
  private Void askRoundAndRound(
      CommissionRule<C> rule,
      C terms,
      List<SaleFacts> sales,
      List<Optional<CommissionProposal>> alone,
      int begin) {
    for (int i = 0; i < ROUNDS * sales.size(); i++) {
      int at = (begin + i) % sales.size();
      compare(
          List.of(sales.get(at)),
          List.of(alone.get(at)),
          List.of(answer(rule, sales.get(at), terms)),
          "asked by several threads at once");
    }
    return null;
  }

  @Test
  void it_leaves_its_configuration_as_it_is() {
    for (C terms : configurations()) {
      String before = terms.toString();
      int hash = terms.hashCode();
      answers(asked(), sales(), terms);
      check(
          before.equals(terms.toString()) && hash == terms.hashCode(),
          "the configuration was %s and is now %s: a rule must not change it",
          before,
          terms);
    }
  }

  @Test
  void it_answers_within_the_time_budget() {
    CommissionRule<C> rule = asked();
    String kind = rule.kind();
    for (C terms : configurations()) {
      for (SaleFacts sale : sales()) {
        Together.within(budget(), "rule " + kind + " for " + sale, () -> rule.propose(sale, terms));
      }
    }
  }

  private interface Check {
    void of(SaleFacts sale, CommissionProposal proposal);
  }

  private void forEachProposal(Check check) {
    for (C terms : configurations()) {
      for (SaleFacts sale : sales()) {
        answer(asked(), sale, terms).ifPresent(proposal -> check.of(sale, proposal));
      }
    }
  }

  private List<Optional<CommissionProposal>> answers(
      CommissionRule<C> rule, List<SaleFacts> sales, C terms) {
    List<Optional<CommissionProposal>> answers = new ArrayList<>(sales.size());
    sales.forEach(sale -> answers.add(answer(rule, sale, terms)));
    return answers;
  }

  private Optional<CommissionProposal> answer(CommissionRule<C> rule, SaleFacts sale, C terms) {
    Optional<CommissionProposal> answer = rule.propose(sale, terms);
    if (answer == null) {
      Assertions.fail(
          "rule %s answered null: answer Optional.empty() to say nothing; asked for %s"
              .formatted(rule.kind(), Brief.of(sale)));
    }
    return answer;
  }

  private static void compare(
      List<SaleFacts> sales,
      List<Optional<CommissionProposal>> first,
      List<Optional<CommissionProposal>> second,
      String when) {
    for (int i = 0; i < sales.size(); i++) {
      check(
          first.get(i).equals(second.get(i)),
          "the rule answered %s, and %s when %s: it must depend on nothing but the sale and its"
              + " configuration, so keep no state, and ask no clock and no chance; the sale was %s",
          Brief.later(first.get(i)),
          Brief.later(second.get(i)),
          when,
          Brief.later(sales.get(i)));
    }
  }

  /** The amounts it names, by what they are. */
  private static Map<String, Money> amounts(CommissionProposal proposal) {
    Map<String, Money> amounts = new LinkedHashMap<>();
    amounts.put("perUnit", proposal.perUnit());
    amounts.put("perLine", proposal.perLine());
    amounts.put("perOrder", proposal.perOrder());
    amounts.put("floor", proposal.floor());
    amounts.put("cap", proposal.cap());
    amounts.values().removeIf(Objects::isNull);
    return amounts;
  }

  /** The same, with a limit for every call. */
  @SuppressWarnings("unchecked")
  private CommissionRule<C> asked() {
    return Bounded.of(this, CommissionRule.class, rule(), budget());
  }
}
