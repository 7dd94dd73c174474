package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.catalog.ListingDetail;
import org.halles.marketplace.catalog.Listings;
import org.halles.marketplace.search.ListingQuery;
import org.halles.marketplace.search.Search;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.web.ui.Language;

/**
 * A listing or a storefront as other sites show it in a frame: cards whose links open the market
 * and say by whom the visitor was sent. No cookie, no script.
 */
@Named
@RequestScoped
public class EmbedPage {

  private static final int MOST = 6;

  private Listings listings;
  private Storefronts storefronts;
  private Search search;
  private Goods goods;
  private Pictures pictures;
  private Via via;
  private Language language;
  private HttpServletRequest request;
  private List<Good> cards = List.of();
  private String title;
  private String href;

  protected EmbedPage() {}

  @Inject
  EmbedPage(
      Listings listings,
      Storefronts storefronts,
      Search search,
      Goods goods,
      Pictures pictures,
      Via via,
      Language language,
      HttpServletRequest request) {
    this.listings = listings;
    this.storefronts = storefronts;
    this.search = search;
    this.goods = goods;
    this.pictures = pictures;
    this.via = via;
    this.language = language;
    this.request = request;
  }

  /** Shows one listing. */
  public void openListing() throws IOException {
    Optional<ListingDetail> found = listings.detail(UUID.fromString(request.getParameter("id")));
    if (found.isEmpty()) {
      PublicPage.notFound();
      return;
    }
    ListingDetail listing = found.get();
    title = listing.title().in(language.getTag());
    href = language.getPath() + "/p/" + listing.slug() + "-" + listing.id() + via.getSuffix();
    cards = List.of(card(listing));
    PublicPage.keepForAMoment();
  }

  private Good card(ListingDetail listing) {
    boolean several = listing.offers().stream().map(offer -> offer.price()).distinct().count() > 1;
    return new Good(
        href,
        pictures.of(listing.images().isEmpty() ? null : listing.images().get(0).media()),
        title,
        listing.storefront().name(),
        listing.priceFrom(),
        several,
        null,
        null,
        null,
        null,
        0,
        false);
  }

  /** Shows the newest goods of a storefront. */
  public void openStorefront() throws IOException {
    Optional<StorefrontView> found = storefronts.find(request.getParameter("slug"));
    if (found.isEmpty()) {
      PublicPage.notFound();
      return;
    }
    StorefrontView face = found.get();
    title = face.name();
    href = language.getPath() + "/s/" + face.slug() + via.getSuffix();
    ListingQuery all = new ListingQuery(null, null, face.slug(), null, null, null, null, null);
    cards = goods.of(search.find(all, new Paging(MOST, null)).page().items());
    PublicPage.keepForAMoment();
  }

  public List<Good> getGoods() {
    return cards;
  }

  public String getTitle() {
    return title;
  }

  /** Where the market shows the same. */
  public String getHref() {
    return href;
  }
}
