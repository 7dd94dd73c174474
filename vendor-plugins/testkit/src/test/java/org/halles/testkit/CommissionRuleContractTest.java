package org.halles.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each promise, broken by one rule: the contract must notice and say so. */
class CommissionRuleContractTest {

  record Terms(List<String> notes) {}

  /** A rule of a few characters to break. */
  interface Answer {
    Optional<CommissionProposal> to(SaleFacts sale, Terms terms) throws Exception;
  }

  abstract static class Contract extends CommissionRuleContract<Terms> {
    private final String kind;
    private final Answer answer;

    Contract(Answer answer) {
      this("test.rule", answer);
    }

    Contract(String kind, Answer answer) {
      this.kind = kind;
      this.answer = answer;
    }

    @Override
    protected CommissionRule<Terms> rule() {
      return new CommissionRule<>() {
        @Override
        public String kind() {
          return kind;
        }

        @Override
        public Class<Terms> configuration() {
          return Terms.class;
        }

        @Override
        public Optional<CommissionProposal> propose(SaleFacts sale, Terms terms) {
          try {
            return answer.to(sale, terms);
          } catch (RuntimeException unchecked) {
            throw unchecked;
          } catch (Exception checked) {
            throw new IllegalStateException(checked);
          }
        }
      };
    }

    @Override
    protected List<Terms> configurations() {
      return List.of(new Terms(new ArrayList<>()));
    }
  }

  private static Optional<CommissionProposal> percent(String percent) {
    return Optional.of(CommissionProposal.of(Rate.percent(percent), "a share"));
  }

  static class Good extends Contract {
    Good() {
      super((sale, terms) -> percent("10"));
    }
  }

  record Key(Secret key) {}

  record Hidden(List<Key> keys) {}

  static class Hiding extends CommissionRuleContract<Hidden> {
    @Override
    protected CommissionRule<Hidden> rule() {
      return new CommissionRule<>() {
        @Override
        public String kind() {
          return "test.hiding";
        }

        @Override
        public Class<Hidden> configuration() {
          return Hidden.class;
        }

        @Override
        public Optional<CommissionProposal> propose(SaleFacts sale, Hidden terms) {
          return percent("10");
        }
      };
    }

    @Override
    protected List<Hidden> configurations() {
      return List.of(new Hidden(List.of()));
    }
  }

  static class Nameless extends Contract {
    Nameless() {
      super("My rule", (sale, terms) -> percent("10"));
    }
  }

  static class Null extends Contract {
    Null() {
      super((sale, terms) -> null);
    }
  }

  static class Throwing extends Contract {
    Throwing() {
      super(
          (sale, terms) -> {
            throw new IllegalStateException("no such brand");
          });
    }
  }

  static class Silent extends Contract {
    Silent() {
      super((sale, terms) -> Optional.empty());
    }
  }

  static class Greedy extends Contract {
    Greedy() {
      super((sale, terms) -> percent("250"));
    }
  }

  static class Negative extends Contract {
    Negative() {
      super(
          (sale, terms) ->
              percent("1").map(p -> p.withPerUnit(new Money(-5, sale.lineTotal().currency()))));
    }
  }

  static class Foreign extends Contract {
    Foreign() {
      super((sale, terms) -> percent("1").map(p -> p.withCap(Money.of(5, "USD"))));
    }
  }

  static class Wordless extends Contract {
    Wordless() {
      super((sale, terms) -> Optional.of(CommissionProposal.of(Rate.ONE, " ")));
    }
  }

  static class Counting extends Contract {
    Counting() {
      super(counting(new AtomicInteger()));
    }

    private static Answer counting(AtomicInteger calls) {
      return (sale, terms) -> percent(String.valueOf(calls.incrementAndGet() % 90));
    }
  }

  /** Keeps the sale in a field between two lines: right alone, wrong in company. */
  static class Shared extends Contract {
    private static volatile String listing;

    Shared() {
      super(
          (sale, terms) -> {
            listing = sale.listingId();
            Thread.yield();
            return percent(String.valueOf(Math.floorMod(listing.hashCode(), 90)));
          });
    }
  }

  static class Meddling extends Contract {
    Meddling() {
      super(
          (sale, terms) -> {
            terms.notes().add(sale.listingId());
            return percent("10");
          });
    }
  }

  static class Looping extends Contract {
    Looping() {
      super(
          (sale, terms) -> {
            while (!Thread.interrupted()) {
              Thread.onSpinWait();
            }
            return percent("10");
          });
    }
  }

  static class Recursing extends Contract {
    Recursing() {
      super(Recursing::again);
    }

    private static Optional<CommissionProposal> again(SaleFacts sale, Terms terms) {
      return again(sale, terms).map(found -> found);
    }
  }

  static class Late extends Contract {
    Late() {
      super(
          (sale, terms) -> {
            Thread.sleep(60);
            return percent("10");
          });
    }

    @Override
    protected Duration budget() {
      return Duration.ofMillis(20);
    }
  }

  static class Slow extends Contract {
    Slow() {
      super(
          (sale, terms) -> {
            Thread.sleep(5);
            return percent("10");
          });
    }

    @Override
    protected Duration budget() {
      return Duration.ofMillis(2);
    }

    @Override
    protected List<SaleFacts> sales() {
      return super.sales().subList(0, 5);
    }
  }

  @Test
  void a_good_rule_passes() {
    Verdict.on(Good.class).isGood();
  }

  @Test
  void a_secret_among_what_both_sides_sign_is_told() {
    Verdict.on(Hiding.class)
        .blames("its_configuration_holds_no_secret", "Hidden holds a Secret", "signs");
  }

  @Test
  void a_bad_name_is_told_with_an_example() {
    Verdict.on(Nameless.class)
        .blames(
            "its_kind_is_a_name_of_its_own_and_its_configuration_a_record_of_that_class",
            "'My rule'",
            "acme.weekend");
  }

  @Test
  void null_is_told_apart_from_nothing_to_say() {
    Verdict.on(Null.class)
        .blames("it_answers_every_sale_and_never_null", "answered null", "Optional.empty()");
  }

  @Test
  void an_exception_is_told_with_the_sale_it_happened_for() {
    Verdict.on(Throwing.class)
        .blames("it_answers_every_sale_and_never_null", "no such brand", "SaleFacts");
  }

  @Test
  void a_rule_that_never_speaks_is_told_how_to_be_tried() {
    Verdict.on(Silent.class).blames("it_answers_every_sale_and_never_null", "override sales()");
  }

  @Test
  void absurd_rates_and_amounts_are_told() {
    Verdict.on(Greedy.class).blames("it_proposes_within_bounds", "250 %");
    Verdict.on(Negative.class).blames("it_proposes_within_bounds", "-0.05 EUR is below zero");
  }

  @Test
  void another_currency_is_told() {
    Verdict.on(Foreign.class).blames("it_speaks_the_currency_of_the_sale", "0.05 USD");
  }

  @Test
  void a_missing_reason_is_told() {
    Verdict.on(Wordless.class)
        .blames("it_gives_a_reason_that_a_vendor_can_read", "1 to 200 characters");
  }

  @Test
  void a_rule_that_remembers_is_told() {
    Verdict.on(Counting.class)
        .blames(
            "it_answers_the_same_sale_the_same_way_every_time_and_in_any_order",
            "depend on nothing but");
  }

  @Test
  void a_rule_that_shares_a_field_between_threads_is_told() {
    Verdict.on(Shared.class)
        .blames("it_answers_the_same_way_on_several_threads_at_once", "by several threads at once");
  }

  @Test
  void a_rule_that_changes_its_configuration_is_told() {
    Verdict.on(Meddling.class)
        .blames("it_leaves_its_configuration_as_it_is", "a rule must not change it");
  }

  @Test
  void a_slow_rule_is_told_its_time_and_its_budget() {
    Verdict.on(Slow.class).blames("it_answers_within_the_time_budget", "the budget is 2 ms");
  }

  @Test
  @Timeout(60)
  void a_rule_that_loops_costs_seconds_and_is_told_by_every_test_that_asks_it() {
    Verdict verdict = Verdict.on(Looping.class);

    assertThat(verdict.failures()).hasSizeGreaterThan(5);
    verdict.blames("it_answers_every_sale_and_never_null", "had no answer after 5 s", "propose()");
    verdict.blames("it_answers_the_same_way_on_several_threads_at_once", "had no answer after 5 s");
  }

  @Test
  void a_rule_that_calls_itself_without_end_is_told_so() {
    Verdict.on(Recursing.class)
        .blames(
            "it_answers_every_sale_and_never_null",
            "a StackOverflowError: it calls itself without end",
            "(CommissionRuleContractTest.java, line ");
  }

  @Test
  @Timeout(60)
  void a_rule_that_is_always_late_is_not_waited_for_a_thousand_times() {
    Verdict.on(Late.class)
        .blames(
            "it_answers_every_sale_and_never_null", "late 10 times in a row", "budget is 20 ms");
  }
}
