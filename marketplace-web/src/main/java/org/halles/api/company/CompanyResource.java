package org.halles.api.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.halles.api.ShortList;
import org.halles.marketplace.identity.Companies;
import org.halles.marketplace.identity.Company;
import org.halles.marketplace.pricing.CompanyPrices;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;

/** The company that a buyer buys for. */
@Path("/company")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
public class CompanyResource {

  private Companies companies;
  private CompanyPrices prices;

  /** For the container. */
  public CompanyResource() {}

  @Inject
  public CompanyResource(Companies companies, CompanyPrices prices) {
    this.companies = companies;
    this.prices = prices;
  }

  @GET
  @Operation(operationId = "getCompany", summary = "Read the company you buy for")
  @APIResponse(responseCode = "200", description = "The company")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Company get() {
    return companies.mine().orElseThrow(() -> new NotFound("company", "of this account"));
  }

  @PUT
  @Operation(
      operationId = "putCompany",
      summary = "Say which company you buy for",
      description =
          "With a VAT number whose check digits are right you see prices for companies; countries"
              + " whose numbers cannot be checked are refused. VAT is charged all the same: reverse"
              + " charge is not applied.")
  @APIResponse(responseCode = "200", description = "The company")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Company put(@Valid @NotNull Company company) {
    return companies.save(company);
  }

  @DELETE
  @Operation(operationId = "deleteCompany", summary = "Buy as a private person again")
  @APIResponse(responseCode = "204", description = "There is none any more")
  public void delete() {
    companies.remove();
  }

  @GET
  @Path("/prices/{listing}")
  @Operation(
      operationId = "getCompanyPrices",
      summary = "See what your company pays for a listing, with and without VAT",
      description =
          "Nothing where you buy for none, or companies pay the same as everybody. Where no tax is"
              + " known, net is null.")
  @APIResponse(responseCode = "200", description = "By offer")
  public Page<CompanyPrices.Price> prices(
      @PathParam("listing") UUID listing, @BeanParam ShortList part) {
    return part.of(prices.of(listing));
  }
}
