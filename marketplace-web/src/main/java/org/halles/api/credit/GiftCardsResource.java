package org.halles.api.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.credit.GiftCardPolicy;
import org.halles.marketplace.credit.GiftCardTerms;

/** Which gift cards buyers may buy. */
@Path("/gift-cards")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
public class GiftCardsResource {

  private GiftCardPolicy policy;

  /** For the container. */
  public GiftCardsResource() {}

  @Inject
  public GiftCardsResource(GiftCardPolicy policy) {
    this.policy = policy;
  }

  @GET
  @Operation(operationId = "getGiftCardOffer", summary = "See which gift cards can be bought")
  @APIResponse(
      responseCode = "200",
      description =
          "Whether any can, what they may be worth, and for how many months they are good")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public GiftCardTerms offer() {
    return policy.offer();
  }
}
