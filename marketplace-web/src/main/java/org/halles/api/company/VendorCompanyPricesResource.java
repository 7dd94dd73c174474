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
import java.util.List;
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
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Memberships;
import org.halles.spi.Money;

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

  /**
   * What companies pay for an offer, named as it is sent.
   *
   * @param price null: the same as everybody
   * @param least null: any number
   * @param packSize null: not in packs
   */
  public record Terms(
      UUID offerId,
      UUID listingId,
      String sku,
      Texts title,
      Money publicPrice,
      Money price,
      List<PriceBreak> priceBreaks,
      Integer least,
      Integer packSize,
      boolean companiesOnly) {

    static Terms of(CompanyTerms terms) {
      return new Terms(
          terms.offerId(),
          terms.listingId(),
          terms.sku(),
          terms.title(),
          terms.publicPrice(),
          terms.price(),
          terms.breaks(),
          terms.packs().least() == 1 ? null : Integer.valueOf(terms.packs().least()),
          terms.packs().size() == 1 ? null : Integer.valueOf(terms.packs().size()),
          terms.companiesOnly());
    }
  }

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
  public Page<Terms> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return selling.list(memberships.scopeOf(vendor), slice.paging()).map(Terms::of);
  }

  @PUT
  @Path("/offers/{offer}")
  @Operation(
      operationId = "putCompanyPrice",
      summary = "Say what companies pay for an offer",
      description =
          "The price, steps by quantity, the fewest they may buy and the size of a pack, all at once:"
              + " what is not sent is as for everybody. Where everybody pays less, companies do too.")
  @APIResponse(responseCode = "200", description = "The offer's terms for companies")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Terms price(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("offer") UUID offer,
      @Valid @NotNull CompanyTermsInput terms) {
    return Terms.of(selling.price(memberships.scopeOf(vendor), offer, terms));
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
