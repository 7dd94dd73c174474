package org.halles.api.catalog;

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
import org.halles.marketplace.catalog.OfferRanking;
import org.halles.marketplace.catalog.OfferWeights;

/** What the offers of one product are placed by. */
@Path("/operator/offer-ranking")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OfferRankingResource {

  private OfferRanking ranking;

  /** For the container. */
  public OfferRankingResource() {}

  @Inject
  public OfferRankingResource(OfferRanking ranking) {
    this.ranking = ranking;
  }

  @GET
  @Operation(
      operationId = "getOfferRanking",
      summary = "See what the offers of one product are placed by")
  @APIResponse(responseCode = "200", description = "The weights")
  public OfferWeights get() {
    return ranking.get();
  }

  @PUT
  @Operation(
      operationId = "setOfferRanking",
      summary = "Change what the offers of one product are placed by",
      description =
          "Weights are whole numbers from 0 to 100, at least one above 0. Buyers see them, and what"
              + " the first offer earned, at `GET /listings/{id}` and on its page.")
  @APIResponse(responseCode = "200", description = "The weights")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public OfferWeights change(@Valid @NotNull OfferWeights weights) {
    return ranking.change(weights);
  }
}
