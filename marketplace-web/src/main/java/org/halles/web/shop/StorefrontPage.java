package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.halles.marketplace.search.ListingCard;
import org.halles.marketplace.search.ListingQuery;
import org.halles.marketplace.search.Search;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.CleanHtml;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Closure;
import org.halles.marketplace.vendor.Policies;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.marketplace.vendor.Themes;
import org.halles.marketplace.vendor.Trader;
import org.halles.marketplace.vendor.VendorKind;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.StallPalette;

/** A vendor's public face: its sign, its goods, its story, its rules, who it is. */
@Named
@RequestScoped
public class StorefrontPage {

  /** A rule of the house; clean HTML. */
  public record Policy(String subject, String html) {}

  private Storefronts storefronts;
  private Search search;
  private Goods goods;
  private Language language;
  private HttpServletRequest request;
  private Clock clock;
  private StorefrontView storefront;
  private Page<ListingCard> page;

  protected StorefrontPage() {}

  @Inject
  StorefrontPage(
      Storefronts storefronts,
      Search search,
      Goods goods,
      Language language,
      HttpServletRequest request,
      Clock clock) {
    this.storefronts = storefronts;
    this.search = search;
    this.goods = goods;
    this.language = language;
    this.request = request;
    this.clock = clock;
  }

  public void open() throws IOException {
    String slug = request.getParameter("slug");
    Optional<StorefrontView> found = storefronts.find(slug);
    if (found.isEmpty()) {
      lost(slug);
      return;
    }
    try {
      show(found.get());
      PublicPage.keepForAMoment();
    } catch (InvalidInput foreignCursor) {
      PublicPage.notFound();
    }
  }

  /** Whoever moved is still found. */
  private void lost(String slug) throws IOException {
    Optional<String> moved = storefronts.movedTo(slug);
    if (moved.isPresent()) {
      PublicPage.movedTo(language.getPath() + "/s/" + moved.get());
    } else {
      PublicPage.notFound();
    }
  }

  /** Shows this face, in its own theme. */
  public void show(StorefrontView face) {
    storefront = face;
    page =
        search
            .find(
                new ListingQuery(null, null, face.slug(), null, null, null, null, null),
                Paging.of(null, request.getParameter("cursor")))
            .page();
    FacesContext.getCurrentInstance().setResourceLibraryContracts(List.of(getTheme()));
  }

  public StorefrontView getStorefront() {
    return storefront;
  }

  /** The theme, as long as it is installed. */
  public String getTheme() {
    return Themes.orUsual(storefront.theme());
  }

  /** The style sheet of its two colours. */
  public String getColours() {
    return StallPalette.of(storefront.accent(), storefront.ground()).href();
  }

  /** Its holiday if it is closed today, else null. */
  public Closure getClosed() {
    return storefront.closedOn(BusinessCalendar.dayOf(clock.instant()));
  }

  public String getLogo() {
    return address(storefront.logoMedia());
  }

  public String getBanner() {
    return address(storefront.bannerMedia());
  }

  private static String address(String media) {
    return media == null ? null : "/media/" + media;
  }

  /** The country's name in the language of the page. */
  public String getCountry() {
    return new Locale("", storefront.country()).getDisplayCountry(language.getLocale());
  }

  public boolean isProfessional() {
    return storefront.kind() == VendorKind.PROFESSIONAL;
  }

  public Trader getTrader() {
    return storefront.trader();
  }

  public List<Good> getGoods() {
    return goods.of(page.items(), getClosed());
  }

  public List<String> getStory() {
    return paragraphs(storefront.story());
  }

  /** What the house says about how it deals, in the order people look for it. */
  public List<Policy> getPolicies() {
    return Policies.SUBJECTS.stream()
        .filter(subject -> !policy(subject).isEmpty())
        .map(subject -> new Policy(subject, CleanHtml.clean(policy(subject))))
        .toList();
  }

  private String policy(String subject) {
    return storefront.policies().getOrDefault(subject, Texts.NONE).in(language.getTag());
  }

  private List<String> paragraphs(Texts texts) {
    return Arrays.stream(texts.in(language.getTag()).split("\\R+"))
        .filter(paragraph -> !paragraph.isBlank())
        .toList();
  }

  public String getNext() {
    return page.next() == null ? null : Query.of(home()).with("cursor", page.next()).toString();
  }

  public String getFirst() {
    return request.getParameter("cursor") == null ? null : home();
  }

  private String home() {
    return language.getPath() + "/s/" + storefront.slug();
  }
}
