package org.halles.testkit;

import java.util.List;
import java.util.Random;
import org.halles.spi.Money;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;
import org.junit.jupiter.api.Test;

/** Each promise, broken by one source of rates: the contract must notice and say so. */
class ShippingRatesContractTest {

  /** A source of a few characters to break. */
  interface Answer {
    List<ShippingOption> to(ShippingRates.Parcel parcel);
  }

  abstract static class Contract extends ShippingRatesContract {
    private final Answer answer;

    Contract(Answer answer) {
      this.answer = answer;
    }

    @Override
    protected ShippingRates rates() {
      return new ShippingRates() {
        @Override
        public String id() {
          return "test-rates";
        }

        @Override
        public List<ShippingOption> options(Parcel parcel) {
          return answer.to(parcel);
        }
      };
    }
  }

  private static ShippingOption option(String id, long price, int minDays, int maxDays, Money any) {
    return new ShippingOption(id, "Post", new Money(price, any.currency()), minDays, maxDays);
  }

  static class Good extends Contract {
    Good() {
      super(parcel -> List.of(option("post", 500, 1, 2, parcel.value())));
    }
  }

  static class Null extends Contract {
    Null() {
      super(parcel -> null);
    }
  }

  static class Never extends Contract {
    Never() {
      super(parcel -> List.of());
    }
  }

  static class Paying extends Contract {
    Paying() {
      super(parcel -> List.of(option("post", -1, 1, 2, parcel.value())));
    }
  }

  static class Foreign extends Contract {
    Foreign() {
      super(parcel -> List.of(option("post", 1, 1, 2, Money.of(0, "USD"))));
    }
  }

  static class Backwards extends Contract {
    Backwards() {
      super(parcel -> List.of(option("post", 1, 5, 2, parcel.value())));
    }
  }

  static class Twins extends Contract {
    Twins() {
      super(
          parcel ->
              List.of(
                  option("post", 1, 1, 2, parcel.value()),
                  option("post", 2, 1, 2, parcel.value())));
    }
  }

  static class Moody extends Contract {
    private static final Random RANDOM = new Random(1);

    Moody() {
      super(parcel -> List.of(option("post", RANDOM.nextInt(1_000), 1, 2, parcel.value())));
    }
  }

  @Test
  void good_rates_pass() {
    Verdict.on(Good.class).isGood();
  }

  @Test
  void null_is_told_apart_from_nothing_to_offer() {
    Verdict.on(Null.class).blames("it_offers_something_for_some_parcel", "answered null");
  }

  @Test
  void rates_that_never_offer_anything_are_told_how_to_be_tried() {
    Verdict.on(Never.class).blames("it_offers_something_for_some_parcel", "override parcels()");
  }

  @Test
  void wrong_prices_are_told() {
    String test = "prices_are_never_negative_and_in_the_currency_of_the_parcel";
    Verdict.on(Paying.class).blames(test, "-0.01 EUR");
    Verdict.on(Foreign.class).blames(test, "0.01 USD", "the parcel is in EUR");
  }

  @Test
  void an_impossible_delivery_time_is_told() {
    Verdict.on(Backwards.class).blames("delivery_times_are_a_span", "5 to 2 days");
  }

  @Test
  void an_id_used_twice_is_told() {
    Verdict.on(Twins.class)
        .blames("options_have_a_label_and_an_id_that_is_theirs_alone", "two options", "'post'");
  }

  @Test
  void rates_that_change_are_told() {
    Verdict.on(Moody.class)
        .blames(
            "the_same_parcel_gets_the_same_options_every_time_and_on_any_thread",
            "for the same Parcel");
  }
}
