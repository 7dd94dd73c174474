package org.halles.api.credit;

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
import org.halles.marketplace.credit.GiftCardPolicy;
import org.halles.marketplace.credit.GiftCardTerms;

/** Whether buyers may buy gift cards, of which amounts, and good for how long. */
@Path("/operator/gift-card-terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class GiftCardTermsResource {

  private GiftCardPolicy policy;

  /** For the container. */
  public GiftCardTermsResource() {}

  @Inject
  public GiftCardTermsResource(GiftCardPolicy policy) {
    this.policy = policy;
  }

  @GET
  @Operation(operationId = "getGiftCardTerms", summary = "See which gift cards buyers may buy")
  @APIResponse(responseCode = "200", description = "The terms")
  public GiftCardTerms get() {
    return policy.get();
  }

  @PUT
  @Operation(
      operationId = "setGiftCardTerms",
      summary = "Change which gift cards buyers may buy from now on",
      description = "`bounds` says what a card may be worth, once for each currency that is sold.")
  @APIResponse(responseCode = "200", description = "The terms")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public GiftCardTerms change(@Valid @NotNull GiftCardTerms terms) {
    return policy.change(terms);
  }
}
