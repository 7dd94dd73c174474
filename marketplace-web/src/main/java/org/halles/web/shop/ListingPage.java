package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.ImageView;
import org.halles.marketplace.catalog.ListingDetail;
import org.halles.marketplace.catalog.ListingKind;
import org.halles.marketplace.catalog.Listings;
import org.halles.marketplace.catalog.OfferView;
import org.halles.marketplace.search.ListingCard;
import org.halles.marketplace.search.ListingQuery;
import org.halles.marketplace.search.Search;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Closure;
import org.halles.spi.Money;
import org.halles.web.review.ListingReviews;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;
import org.halles.web.ui.PageAddress;
import org.halles.web.ui.Words;

/** A listing: its pictures, what there is to choose, what it costs, who sells it. */
@Named
@RequestScoped
public class ListingPage {

  /** A way to have it. */
  public record Option(
      UUID offerId, String label, String note, Money price, boolean chosen, boolean out) {}

  /**
   * What a unit costs by how many are bought.
   *
   * @param label of the variant, or null where all cost the same
   */
  public record Ladder(UUID offerId, String label, List<Rung> rungs) {}

  /** From so many pieces on. */
  public record Rung(int from, Money price) {}

  /** A picture in one of its sizes. */
  public record Picture(String address, String alt) {}

  /** A name and a value. */
  public record Fact(String name, String value) {}

  private static final int FEW = 5;
  private static final int MORE = 5;

  private Listings listings;
  private Search search;
  private Categories categories;
  private Goods goods;
  private Comparison comparison;
  private Pictures pictures;
  private Words words;
  private Labels labels;
  private Language language;
  private PageAddress address;
  private ListingReviews reviews;
  private HttpServletRequest request;
  private Clock clock;
  private Via via;
  private ListingDetail listing;
  private List<Good> more;
  private boolean preview;

  protected ListingPage() {}

  @Inject
  ListingPage(
      Listings listings,
      Search search,
      Categories categories,
      Goods goods,
      Comparison comparison,
      Pictures pictures,
      Words words,
      Labels labels,
      Language language,
      PageAddress address,
      ListingReviews reviews,
      HttpServletRequest request,
      Clock clock,
      Via via) {
    this.listings = listings;
    this.search = search;
    this.categories = categories;
    this.goods = goods;
    this.comparison = comparison;
    this.pictures = pictures;
    this.words = words;
    this.labels = labels;
    this.language = language;
    this.address = address;
    this.reviews = reviews;
    this.request = request;
    this.clock = clock;
    this.via = via;
  }

  /** Shows the listing; an old title in the address is led to the present one. */
  public void open() throws IOException {
    Optional<ListingDetail> found =
        listings.detail(UUID.fromString(request.getParameter("id")), getCountry());
    if (found.isEmpty()) {
      PublicPage.notFound();
      return;
    }
    listing = found.get();
    if (!address.getPath().equals(href(listing.slug(), listing.id()))) {
      PublicPage.movedTo(href(listing.slug(), listing.id()) + via.getSuffix());
      return;
    }
    more = goods.of(stallmates(), getClosed());
    PublicPage.keepForAMoment();
  }

  /** Shows a draft to its vendor as it would look on sale. */
  public void show(ListingDetail draft) {
    listing = draft;
    more = List.of();
    preview = true;
  }

  private List<ListingCard> stallmates() {
    ListingQuery stall =
        new ListingQuery(null, null, listing.storefront().slug(), null, null, null, null, null);
    return search.find(stall, new Paging(MORE + 1, null)).page().items().stream()
        .filter(card -> !card.id().equals(listing.id()))
        .limit(MORE)
        .toList();
  }

  private String href(String slug, UUID id) {
    return language.getPath() + "/p/" + slug + "-" + id;
  }

  public ListingDetail getListing() {
    return listing;
  }

  public String getTitle() {
    return in(listing.title());
  }

  private String in(Texts texts) {
    return texts.in(language.getTag());
  }

  /** HTML that the catalogue has cleaned. */
  public String getDescription() {
    return in(listing.description());
  }

  /** The first words of the description, for search engines and previews. */
  public String getSummary() {
    String text = PlainWords.of(getDescription());
    return text.length() <= 160 ? text : text.substring(0, text.lastIndexOf(' ', 157) + 1) + "…";
  }

  public List<Picture> getPictures() {
    return listing.images().isEmpty()
        ? List.of(new Picture(pictures.of(null), ""))
        : listing.images().stream().map(this::picture).toList();
  }

  private Picture picture(ImageView image) {
    String alt = in(image.alt());
    return new Picture(pictures.of(image.media()), alt.isEmpty() ? getTitle() : alt);
  }

  /** What to choose from; the first that can be had is chosen. */
  public List<Option> getOptions() {
    UUID first = chosen().map(OfferView::id).orElse(null);
    boolean samePrice = !isFrom() && (getWas() != null || !isLowered());
    return listing.offers().stream()
        .map(
            offer ->
                new Option(
                    offer.id(),
                    label(offer),
                    note(offer, samePrice),
                    offer.price(),
                    offer.id().equals(first),
                    !offer.available()))
        .toList();
  }

  private String note(OfferView offer, boolean samePrice) {
    String price = samePrice ? null : priced(offer);
    String measured = measured(offer);
    return price == null || measured == null
        ? price == null ? measured : price
        : price + " · " + measured;
  }

  private String priced(OfferView offer) {
    String price = Amounts.text(offer.price(), language.getLocale());
    Money before = listing.lowestBefore().get(offer.id());
    return before == null || getWas() != null
        ? price
        : price + " " + words.get("price.was") + " " + Amounts.text(before, language.getLocale());
  }

  /**
   * What it cost at least in the thirty days before the price was lowered; null if it was not, or
   * where only some of what there is to choose was, which say it themselves.
   */
  public Money getWas() {
    List<Money> before =
        own().map(offer -> listing.lowestBefore().get(offer.id())).distinct().toList();
    return before.size() == 1 && !isFrom() ? before.get(0) : null;
  }

  /**
   * How many may be bought at once; null where any number may, where it differs by what is chosen,
   * or where companies have other numbers.
   */
  public Packs getOrders() {
    List<Packs> all = own().map(OfferView::orders).distinct().toList();
    return all.size() == 1 && !all.get(0).free() && !listing.companyPrices() ? all.get(0) : null;
  }

  /** What is said of it: once where it holds for all there is to choose, else choice by choice. */
  public List<String> getOrderWords() {
    boolean same = own().map(OfferView::orders).distinct().count() == 1;
    return own()
        .filter(offer -> !offer.orders().free())
        .limit(same ? 1 : listing.offers().size())
        .map(
            offer ->
                words.of(
                    same ? "packs.told" : "packs.of", labels.packs(offer.orders()), label(offer)))
        .toList();
  }

  /** True if the price of something there is to choose was lowered. */
  public boolean isLowered() {
    return own().anyMatch(offer -> listing.lowestBefore().containsKey(offer.id()));
  }

  private Stream<OfferView> own() {
    return listing.offers().stream();
  }

  /** What a kilogram, a litre or a metre of this offer costs, in words; null if unknown. */
  private String measured(OfferView offer) {
    Map<String, String> said = new HashMap<>(listing.attributes());
    said.putAll(offer.options());
    return labels.measured(offer.price(), said);
  }

  /** The same of the only way to have it; null where there are several, which say it themselves. */
  public String getMeasured() {
    return listing.offers().size() == 1 ? measured(listing.offers().get(0)) : null;
  }

  /** Prices by quantity: once where they are the same for every variant. */
  public List<Ladder> getLadders() {
    List<OfferView> stepped =
        listing.offers().stream().filter(offer -> !offer.priceBreaks().isEmpty()).toList();
    boolean same =
        stepped.size() == listing.offers().size()
            && stepped.stream().map(ListingPage::rungs).distinct().count() == 1;
    return stepped.stream()
        .limit(same ? 1 : stepped.size())
        .map(offer -> new Ladder(offer.id(), same ? null : label(offer), rungs(offer)))
        .toList();
  }

  private static List<Rung> rungs(OfferView offer) {
    List<Rung> rungs = new ArrayList<>(List.of(new Rung(1, offer.price())));
    offer.priceBreaks().forEach(step -> rungs.add(new Rung(step.from(), step.price())));
    return rungs;
  }

  private String label(OfferView offer) {
    String options = labels.values(offer.options(), " · ");
    return options.isEmpty() ? offer.sku() : options;
  }

  private Optional<OfferView> chosen() {
    return listing.offers().stream().filter(OfferView::available).findFirst();
  }

  /** The names of what is chosen, such as size and colour. */
  public String getOptionNames() {
    return listing.offers().stream()
        .flatMap(offer -> offer.options().keySet().stream())
        .distinct()
        .map(labels::of)
        .collect(Collectors.joining(", "));
  }

  public boolean isAvailable() {
    return chosen().isPresent();
  }

  /** True if somebody looks for it instead of selling it. */
  public boolean isWanted() {
    return listing.kind() == ListingKind.REQUEST;
  }

  /** True if it can be put in a cart now. */
  public boolean isBuyable() {
    return isAvailable() && !isWanted() && getClosed() == null;
  }

  /** The vendor's holiday if it is closed today, else null. */
  public Closure getClosed() {
    return listing.storefront().closedOn(BusinessCalendar.dayOf(clock.instant()));
  }

  /** True if another stall sells the same. */
  public boolean isElsewhere() {
    return !listing.otherOffers().isEmpty();
  }

  /** What else is on the same stall. */
  public List<Good> getMore() {
    return more;
  }

  public Money getPrice() {
    return listing.priceFrom();
  }

  /** True if the price is the lowest of several. */
  public boolean isFrom() {
    return listing.offers().stream().map(OfferView::price).distinct().count() > 1;
  }

  /** How many are left where they are few, else nothing. */
  public String getLast() {
    return listing.offers().size() == 1
        ? chosen()
            .map(OfferView::stock)
            .filter(stock -> stock <= FEW)
            .map(stock -> words.of("listing.last", stock))
            .orElse(null)
        : null;
  }

  /** The word for the condition, where it is not simply new. */
  public String getCondition() {
    return listing.offers().stream()
        .map(offer -> Code.of(offer.condition()))
        .filter(condition -> !condition.equals("new"))
        .findFirst()
        .map(condition -> words.orElse("condition." + condition, condition))
        .orElse(null);
  }

  /** By when it arrives, or null where nothing is shipped. */
  public String getArrival() {
    return listing.delivery() == null || !isAvailable()
        ? null
        : goods.arrival(
            listing.delivery().maxDays() + chosen().map(OfferView::leadTimeDays).orElse(0),
            getClosed());
  }

  /** What shipping costs within the vendor's country, or null where it depends on the cart. */
  public Money getShippingFrom() {
    return listing.delivery() == null ? null : listing.delivery().from();
  }

  /** Everybody who sells it, the best first; nothing where nobody else does. */
  public List<Comparison.Line> getComparison() {
    return comparison.of(listing);
  }

  /** What the places in the comparison are given by; null where nobody is compared. */
  public String getPlacedBy() {
    return comparison.reasons(listing);
  }

  /** Where the offers are compared for, or null: each vendor's own country. */
  public String getCountry() {
    String country = request.getParameter("country");
    return country != null
            && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)
        ? country
        : null;
  }

  /** True while its vendor looks at a draft. */
  public boolean isPreview() {
    return preview;
  }

  public List<Fact> getFacts() {
    return labels.facts(listing.attributes()).stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
        .toList();
  }

  /** The categories it is in, from the top. */
  public List<Choice> getPath() {
    return listing.category() == null
        ? List.of()
        : categories.tree().pathTo(listing.category()).stream()
            .map(
                above ->
                    new Choice(
                        in(above.name()), language.getPath() + "/c/" + above.slug(), null, false))
            .toList();
  }

  public String getStorefrontHref() {
    return language.getPath() + "/s/" + listing.storefront().slug();
  }

  public String getStorefrontLogo() {
    return listing.storefront().logoMedia() == null
        ? null
        : "/media/" + listing.storefront().logoMedia();
  }

  /** What the vendor says about sending things back, or nothing. */
  public String getReturns() {
    return PlainWords.of(in(listing.storefront().policies().getOrDefault("returns", Texts.NONE)));
  }

  /** What search engines read, as JSON-LD. */
  public String getJsonLd() {
    return ListingJsonLd.of(this, reviews.getRating(), address.getOrigin(), address.getCanonical());
  }
}
