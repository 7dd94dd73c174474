package org.halles.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.halles.marketplace.review.Answering;
import org.halles.marketplace.review.ReviewView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** A vendor reads what its buyers say, and answers. */
@Path("/vendor/reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorReviewsResource {

  /** What the vendor answers. */
  public record GivenAnswer(String answer) {}

  private Answering answering;
  private Memberships memberships;

  /** For the container. */
  public VendorReviewsResource() {}

  @Inject
  public VendorReviewsResource(Answering answering, Memberships memberships) {
    this.answering = answering;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "listVendorReviews", summary = "List your reviews, newest first")
  @APIResponse(responseCode = "200", description = "A page of reviews")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ReviewView> list(
      @HeaderParam("X-Vendor") String vendor,
      @Parameter(description = "true for those that wait for an answer") @QueryParam("unanswered")
          boolean unanswered,
      @BeanParam Slice slice) {
    return answering.list(memberships.scopeOf(vendor), unanswered, slice.paging());
  }

  @POST
  @Path("/{review}/answer")
  @Operation(operationId = "answerReview", summary = "Answer a review, once")
  @APIResponse(responseCode = "200", description = "The review with its answer")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ReviewView answer(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("review") UUID review,
      @Valid @NotNull GivenAnswer answer) {
    return answering.answer(memberships.scopeOf(vendor), review, answer.answer());
  }
}
