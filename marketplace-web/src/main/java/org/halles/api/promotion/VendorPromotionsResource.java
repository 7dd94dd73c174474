package org.halles.api.promotion;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.halles.marketplace.vendor.Memberships;

/** A vendor’s own coupons and campaigns, at its own cost. */
@Path("/vendor/promotions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorPromotionsResource {

  private Campaigns campaigns;
  private Memberships memberships;

  /** For the container. */
  public VendorPromotionsResource() {}

  @Inject
  public VendorPromotionsResource(Campaigns campaigns, Memberships memberships) {
    this.campaigns = campaigns;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listOwnPromotions",
      summary = "List your coupons and campaigns, newest first")
  @APIResponse(responseCode = "200", description = "A page of promotions")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<PromotionView> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return campaigns.of(memberships.scopeOf(vendor), slice.paging());
  }

  @POST
  @Operation(
      operationId = "createOwnPromotion",
      summary = "Make a coupon, or a campaign without a code",
      description =
          "A percentage (`basisPoints`) or an amount with a minimum above it."
              + " `target` is `all`, `category` with slugs"
              + " or `listing` with ids.")
  @APIResponse(
      responseCode = "201",
      description = "The promotion",
      content = @Content(schema = @Schema(implementation = PromotionView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response create(@HeaderParam("X-Vendor") String vendor, @NotNull PromotionInput input) {
    PromotionView made = campaigns.create(memberships.scopeOf(vendor), input);
    return Response.created(URI.create("vendor/promotions/" + made.id())).entity(made).build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getOwnPromotion", summary = "See a promotion, its uses and its cost")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public PromotionView get(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return campaigns.get(memberships.scopeOf(vendor), id);
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "changeOwnPromotion",
      summary = "Change a promotion for purchases from now on",
      description =
          "The version is the one that was read. Code and limits cannot be introduced later.")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView change(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @QueryParam("version") int version,
      @NotNull PromotionInput input) {
    return campaigns.change(memberships.scopeOf(vendor), id, version, input);
  }

  @POST
  @Path("/{id}/pause")
  @Operation(operationId = "pauseOwnPromotion", summary = "Stop a promotion until it is resumed")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView pause(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return campaigns.pause(memberships.scopeOf(vendor), id);
  }

  @POST
  @Path("/{id}/resume")
  @Operation(operationId = "resumeOwnPromotion", summary = "Let a paused promotion apply again")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView resume(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return campaigns.resume(memberships.scopeOf(vendor), id);
  }

  @POST
  @Path("/{id}/end")
  @Operation(operationId = "endOwnPromotion", summary = "End a promotion for good")
  @APIResponse(responseCode = "200", description = "The promotion")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView end(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return campaigns.end(memberships.scopeOf(vendor), id);
  }
}
