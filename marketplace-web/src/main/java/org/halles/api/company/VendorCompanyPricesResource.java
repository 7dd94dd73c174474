package org.halles.api.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.catalog.CompanySelling;
import org.halles.marketplace.catalog.CompanyTerms;
import org.halles.marketplace.catalog.CompanyTermsInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** What a vendor asks of companies. */
@Path("/vendor/company-prices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorCompanyPricesResource {

  /**
   * @param companiesOnly true: sold to companies and to nobody else
   */
  public record Audience(@NotNull Boolean companiesOnly) {}

  private CompanySelling selling;
  private Memberships memberships;

  /** For the container. */
  public VendorCompanyPricesResource() {}

  @Inject
  public VendorCompanyPricesResource(CompanySelling selling, Memberships memberships) {
    this.selling = selling;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listCompanyPrices",
      summary = "List your offers with what companies pay")
  @APIResponse(responseCode = "200", description = "A page of offers, newest first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<CompanyTerms> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return selling.list(memberships.scopeOf(vendor), slice.paging());
  }

  @PUT
  @Path("/offers/{offer}")
  @Operation(
      operationId = "putCompanyPrice",
      summary = "Say what companies pay for an offer",
      description =
          "The price, steps by quantity, the fewest they may buy and the size of a pack, all at once:"
              + " what is not sent is as for everybody.")
  @APIResponse(responseCode = "200", description = "The offer's terms for companies")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CompanyTerms price(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("offer") UUID offer,
      @Valid @NotNull CompanyTermsInput terms) {
    return selling.price(memberships.scopeOf(vendor), offer, terms);
  }

  @PUT
  @Path("/listings/{listing}")
  @Operation(
      operationId = "putListingAudience",
      summary = "Sell a listing to companies only, or to everybody")
  @APIResponse(responseCode = "204", description = "It is so from now on")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void audience(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("listing") UUID listing,
      @Valid @NotNull Audience audience) {
    selling.reserve(memberships.scopeOf(vendor), listing, audience.companiesOnly());
  }
}
