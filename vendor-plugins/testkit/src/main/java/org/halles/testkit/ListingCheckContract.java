package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;
import org.halles.spi.ListingFacts.CategoryPrices;
import org.halles.spi.ListingFacts.Image;
import org.halles.spi.ListingFacts.Similar;
import org.halles.spi.ListingFacts.Variant;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** What Halles relies on in every {@link ListingCheck}. Extend it and hand it yours. */
public abstract class ListingCheckContract {

  private static final Duration BUDGET = Duration.ofMillis(250);

  /** The check, as the server would make it. */
  protected abstract ListingCheck subject();

  /** Listings to try it on; add some that it has something to say about. */
  protected List<ListingFacts> listings() {
    List<ListingFacts> listings = new ArrayList<>();
    for (int size : new int[] {0, 1, 7, 60}) {
      listings.add(listing(size));
    }
    return listings;
  }

  /** A listing of that size: languages, attributes, variants, pictures, similar ones. */
  protected static ListingFacts listing(int size) {
    String text = "Bol en grès émaillé à la main, 12 cm. ".repeat(size * 8);
    Money price = Money.of(1_000 + 37L * size, "EUR");
    return new ListingFacts(
        "listing-" + size,
        "vendor",
        size % 2 == 0 ? List.of() : List.of("title"),
        "goods",
        size == 0 ? Map.of("fr", "Bol") : Map.of("fr", "Bol en grès", "en", "Stoneware bowl"),
        size == 0 ? Map.of() : Map.of("fr", text),
        List.of("home", "tableware"),
        size == 0 ? Map.of() : Map.of("material", "grès"),
        IntStream.rangeClosed(0, size)
            .mapToObj(i -> new Variant("S" + i, Map.of("size", "" + i), price, "new", null))
            .toList(),
        IntStream.range(0, Math.min(size, 20))
            .mapToObj(i -> new Image("hash-" + i, Map.of()))
            .toList(),
        size < 7 ? null : new CategoryPrices(size, price, price, price),
        IntStream.range(0, Math.min(size, 20))
            .mapToObj(i -> new Similar("other-" + i, i % 2 == 0, "Bol " + i, text, List.of()))
            .toList());
  }

  /** A listing like another, with this title and description in both languages. */
  protected static ListingFacts told(ListingFacts like, String title, String description) {
    return new ListingFacts(
        like.listingId() + "-told",
        like.vendorId(),
        like.changed(),
        like.kind(),
        Map.of("fr", title, "en", title),
        Map.of("fr", description, "en", description),
        like.category(),
        like.attributes(),
        like.variants(),
        like.images(),
        like.prices(),
        like.similar());
  }

  @Test
  void it_says_what_it_is_in_both_languages() {
    check(!asked().id().isBlank(), "it has no id: return a stable one");
    bothLanguages("label()", asked().label());
  }

  @Test
  void findings_say_where_and_what_in_both_languages() {
    for (ListingFacts listing : listings()) {
      for (ListingCheck.Finding finding : findings(listing)) {
        check(
            finding != null && finding.severity() != null && finding.field() != null,
            "a finding without severity or field for %s",
            listing.listingId());
        bothLanguages("a finding for " + listing.listingId(), finding.message());
      }
    }
  }

  @Test
  void it_has_something_to_say_about_some_listing() {
    check(
        listings().stream().anyMatch(listing -> !findings(listing).isEmpty()),
        "%s finds nothing in %d listings: override listings() with one it is for, such as"
            + " told(listing(1), \"A TITLE\", \"...\")",
        asked().id(),
        listings().size());
  }

  @Test
  void the_same_listing_has_the_same_findings_every_time() {
    ListingCheck check = asked();
    List<ListingFacts> backwards = new ArrayList<>(listings());
    Collections.reverse(backwards);
    for (ListingFacts listing : backwards) {
      List<ListingCheck.Finding> first = findings(listing);
      check(
          first.equals(check.check(listing)),
          "the findings for %s change from call to call",
          listing.listingId());
    }
  }

  @Test
  void several_threads_may_ask_at_once() {
    ListingCheck check = asked();
    ListingFacts listing = listings().get(listings().size() - 1);
    List<ListingCheck.Finding> expected = findings(listing);
    Callable<List<ListingCheck.Finding>> ask = () -> check.check(listing);
    for (List<ListingCheck.Finding> found : Together.all(Collections.nCopies(4, ask))) {
      check(found.equals(expected), "%s mixes up what several threads ask", check.id());
    }
  }

  @Test
  void it_answers_in_time() {
    ListingCheck check = asked();
    for (ListingFacts listing : listings()) {
      Together.within(BUDGET, check.id(), () -> check.check(listing));
    }
  }

  private List<ListingCheck.Finding> findings(ListingFacts listing) {
    ListingCheck check = asked();
    List<ListingCheck.Finding> found = check.check(listing);
    check(found != null, "null for %s: answer List.of() if nothing was found", listing.listingId());
    return found;
  }

  private static void bothLanguages(String what, Map<String, String> texts) {
    for (String language : List.of("fr", "en")) {
      check(
          !texts.getOrDefault(language, "").isBlank(),
          "%s says nothing in '%s': give both fr and en",
          what,
          language);
    }
  }

  /** The same, with a limit for every call. */
  private ListingCheck asked() {
    return Bounded.of(this, ListingCheck.class, subject(), BUDGET);
  }
}
