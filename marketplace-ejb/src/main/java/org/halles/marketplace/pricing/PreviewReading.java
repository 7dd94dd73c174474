package org.halles.marketplace.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.commission.RuleBook;
import org.halles.marketplace.commission.RuleBooks;
import org.halles.marketplace.commission.VendorSales;
import org.halles.marketplace.payment.GatewayFeeRows;
import org.halles.marketplace.payment.GatewayFeeTerms;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;
import org.halles.spi.VendorFacts;

/** Reads what a commission preview depends on. */
@ApplicationScoped
class PreviewReading {

  /** The sale that was not made, and what decides about it. */
  record Facts(
      VendorFacts vendor,
      UUID rank,
      UUID listingId,
      String kind,
      Map<String, String> attributes,
      List<String> categoryPath,
      String taxClass,
      Money unitPrice,
      int quantity,
      String country,
      RuleBook rules,
      GatewayFeeTerms gatewayFee,
      RemittanceTerms remittance) {}

  private record Thing(
      UUID listingId,
      String kind,
      Map<String, String> attributes,
      List<String> categoryPath,
      String taxClass,
      Money price) {}

  private record Seller(
      String country,
      boolean professional,
      GatewayFeeTerms gatewayFee,
      RemittanceTerms remittance) {}

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int MOST_UNITS = 9_999;

  private final Database database;
  private final RuleBooks books;
  private final VendorSales sales;

  @Inject
  PreviewReading(Database database, RuleBooks books, VendorSales sales) {
    this.database = database;
    this.books = books;
    this.sales = sales;
  }

  protected PreviewReading() {
    this(null, null, null);
  }

  @Transactional
  Facts read(VendorScope scope, CommissionPreview.Request request, LocalDate today) {
    Thing thing = request.offerId() == null ? priced(request) : offered(scope, request);
    UUID vendorId = scope.vendorId();
    Seller seller =
        database
            .find(
                "select country, kind, "
                    + GatewayFeeRows.COLUMN
                    + " as gateway_fee, "
                    + Remittances.COLUMN
                    + " as remittance from vendor where id = ?",
                row ->
                    new Seller(
                        row.text("country"),
                        row.text("kind").equals("PROFESSIONAL"),
                        GatewayFeeRows.read(row, "gateway_fee"),
                        Remittances.read(row, "remittance")),
                vendorId)
            .orElseThrow();
    VendorFacts vendor =
        new VendorFacts(
            vendorId.toString(),
            scope.slug(),
            seller.country(),
            seller.professional(),
            sales
                .of(List.of(vendorId), thing.price().currency(), today)
                .getOrDefault(vendorId, Map.of()));
    return new Facts(
        vendor,
        request.offerId() == null ? vendorId : request.offerId(),
        thing.listingId(),
        thing.kind(),
        thing.attributes(),
        thing.categoryPath(),
        thing.taxClass(),
        thing.price(),
        quantity(request),
        country(request, seller),
        books.current(),
        seller.gatewayFee(),
        seller.remittance());
  }

  private static int quantity(CommissionPreview.Request request) {
    int quantity = request.quantity() == null ? 1 : request.quantity();
    if (quantity < 1 || quantity > MOST_UNITS) {
      throw new InvalidInput(
          new Violation("quantity", "must be between 1 and " + MOST_UNITS, "" + quantity));
    }
    return quantity;
  }

  private static String country(CommissionPreview.Request request, Seller seller) {
    if (request.country() == null || request.country().isBlank()) {
      return seller.country();
    }
    String code = request.country().strip().toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(code)) {
      throw new InvalidInput(
          new Violation(
              "country", "must be an ISO 3166 country code such as FR", request.country()));
    }
    return code;
  }

  private Thing offered(VendorScope scope, CommissionPreview.Request request) {
    return database
        .find(
            """
            select unit_price(o.price_minor, o.price_breaks, ?) as price_minor, o.currency, g.id as listing_id, g.kind,
              g.attributes::text as attributes, k.path, k.tax_class
            from offer o join listing g on g.id = o.listing_id
              join category k on k.id = g.category_id
            where o.id = ? and o.vendor_id = ?
            """,
            row ->
                new Thing(
                    row.uuid("listing_id"),
                    row.text("kind"),
                    row.words("attributes"),
                    row.texts("path"),
                    row.text("tax_class"),
                    row.money("price_minor")),
            quantity(request),
            request.offerId(),
            scope.vendorId())
        .orElseThrow(() -> new NotFound("offer", request.offerId()));
  }

  private Thing priced(CommissionPreview.Request request) {
    List<Violation> violations = new ArrayList<>();
    if (request.price() == null || !request.price().isPositive()) {
      violations.add(
          new Violation(
              "price",
              "must be an amount above zero, or give an offerId",
              request.price() == null ? null : request.price().toString()));
    }
    Optional<Thing> found =
        database.find(
            "select path, tax_class from category where slug = ? or id::text = ?",
            row ->
                new Thing(
                    null,
                    "GOODS",
                    Map.of(),
                    row.texts("path"),
                    row.text("tax_class"),
                    request.price()),
            request.category(),
            request.category());
    if (found.isEmpty()) {
      violations.add(
          new Violation("category", "must be a category's slug or id", request.category()));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return found.get();
  }
}
