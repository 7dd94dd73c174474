package org.halles.web.plugin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.catalog.ListingDetail;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.VendorOrderDetail;
import org.halles.marketplace.plugin.PagePanels;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Page;
import org.halles.web.ui.Language;

/** What plugins show on the page that is being drawn: asked for once, however often it is read. */
@Named
@RequestScoped
public class Panels {

  private PagePanels pages;
  private Categories categories;
  private Language language;
  private final Map<Page.Place, List<DrawnPanel>> drawn = new EnumMap<>(Page.Place.class);

  protected Panels() {}

  @Inject
  Panels(PagePanels pages, Categories categories, Language language) {
    this.pages = pages;
    this.categories = categories;
    this.language = language;
  }

  /** True if any plugin that is switched on shows something anywhere. */
  public boolean isAny() {
    return pages.isAny();
  }

  public List<DrawnPanel> ofListing(ListingDetail listing) {
    return on(
        Page.Place.LISTING,
        at ->
            new Page.Listing(
                listing.id().toString(),
                listing.storefront().vendorId().toString(),
                listing.storefront().slug(),
                code(listing.kind()),
                listing.category() == null ? List.of() : slugs(listing.category()),
                listing.priceFrom(),
                at));
  }

  public List<DrawnPanel> ofCart(PricedCart cart) {
    return on(
        Page.Place.CART,
        at ->
            new Page.Cart(
                cart.totals().total(),
                cart.delivery() == null ? null : cart.delivery().country(),
                ids(cart.vendors().stream().map(VendorQuote::vendorId)),
                at));
  }

  public List<DrawnPanel> ofOrder(OrderGroupView order) {
    return on(
        Page.Place.ORDER,
        at ->
            new Page.Order(
                order.number(),
                code(order.status()),
                order.totals().total(),
                order.delivery().country(),
                ids(order.vendorOrders().stream().map(part -> part.vendor().id())),
                at));
  }

  /** Of a vendor’s part of an order. */
  public List<DrawnPanel> ofPart(VendorScope scope, VendorOrderDetail part) {
    return on(
        Page.Place.VENDOR_ORDER,
        at ->
            new Page.VendorOrder(
                part.order().number(),
                scope.vendorId().toString(),
                scope.slug(),
                code(part.order().status()),
                part.order().totals().total(),
                part.delivery().country(),
                at));
  }

  public List<DrawnPanel> ofVendor(VendorScope scope) {
    return on(
        Page.Place.VENDOR_DASHBOARD,
        at -> new Page.VendorDashboard(scope.vendorId().toString(), scope.slug(), at));
  }

  /**
   * @param category its id as chosen so far, or null
   */
  public List<DrawnPanel> ofForm(VendorScope scope, String category) {
    return on(
        Page.Place.LISTING_FORM,
        at ->
            new Page.ListingForm(
                scope.vendorId().toString(),
                scope.slug(),
                category == null
                    ? List.of()
                    : categories.tree().find(category).map(this::slugs).orElse(List.of()),
                at));
  }

  public List<DrawnPanel> getOfOperator() {
    return on(Page.Place.OPERATOR_DASHBOARD, Page.OperatorDashboard::new);
  }

  private List<DrawnPanel> on(Page.Place place, Function<Instant, Page> page) {
    List<DrawnPanel> known = drawn.get(place);
    if (known == null) {
      known =
          isAny()
              ? pages.on(page.apply(pages.minute())).stream()
                  .map(shown -> DrawnPanel.of(shown, language))
                  .toList()
              : List.of();
      drawn.put(place, known);
    }
    return known;
  }

  private List<String> slugs(CategoryView category) {
    CategoryTree tree = categories.tree();
    return tree.pathTo(category).stream().map(CategoryView::slug).toList();
  }

  private static List<String> ids(Stream<UUID> ids) {
    return ids.map(UUID::toString).distinct().toList();
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
