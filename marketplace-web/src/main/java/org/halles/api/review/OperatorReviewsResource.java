package org.halles.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.review.Hiding;
import org.halles.marketplace.review.ReviewSort;
import org.halles.marketplace.review.ReviewView;
import org.halles.marketplace.shared.Page;

/** Operators hide what must not be said. */
@Path("/operator/reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorReviewsResource {

  /** Why a review is hidden; its buyer and its vendor read it. */
  public record HidingReason(String reason) {}

  private Hiding hiding;

  /** For the container. */
  public OperatorReviewsResource() {}

  @Inject
  public OperatorReviewsResource(Hiding hiding) {
    this.hiding = hiding;
  }

  @GET
  @Operation(operationId = "listAllReviews", summary = "List all reviews")
  @APIResponse(responseCode = "200", description = "A page of reviews")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ReviewView> list(
      @Parameter(description = "true for those that are hidden") @QueryParam("hidden")
          boolean hidden,
      @Parameter(description = "NEWEST if left out") @QueryParam("sort") ReviewSort sort,
      @BeanParam Slice slice) {
    return hiding.list(hidden, sort, slice.paging());
  }

  @POST
  @Path("/{review}/hide")
  @Operation(operationId = "hideReview", summary = "Hide a review; it no longer counts")
  @APIResponse(responseCode = "200", description = "The review, hidden")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ReviewView hide(@PathParam("review") UUID review, @Valid @NotNull HidingReason reason) {
    return hiding.hide(review, reason.reason());
  }

  @POST
  @Path("/{review}/show")
  @Operation(operationId = "showReview", summary = "Show a hidden review again")
  @APIResponse(responseCode = "200", description = "The review, shown")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ReviewView show(@PathParam("review") UUID review) {
    return hiding.show(review);
  }
}
