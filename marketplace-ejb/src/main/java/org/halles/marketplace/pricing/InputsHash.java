package org.halles.marketplace.pricing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.halles.marketplace.affiliate.AffiliateOffer;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;

/**
 * A fingerprint of everything an amount was computed from, so that the computation can be repeated
 * and compared. The order in which things were read or added does not change it.
 */
final class InputsHash {

  private final StringBuilder inputs = new StringBuilder(512);

  InputsHash(Instant at) {
    add(at);
  }

  /** Over the facts of one line's split. */
  String of(SaleFacts sale, long commissionVersion) {
    add(commissionVersion);
    add(sale.vendor().id());
    add(sale.vendor().country());
    add(sale.vendor().professional());
    add(new TreeMap<>(sale.vendor().sales()));
    add(sale.listingId());
    add(sale.listingKind());
    add(sale.categoryPath());
    add(new TreeMap<>(sale.attributes()));
    add(sale.quantity());
    add(sale.unitPrice());
    add(sale.lineTotal());
    add(sale.taxIncluded());
    add(sale.shippingShare());
    add(sale.buyerCountry());
    if (sale.discount().isPositive()) {
      add(sale.discount());
    }
    return digest();
  }

  /** Over what is offered for a line to whoever sent its buyer. */
  String of(AffiliateOffer offer, Money base) {
    add(base);
    add(offer);
    return digest();
  }

  /** Over a cart and what was answered about these vendors' shipping and tax. */
  String of(CartFacts facts, List<VendorQuote> vendors) {
    CartFacts.Header cart = facts.header();
    add(cart.currency());
    add(cart.country());
    add(cart.postalCode());
    add(cart.commissionVersion());
    add(cart.taxVersion());
    if (!cart.buyerFee().rules().isEmpty()) {
      add(cart.buyerFee());
    }
    if (!cart.remittance().rules().isEmpty()) {
      add(cart.remittance());
    }
    if (!cart.contributions().isEmpty()) {
      add("for others: " + cart.contributions().size());
      cart.contributions().stream().sorted().forEach(this::add);
    }
    if (cart.company()) {
      add("company");
    }
    facts.lines().stream()
        .filter(line -> line.affiliate() != null)
        .sorted(Comparator.comparing(LineFacts::offerId))
        .forEach(line -> add(line.affiliate()));
    vendors.stream().sorted(Comparator.comparing(VendorQuote::vendorId)).forEach(this::add);
    return digest();
  }

  /** Also over the tax of it that the platform keeps; null: none. */
  InputsHash and(Remitted kept) {
    if (kept != null) {
      add((Object) kept);
    }
    return this;
  }

  private void add(VendorQuote vendor) {
    add(vendor.vendorId());
    add(vendor.chosen());
    add(vendor.shippingTax());
    vendor.lines().stream()
        .sorted(Comparator.comparing(LineQuote::offerId))
        .forEach(
            line -> {
              add(line.offerId());
              add(line.offerVersion());
              add(line.quantity());
              add(line.unitPrice());
              add(line.tax());
              line.discounts().forEach(this::add);
            });
  }

  private void add(AffiliateOffer offer) {
    add(offer.affiliate());
    offer.rates().forEach(rate -> add((Object) rate));
  }

  private void add(Object input) {
    inputs.append(input).append('\u001f');
  }

  private String digest() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(inputs.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
