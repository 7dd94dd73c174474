package org.halles.api.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.order.InvoiceParties;
import org.halles.marketplace.order.InvoiceParty;
import org.halles.marketplace.shared.NotFound;

/** Whom the invoices of a purchase are made out to. */
@Path("/order-groups/{number}/company")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
public class InvoicePartiesResource {

  private InvoiceParties parties;

  /** For the container. */
  public InvoicePartiesResource() {}

  @Inject
  public InvoicePartiesResource(InvoiceParties parties) {
    this.parties = parties;
  }

  @GET
  @Operation(
      operationId = "getInvoiceParty",
      summary = "See which company a purchase was made for",
      description = "As it was when the order was placed.")
  @APIResponse(
      responseCode = "200",
      description = "The company, its purchase order, and what was sold at prices for companies")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public InvoiceParty get(
      @PathParam("number") String number,
      @Parameter(description = "As returned by the checkout") @QueryParam("accessKey")
          String accessKey) {
    return parties.of(number, accessKey).orElseThrow(() -> new NotFound("company", number));
  }
}
