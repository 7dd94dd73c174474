package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.StorefrontEditing;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/** Shows a draft as buyers would see it. What is missing or wrong in it is simply not shown. */
@ApplicationScoped
public class DraftPreview {

  private DraftStore drafts;
  private Categories categories;
  private StorefrontEditing storefronts;

  protected DraftPreview() {}

  @Inject
  DraftPreview(DraftStore drafts, Categories categories, StorefrontEditing storefronts) {
    this.drafts = drafts;
    this.categories = categories;
    this.storefronts = storefronts;
  }

  /** The draft as a listing on sale. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public ListingDetail of(VendorScope scope, UUID id) {
    DraftContent content = drafts.get(scope.vendorId(), id).content();
    StorefrontView storefront = storefronts.view(scope);
    ListingInput input = new DraftReading(new Checklist(), Map.of(), Map.of()).read(content);
    return new ListingDetail(
        id,
        "apercu",
        kind(input.kind()),
        input.title(),
        Description.clean(input.description()),
        Optional.ofNullable(input.categoryId()).flatMap(categories::find).orElse(null),
        input.attributes(),
        input.images().stream().map(image -> new ImageView(image.media(), image.alt())).toList(),
        storefront,
        offers(input.variants()),
        List.of(),
        null,
        false,
        false,
        Map.of(),
        null);
  }

  private static ListingKind kind(String word) {
    return new Checklist().choice("kind", word, ListingKind.class, ListingKind.GOODS);
  }

  private static List<OfferView> offers(List<VariantInput> variants) {
    List<OfferView> offers = new ArrayList<>();
    for (VariantInput variant : variants) {
      PriceInput price = variant.price();
      if (price != null && price.minor() > 0) {
        offers.add(
            new OfferView(
                Ids.next(),
                variant.sku() == null ? "" : variant.sku(),
                variant.options(),
                Money.of(price.minor(), price.currency()),
                condition(variant.condition()),
                variant.leadTimeDays() == null ? 1 : variant.leadTimeDays(),
                0,
                null,
                null,
                variant.stock(),
                0,
                breaks(variant),
                orders(variant)));
      }
    }
    return offers;
  }

  private static List<PriceBreak> breaks(VariantInput variant) {
    Checklist checklist = new Checklist();
    PriceInput price = variant.price();
    List<PriceBreak> breaks =
        new PriceBreakChecks(checklist)
            .check("priceBreaks", variant.priceBreaks(), Money.of(price.minor(), price.currency()));
    return checklist.isClean() ? breaks : List.of();
  }

  private static Packs orders(VariantInput variant) {
    Checklist checklist = new Checklist();
    Packs orders =
        new OrderQuantityChecks(checklist).check("orderQuantity", variant.orderQuantity());
    return checklist.isClean() && orders != null ? orders : Packs.NONE;
  }

  private static Condition condition(String word) {
    String name = word == null ? "NEW" : word.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Condition condition : Condition.values()) {
      if (condition.name().equals(name)) {
        return condition;
      }
    }
    return Condition.NEW;
  }
}
