package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.review.Rating;
import org.halles.marketplace.search.ListingCard;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.vendor.Closure;
import org.halles.web.ui.Language;
import org.halles.web.ui.Moments;
import org.halles.web.ui.Words;

/** Puts listings on cards, in the words of the page's language. */
@RequestScoped
class Goods {

  private Language language;
  private Words words;
  private Pictures pictures;
  private Clock clock;
  private Via via;

  protected Goods() {}

  @Inject
  Goods(Language language, Words words, Pictures pictures, Clock clock, Via via) {
    this.language = language;
    this.words = words;
    this.pictures = pictures;
    this.clock = clock;
    this.via = via;
  }

  List<Good> of(List<ListingCard> cards) {
    return cards.stream().map(card -> of(card, null)).toList();
  }

  /**
   * Goods of one vendor.
   *
   * @param closed its closure if it is closed today, else null: parcels leave after it only
   */
  List<Good> of(List<ListingCard> cards, Closure closed) {
    return cards.stream().map(card -> of(card, closed)).toList();
  }

  private Good of(ListingCard card, Closure closed) {
    boolean out = !card.available() && !card.kind().equals("REQUEST");
    return new Good(
        language.getPath() + "/p/" + card.slug() + "-" + card.id() + via.getSuffix(),
        pictures.of(card.image()),
        card.title().in(language.getTag()),
        card.vendor().name(),
        card.price(),
        card.severalPrices(),
        out || card.maxDays() == null ? null : arrival(card.maxDays(), closed),
        out ? words.get("good.out") : kind(card.kind()),
        out ? null : "new",
        Rating.of(card.reviews(), card.stars()).average(),
        card.reviews(),
        out);
  }

  /** Things need no word; what is no thing says so. */
  private String kind(String kind) {
    return kind.equals("GOODS") ? null : words.get("kind." + kind.toLowerCase(Locale.ROOT));
  }

  /** The day by which it has arrived; nothing while nobody knows when the vendor is back. */
  String arrival(int days, Closure closed) {
    if (closed != null && closed.reopens() == null) {
      return null;
    }
    LocalDate leaves = closed == null ? BusinessCalendar.dayOf(clock.instant()) : closed.reopens();
    return words.of("good.arrives", Moments.weekday(leaves.plusDays(days), language.getLocale()));
  }
}
