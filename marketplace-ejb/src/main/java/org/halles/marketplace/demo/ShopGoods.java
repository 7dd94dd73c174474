package org.halles.marketplace.demo;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.catalog.CompanyTermsInput;
import org.halles.marketplace.catalog.ImageInput;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.PriceBreakInput;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.VariantInput;
import org.halles.marketplace.shipping.ShippingInput;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Writes what is in the demo's files as a vendor would write it into the portal. */
record ShopGoods(String currency) {

  ShippingInput shipping(DemoVendor vendor) {
    return new ShippingInput(vendor.shipping().stream().map(this::method).toList());
  }

  private ShippingInput.Method method(DemoVendor.Shipping method) {
    return new ShippingInput.Method(
        method.label().in("fr"),
        method.mode(),
        money(method.price()),
        method.freeFrom() == null ? null : money(method.freeFrom()),
        method.minDays(),
        method.maxDays(),
        method.countries());
  }

  ListingInput listing(DemoVendor.Listing listing, DemoPictures pictures) {
    return new ListingInput(
        listing.kind(),
        listing.title(),
        listing.description(),
        listing.category(),
        DemoVendor.inFrench(listing.attributes()),
        listing.variants().stream().map(variant -> variant(listing, variant)).toList(),
        images(listing, pictures));
  }

  private static List<ImageInput> images(DemoVendor.Listing listing, DemoPictures pictures) {
    return listing.pictures().stream()
        .map(picture -> new ImageInput(pictures.hang(picture.file()), picture.alt()))
        .toList();
  }

  private VariantInput variant(DemoVendor.Listing listing, DemoVendor.Variant variant) {
    return new VariantInput(
        variant.sku(),
        DemoVendor.inFrench(variant.options()),
        price(variant.price()),
        listing.isCounted() ? variant.stock() : null,
        variant.condition(),
        variant.leadTimeDays(),
        variant.weightGrams(),
        variant.gtin(),
        variant.shippingFee() == null ? null : price(variant.shippingFee()),
        steps(variant.priceBreaks()));
  }

  CompanyTermsInput terms(DemoVendor.CompanyTerms terms) {
    return new CompanyTermsInput(
        terms.price() == null ? null : price(terms.price()),
        steps(terms.priceBreaks()),
        terms.least(),
        terms.packSize());
  }

  private List<PriceBreakInput> steps(Map<Integer, Long> breaks) {
    return breaks == null
        ? null
        : breaks.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(step -> new PriceBreakInput(step.getKey(), price(step.getValue())))
            .toList();
  }

  private PriceInput price(long minor) {
    return new PriceInput(minor, currency);
  }

  private Money money(long minor) {
    return Money.of(minor, CurrencyCode.of(currency));
  }
}
