package org.halles.api.promotion;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.promotion.Campaigns;
import org.halles.marketplace.promotion.PromotionInput;
import org.halles.marketplace.promotion.PromotionView;
import org.halles.marketplace.shared.Page;

/** The operator’s coupons and campaigns. */
@Path("/operator/promotions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorPromotionsResource {

  private Campaigns campaigns;

  /** For the container. */
  public OperatorPromotionsResource() {}

  @Inject
  public OperatorPromotionsResource(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @GET
  @Operation(
      operationId = "listPromotions",
      summary = "List the operator’s coupons and campaigns, newest first")
  @APIResponse(responseCode = "200", description = "A page of promotions")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<PromotionView> list(@BeanParam Slice slice) {
    return campaigns.ofOperator(slice.paging());
  }

  @POST
  @Operation(
      operationId = "createPromotion",
      summary = "Make a coupon, or a campaign without a code",
      description =
          "A percentage (`basisPoints`) or an amount with a minimum above it."
              + " `target` is `all`, `vendor` with slugs, `category` with slugs"
              + " or `listing` with ids.")
  @APIResponse(
      responseCode = "201",
      description = "The promotion",
      content = @Content(schema = @Schema(implementation = PromotionView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response create(@NotNull PromotionInput input) {
    PromotionView made = campaigns.create(input);
    return Response.created(URI.create("operator/promotions/" + made.id())).entity(made).build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getPromotion", summary = "See a promotion, its uses and its cost")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public PromotionView get(@PathParam("id") UUID id) {
    return campaigns.get(id);
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "changePromotion",
      summary = "Change a promotion for purchases from now on",
      description =
          "The version is the one that was read. Code and limits cannot be introduced later.")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView change(
      @PathParam("id") UUID id, @QueryParam("version") int version, @NotNull PromotionInput input) {
    return campaigns.change(id, version, input);
  }

  @POST
  @Path("/{id}/pause")
  @Operation(operationId = "pausePromotion", summary = "Stop a promotion until it is resumed")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView pause(@PathParam("id") UUID id) {
    return campaigns.pause(id);
  }

  @POST
  @Path("/{id}/resume")
  @Operation(operationId = "resumePromotion", summary = "Let a paused promotion apply again")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView resume(@PathParam("id") UUID id) {
    return campaigns.resume(id);
  }

  @POST
  @Path("/{id}/end")
  @Operation(operationId = "endPromotion", summary = "End a promotion for good")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView end(@PathParam("id") UUID id) {
    return campaigns.end(id);
  }
}
