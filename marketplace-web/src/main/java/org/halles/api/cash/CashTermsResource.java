package org.halles.api.cash;

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
import org.halles.marketplace.cash.CashPolicy;
import org.halles.marketplace.cash.CashTerms;

/** Whether, where and up to how much buyers may pay in cash at the door. */
@Path("/operator/cash-terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class CashTermsResource {

  private CashPolicy policy;

  /** For the container. */
  public CashTermsResource() {}

  @Inject
  public CashTermsResource(CashPolicy policy) {
    this.policy = policy;
  }

  @GET
  @Operation(operationId = "getCashTerms", summary = "See where buyers may pay in cash at the door")
  @APIResponse(responseCode = "200", description = "The terms")
  public CashTerms get() {
    return policy.get();
  }

  @PUT
  @Operation(
      operationId = "setCashTerms",
      summary = "Change where and up to how much buyers may pay in cash, from now on",
      description =
          "A purchase can be paid in cash if it is of one vendor that takes cash, all of it is"
              + " shipped, no gift card or store credit pays a part, and its total is no more than"
              + " the limit in its currency. Without `countries` it is offered everywhere.")
  @APIResponse(responseCode = "200", description = "The terms")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public CashTerms change(@Valid @NotNull CashTerms terms) {
    return policy.change(terms);
  }
}
