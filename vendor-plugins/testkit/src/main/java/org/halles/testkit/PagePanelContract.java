package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.halles.spi.Money;
import org.halles.spi.Page;
import org.halles.spi.PagePanel;
import org.halles.spi.Panel;
import org.junit.jupiter.api.Test;

/** What Halles relies on in every {@link PagePanel}. Extend it and hand it yours. */
public abstract class PagePanelContract {

  private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

  /** The panel, as the server would make it and configure it. */
  protected abstract PagePanel panel();

  /** False if it shows something only on pages of a kind that {@link #pages()} cannot have. */
  protected boolean showsSomething() {
    return true;
  }

  /** Pages to try it on: every place there is, with much, little and nothing known. */
  protected List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    for (String currency : List.of("EUR", "JPY", "KWD")) {
      Money price = Money.of(123_456, currency);
      List<String> books = List.of("culture", "books");
      pages.add(new Page.Listing("listing-1", "vendor-1", "acme", "goods", books, price, NOW));
      pages.add(
          new Page.Listing("listing-2", "vendor-2", "corner", "request", List.of(), null, NOW));
      pages.add(new Page.Cart(price, null, List.of("vendor-1", "vendor-2"), NOW));
      pages.add(new Page.Cart(Money.of(1, currency), "FR", List.of("vendor-1"), NOW));
      pages.add(new Page.Order("H-1", "paid", price, "FR", List.of("vendor-1"), NOW));
      pages.add(new Page.Order("H-2", "expired", price, "DE", List.of("vendor-2"), NOW));
      pages.add(new Page.VendorOrder("H-1-1", "vendor-1", "acme", "to-ship", price, "FR", NOW));
    }
    pages.add(new Page.VendorDashboard("vendor-1", "acme", NOW));
    pages.add(new Page.ListingForm("vendor-1", "acme", List.of("culture", "books"), NOW));
    pages.add(new Page.ListingForm("vendor-1", "acme", List.of(), NOW));
    pages.add(new Page.OperatorDashboard(NOW));
    return pages;
  }

  /** How long all panels of a page may take together. */
  protected Duration budget() {
    return Duration.ofMillis(250);
  }

  @Test
  void it_names_its_places() {
    Set<Page.Place> places = asked().places();
    check(
        places != null && !places.isEmpty(),
        "%s stands on no page: name at least one place",
        asked().id());
    check(places.equals(asked().places()), "%s names other places when asked again", asked().id());
  }

  @Test
  void it_shows_something_on_some_page() {
    check(
        !showsSomething() || here().stream().anyMatch(page -> shown(page).isPresent()),
        "%s shows nothing on any of %d pages: override pages() with some it is meant for",
        asked().id(),
        here().size());
  }

  @Test
  void what_it_shows_can_be_drawn() {
    here().forEach(page -> shown(page).ifPresent(panel -> Drawable.check(page, panel)));
  }

  @Test
  void the_same_page_gets_the_same_panel_on_any_thread() {
    PagePanel panel = asked();
    List<Optional<Panel>> alone = here().stream().map(panel::show).toList();
    Callable<List<Optional<Panel>>> again = () -> here().stream().map(panel::show).toList();
    Together.all(Collections.nCopies(4, again))
        .forEach(
            answers ->
                check(
                    answers.equals(alone),
                    "%s showed something else when several threads asked at once",
                    panel.id()));
  }

  @Test
  void it_answers_within_the_time_budget() {
    PagePanel panel = asked();
    here().forEach(page -> Together.within(budget(), panel.id(), () -> panel.show(page)));
  }

  /** It is asked nowhere else. */
  private List<Page> here() {
    Set<Page.Place> places = asked().places();
    return pages().stream().filter(page -> places.contains(page.place())).toList();
  }

  private Optional<Panel> shown(Page page) {
    Optional<Panel> shown = asked().show(page);
    check(
        shown != null,
        "%s answered null for %s: answer Optional.empty() if there is nothing to show",
        asked().id(),
        page);
    return shown;
  }

  /** The same, with a limit for every call. */
  private PagePanel asked() {
    return Bounded.of(this, PagePanel.class, panel(), budget());
  }
}
