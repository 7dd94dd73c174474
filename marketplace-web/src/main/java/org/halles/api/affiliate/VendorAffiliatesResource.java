package org.halles.api.affiliate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.affiliate.AffiliateRates;
import org.halles.marketplace.vendor.Memberships;

/** What a vendor offers to those who send it buyers. */
@Path("/vendor/affiliate-rate")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorAffiliatesResource {

  /**
   * A share of the price, which the vendor pays.
   *
   * @param basisPoints hundredths of a percent of the price without VAT, 0 to 5000
   */
  public record OwnRate(@NotNull Integer basisPoints) {}

  private AffiliateRates rates;
  private Memberships memberships;

  /** For the container. */
  public VendorAffiliatesResource() {}

  @Inject
  public VendorAffiliatesResource(AffiliateRates rates, Memberships memberships) {
    this.rates = rates;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "getOwnAffiliateRate", summary = "See what one offers to affiliates")
  @APIResponse(responseCode = "200", description = "The rate; none if nothing is offered")
  public OwnRate get(@HeaderParam("X-Vendor") String vendor) {
    return new OwnRate(rates.ofVendor(memberships.scopeOf(vendor)));
  }

  @PUT
  @Operation(operationId = "offerToAffiliates", summary = "Offer a share to affiliates")
  @APIResponse(responseCode = "200", description = "The rate")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public OwnRate offer(@HeaderParam("X-Vendor") String vendor, @Valid @NotNull OwnRate rate) {
    return new OwnRate(rates.offer(memberships.scopeOf(vendor), rate.basisPoints()));
  }
}
