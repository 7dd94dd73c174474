package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.halles.marketplace.search.ListingCard;
import org.halles.marketplace.search.ListingQuery;
import org.halles.marketplace.search.Search;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.marketplace.vendor.Trader;
import org.halles.marketplace.vendor.VendorKind;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;

/** A vendor's public face: its sign, its goods, its story, its rules, who it is. */
@Named
@RequestScoped
public class StorefrontPage {

  /** A rule of the house. */
  public record Policy(String subject, List<String> paragraphs) {}

  private Storefronts storefronts;
  private Search search;
  private Goods goods;
  private Language language;
  private HttpServletRequest request;
  private StorefrontView storefront;
  private Page<ListingCard> page;

  protected StorefrontPage() {}

  @Inject
  StorefrontPage(
      Storefronts storefronts,
      Search search,
      Goods goods,
      Language language,
      HttpServletRequest request) {
    this.storefronts = storefronts;
    this.search = search;
    this.goods = goods;
    this.language = language;
    this.request = request;
  }

  public void open() throws IOException {
    Optional<StorefrontView> found = storefronts.find(request.getParameter("slug"));
    if (found.isEmpty()) {
      PublicPage.notFound();
      return;
    }
    storefront = found.get();
    try {
      page =
          search
              .find(
                  new ListingQuery(null, null, storefront.slug(), null, null, null, null, null),
                  Paging.of(null, request.getParameter("cursor")))
              .page();
      PublicPage.keepForAMoment();
    } catch (InvalidInput foreignCursor) {
      PublicPage.notFound();
    }
  }

  public StorefrontView getStorefront() {
    return storefront;
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
    return goods.of(page.items());
  }

  public List<String> getStory() {
    return paragraphs(storefront.story());
  }

  public List<Policy> getPolicies() {
    return storefront.policies().entrySet().stream()
        .filter(policy -> !policy.getValue().isEmpty())
        .sorted(java.util.Map.Entry.comparingByKey())
        .map(policy -> new Policy(policy.getKey(), paragraphs(policy.getValue())))
        .toList();
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
