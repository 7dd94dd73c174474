package org.halles.api.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.exporting.Departure;
import org.halles.marketplace.exporting.LedgerTable;
import org.halles.marketplace.exporting.OrderTable;
import org.halles.marketplace.importing.CompanyTable;
import org.halles.marketplace.importing.ListingTable;
import org.halles.marketplace.importing.Reception;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** What a vendor takes with it, as open files. */
@Path("/vendor/exports")
@RequestScoped
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorExportsResource {

  @Inject private Reception reception;
  @Inject private ListingTable listings;
  @Inject private CompanyTable companies;
  @Inject private OrderTable orders;
  @Inject private LedgerTable ledger;
  @Inject private Departure departure;
  @Inject private Memberships memberships;
  @Context private HttpHeaders headers;
  @Context private UriInfo address;

  @GET
  @Path("/listings")
  @Produces("text/csv")
  @Operation(
      operationId = "exportListings",
      summary = "Download your listings as a table",
      description = "The same file handed in as an import changes nothing.")
  @APIResponse(responseCode = "200", description = "CSV, formulas disarmed")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response listings(
      @HeaderParam("X-Vendor") String vendor,
      @QueryParam("format") @DefaultValue("halles") String format) {
    VendorScope scope = memberships.scopeOf(vendor);
    if (reception.layouts().stream().noneMatch(layout -> layout.id().equals(format))) {
      throw new InvalidInput(
          new Violation("format", "is no layout: see /api/v1/vendor/imports/layouts", format));
    }
    String language = Downloads.language(headers);
    String site = site();
    return Downloads.csv(
        out -> listings.write(scope, format, language, site, out), "listings-" + format + ".csv");
  }

  @GET
  @Path("/company-prices")
  @Produces("text/csv")
  @Operation(
      operationId = "exportCompanyPrices",
      summary = "Download what companies pay, an offer a row",
      description = "The same file sent to `/vendor/feeds/company-prices` changes nothing.")
  @APIResponse(responseCode = "200", description = "CSV, formulas disarmed")
  public Response companyPrices(@HeaderParam("X-Vendor") String vendor) {
    VendorScope scope = memberships.scopeOf(vendor);
    String language = Downloads.language(headers);
    return Downloads.csv(out -> companies.write(scope, language, out), "company-prices.csv");
  }

  @GET
  @Path("/orders")
  @Produces("text/csv")
  @Operation(operationId = "exportOrders", summary = "Download your paid orders, a row a line")
  @APIResponse(responseCode = "200", description = "CSV, formulas disarmed")
  public Response orders(@HeaderParam("X-Vendor") String vendor) {
    VendorScope scope = memberships.scopeOf(vendor);
    String language = Downloads.language(headers);
    return Downloads.csv(out -> orders.write(scope, language, out), "orders.csv");
  }

  @GET
  @Path("/ledger")
  @Produces("text/csv")
  @Operation(operationId = "exportLedger", summary = "Download your part of the book")
  @APIResponse(responseCode = "200", description = "CSV, formulas disarmed")
  public Response ledger(@HeaderParam("X-Vendor") String vendor) {
    VendorScope scope = memberships.scopeOf(vendor);
    return Downloads.csv(out -> ledger.write(scope, out), "ledger.csv");
  }

  @GET
  @Path("/everything")
  @Produces("application/zip")
  @Operation(
      operationId = "exportEverything",
      summary = "Take everything with you",
      description = "An archive of JSON and CSV: storefront, listings, pictures, orders, ledger.")
  @APIResponse(responseCode = "200", description = "A zip archive")
  public Response everything(@HeaderParam("X-Vendor") String vendor) {
    VendorScope scope = memberships.scopeOf(vendor);
    String language = Downloads.language(headers);
    String site = site();
    return Downloads.file(
        out -> departure.write(scope, language, site, out), "everything.zip", "application/zip");
  }

  private String site() {
    return address.getBaseUri().resolve("/").toString().replaceFirst("/$", "");
  }
}
