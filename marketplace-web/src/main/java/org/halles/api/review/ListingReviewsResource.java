package org.halles.api.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Continued;
import org.halles.api.Slice;
import org.halles.marketplace.review.Rating;
import org.halles.marketplace.review.ReviewView;
import org.halles.marketplace.review.Reviews;
import org.halles.marketplace.shared.Page;

/** What buyers say of a listing. */
@Path("/listings/{id}/reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Browse")
public class ListingReviewsResource {

  /**
   * A page of reviews with what all of them come to.
   *
   * @param next where the next page begins, or null
   */
  public record ReviewsAnswer(Rating rating, List<ReviewView> items, String next)
      implements Continued {}

  private Reviews reviews;

  /** For the container. */
  public ListingReviewsResource() {}

  @Inject
  public ListingReviewsResource(Reviews reviews) {
    this.reviews = reviews;
  }

  @GET
  @Operation(
      operationId = "listReviews",
      summary = "Read what buyers say of a listing, newest first",
      description = "Only who bought it here may speak, once for each line of an order.")
  @APIResponse(responseCode = "200", description = "The rating and a page of reviews")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public ReviewsAnswer list(@PathParam("id") UUID id, @BeanParam Slice slice) {
    Page<ReviewView> page = reviews.ofListing(id, slice.paging());
    return new ReviewsAnswer(reviews.ratingOf(id), page.items(), page.next());
  }
}
