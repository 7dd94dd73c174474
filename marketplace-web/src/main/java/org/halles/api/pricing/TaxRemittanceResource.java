package org.halles.api.pricing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.pricing.RemittanceTerms;
import org.halles.marketplace.pricing.Remittances;

/** Which tax on sales the marketplace keeps out of vendors' money and remits itself. */
@Path("/operator/tax-remittance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class TaxRemittanceResource {

  private Remittances remittances;

  /** For the container. */
  public TaxRemittanceResource() {}

  @Inject
  public TaxRemittanceResource(Remittances remittances) {
    this.remittances = remittances;
  }

  @GET
  @Operation(
      operationId = "getTaxRemittance",
      summary = "See which tax on sales the marketplace remits")
  @APIResponse(responseCode = "200", description = "The rules, in the order they are looked at")
  public RemittanceTerms current() {
    return remittances.current();
  }

  @PUT
  @Operation(
      operationId = "setTaxRemittance",
      summary = "Change which tax the marketplace remits, for carts from now on",
      description =
          "The first rule that fits the vendor's and the buyer's country, who buys and what, keeps"
              + " the tax of a sale out of the vendor's money: as deemed supplier (Directive"
              + " 2006/112/EC, Art. 14a) or as marketplace facilitator. Without one the vendor gets"
              + " the tax and owes it itself. An order keeps what it was split by.")
  @APIResponse(responseCode = "200", description = "The rules, in the order they are looked at")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public RemittanceTerms change(@Valid @NotNull RemittanceTerms wanted) {
    return remittances.change(wanted);
  }
}
