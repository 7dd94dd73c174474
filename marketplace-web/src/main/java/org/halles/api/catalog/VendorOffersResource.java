package org.halles.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.catalog.PriceBreakInput;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.Terms;
import org.halles.marketplace.vendor.Memberships;

/** A vendor's own offers. */
@Path("/vendor/offers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class VendorOffersResource {

  /** What changes; what is left out stays. */
  public record Change(PriceInput price, Integer stock, List<PriceBreakInput> priceBreaks) {}

  private Terms terms;
  private Memberships memberships;

  /** For the container. */
  public VendorOffersResource() {}

  @Inject
  public VendorOffersResource(Terms terms, Memberships memberships) {
    this.terms = terms;
    this.memberships = memberships;
  }

  @PATCH
  @Path("/{id}")
  @Operation(
      operationId = "changeOffer",
      summary = "Change a price, its steps or a stock",
      description =
          "Carts that were priced before a new price are shown again to their buyers."
              + " priceBreaks replaces all steps; an empty list takes them away.")
  @APIResponse(responseCode = "200", description = "The offer as it is now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public OwnListing.OwnOffer change(
      @HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id, @NotNull Change change) {
    return OwnListing.OwnOffer.of(
        terms.change(
            memberships.scopeOf(vendor), id, change.price(), change.stock(), change.priceBreaks()));
  }

  /** By how much the prices of these offers change. */
  public record PriceChange(List<UUID> offers, BigDecimal percent) {}

  /** How many prices changed. */
  public record PricesChanged(int changed) {}

  @jakarta.ws.rs.POST
  @Path("/price-changes")
  @Operation(
      operationId = "changePrices",
      summary = "Change many prices by a share",
      description = "Between -90 and 90 percent, rounded to the smallest coin.")
  @APIResponse(responseCode = "200", description = "How many changed")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public PricesChanged changePrices(
      @HeaderParam("X-Vendor") String vendor, @NotNull PriceChange change) {
    return new PricesChanged(
        terms.changeBy(memberships.scopeOf(vendor), change.offers(), change.percent()));
  }
}
