package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.ShippingMethod;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;
import org.halles.spi.ShippingRates.Destination;
import org.halles.spi.ShippingRates.Item;
import org.halles.spi.ShippingRates.Parcel;
import org.junit.jupiter.api.Test;

/** What Halles relies on in every {@link ShippingRates}. Extend it and hand it yours. */
public abstract class ShippingRatesContract {

  /** The rates, as the server would make them. */
  protected abstract ShippingRates rates();

  /** What vendors might configure; override it if your rates use it in a way of their own. */
  protected List<ShippingMethod> methods(CurrencyCode currency) {
    Money five = new Money(500, currency);
    Money fifty = new Money(5_000, currency);
    Money none = Money.zero(currency);
    return List.of(
        new ShippingMethod("m1", "Home delivery", "flat", five, fifty, 2, 4, List.of("FR", "DE")),
        new ShippingMethod("m2", "Each piece", "per-item", five, null, 1, 1, List.of()),
        new ShippingMethod("m3", "By weight", "by-weight", five, null, 3, 9, List.of("FR")),
        new ShippingMethod("m4", "Own fees", "offer-fee", none, null, 0, 2, List.of()));
  }

  /** Parcels to try them on. */
  protected List<Parcel> parcels() {
    Random random = new Random(20_260_102L);
    List<Parcel> parcels = new ArrayList<>();
    for (String code : List.of("EUR", "JPY", "KWD")) {
      CurrencyCode currency = CurrencyCode.of(code);
      for (int i = 0; i < 30; i++) {
        parcels.add(
            new Parcel(
                "v-" + i % 3,
                "FR",
                new Destination(
                    List.of("FR", "DE", "US", "RE").get(i % 4), i % 5 == 0 ? "" : "69001"),
                items(currency, i % 6, random),
                currency,
                methods(currency)));
      }
    }
    return parcels;
  }

  /** How long one answer may take. */
  protected Duration budget() {
    return Duration.ofMillis(250);
  }

  @Test
  void it_offers_something_for_some_parcel() {
    check(
        parcels().stream().anyMatch(parcel -> !options(parcel).isEmpty()),
        "%s offers nothing for any of %d parcels: override parcels() with some it ships",
        asked().id(),
        parcels().size());
  }

  @Test
  void prices_are_never_negative_and_in_the_currency_of_the_parcel() {
    forEachOption(
        (parcel, option) -> {
          check(
              option.price() != null && option.price().currency().equals(parcel.currency()),
              "'%s' costs %s, but the parcel is in %s",
              option.id(),
              option.price(),
              parcel.currency());
          check(
              !option.price().isNegative(),
              "'%s' costs %s: a price is zero or more",
              option.id(),
              option.price());
        });
  }

  @Test
  void delivery_times_are_a_span() {
    forEachOption(
        (parcel, option) ->
            check(
                0 <= option.minDays() && option.minDays() <= option.maxDays(),
                "'%s' takes %d to %d days: the least must be zero or more, and not above the most",
                option.id(),
                option.minDays(),
                option.maxDays()));
  }

  @Test
  void options_have_a_label_and_an_id_that_is_theirs_alone() {
    for (Parcel parcel : parcels()) {
      Set<String> ids = new HashSet<>();
      for (ShippingOption option : options(parcel)) {
        check(
            option.id() != null && !option.id().isBlank(),
            "an option has no id: the buyer chooses by it (%s)",
            option);
        check(ids.add(option.id()), "two options have the id '%s' for %s", option.id(), parcel);
        check(
            option.label() != null && !option.label().isBlank(),
            "'%s' has no label: the buyer reads it",
            option.id());
      }
    }
  }

  @Test
  void the_same_parcel_gets_the_same_options_every_time_and_on_any_thread() {
    ShippingRates rates = asked();
    for (Parcel parcel : parcels()) {
      List<ShippingOption> first = rates.options(parcel);
      compare(parcel, first, asked().options(parcel), "asked of another instance");
    }
    List<List<ShippingOption>> alone = parcels().stream().map(rates::options).toList();
    Callable<List<List<ShippingOption>>> again =
        () -> parcels().stream().map(rates::options).toList();
    Together.all(Collections.nCopies(4, again))
        .forEach(
            answers -> {
              for (int i = 0; i < alone.size(); i++) {
                compare(parcels().get(i), alone.get(i), answers.get(i), "asked by several threads");
              }
            });
  }

  @Test
  void it_answers_within_the_time_budget() {
    ShippingRates rates = asked();
    parcels().forEach(parcel -> Together.within(budget(), rates.id(), () -> rates.options(parcel)));
  }

  private interface Check {
    void of(Parcel parcel, ShippingOption option);
  }

  private void forEachOption(Check check) {
    for (Parcel parcel : parcels()) {
      options(parcel).forEach(option -> check.of(parcel, option));
    }
  }

  private List<ShippingOption> options(Parcel parcel) {
    List<ShippingOption> options = asked().options(parcel);
    check(
        options != null,
        "%s answered null for %s: answer an empty list if it cannot ship that",
        asked().id(),
        parcel);
    return options;
  }

  private static void compare(
      Parcel parcel, List<ShippingOption> first, List<ShippingOption> second, String when) {
    check(
        first.equals(second),
        "it offered %s, and %s when %s, for the same %s",
        first,
        second,
        when,
        parcel);
  }

  private static List<Item> items(CurrencyCode currency, int count, Random random) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int quantity = 1 + random.nextInt(9);
      Money total = new Money(random.nextInt(20_000), currency).times(quantity);
      Money fee = i % 2 == 0 ? null : new Money(random.nextInt(900), currency);
      items.add(new Item("o-" + i, quantity, total, i % 3 == 0 ? 0 : random.nextInt(30_000), fee));
    }
    return items;
  }

  /** The same, with a limit for every call. */
  private ShippingRates asked() {
    return Bounded.of(this, ShippingRates.class, rates(), budget());
  }
}
