package org.halles.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.review.ReviewView;
import org.halles.marketplace.review.Reviewable;
import org.halles.marketplace.review.Reviews;
import org.halles.marketplace.shared.Page;

/** A buyer rates what arrived. */
@Path("/order-groups/{number}/reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
@APIResponse(responseCode = "404", ref = "NotFound")
public class OrderReviewsResource {

  /**
   * What a buyer says.
   *
   * @param stars 1 to 5
   * @param text at most 2,000 characters; may be left out
   */
  public record GivenReview(Integer stars, String text) {}

  private Reviews reviews;

  /** For the container. */
  public OrderReviewsResource() {}

  @Inject
  public OrderReviewsResource(Reviews reviews) {
    this.reviews = reviews;
  }

  @GET
  @Operation(
      operationId = "listReviewable",
      summary = "List the lines of a purchase that arrived, with what you said of them",
      description = "For its buyer, or whoever has the access key of the checkout.")
  @APIResponse(responseCode = "200", description = "The lines that may be rated")
  public Page<Reviewable> list(
      @PathParam("number") String number,
      @Parameter(description = "As returned by the checkout") @QueryParam("accessKey")
          String accessKey,
      @BeanParam ShortList part) {
    return part.of(reviews.ofPurchase(number, accessKey));
  }

  @PUT
  @Path("/{line}")
  @Operation(
      operationId = "reviewLine",
      summary = "Rate a line that arrived, or change what you said",
      description = "A review can be changed for 30 days.")
  @APIResponse(responseCode = "200", description = "The review as everybody reads it")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ReviewView write(
      @PathParam("number") String number,
      @PathParam("line") UUID line,
      @Parameter(description = "As returned by the checkout") @QueryParam("accessKey")
          String accessKey,
      @Valid @NotNull GivenReview review) {
    return reviews.write(number, accessKey, line, review.stars(), review.text());
  }
}
