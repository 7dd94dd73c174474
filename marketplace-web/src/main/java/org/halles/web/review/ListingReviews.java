package org.halles.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.review.Rating;
import org.halles.marketplace.review.ReviewView;
import org.halles.marketplace.review.Reviews;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;

/** What buyers say of the listing whose page this is. */
@Named
@RequestScoped
public class ListingReviews {

  private static final int SHOWN = 8;
  private static final String CURSOR = "reviews";

  @Inject private Reviews reviews;
  @Inject private HttpServletRequest request;

  private Rating rating;
  private Page<ReviewView> page;

  public Rating getRating() {
    if (rating == null) {
      rating = reviews.ratingOf(listing());
    }
    return rating;
  }

  public List<ReviewView> getItems() {
    return page().items();
  }

  /** Where the further ones are, or null. */
  public String getNext() {
    return page().next() == null ? null : Query.of("").with(CURSOR, page().next()) + "#reviews";
  }

  /** Where they begin, or null at the beginning. */
  public String getFirst() {
    return request.getParameter(CURSOR) == null ? null : "?#reviews";
  }

  private Page<ReviewView> page() {
    if (page == null) {
      page = getRating().reviews() == 0 ? new Page<>(List.of(), null) : read();
    }
    return page;
  }

  /** An address that somebody has bent shows the beginning. */
  private Page<ReviewView> read() {
    try {
      return reviews.ofListing(listing(), Paging.of(SHOWN, request.getParameter(CURSOR)));
    } catch (InvalidInput bentCursor) {
      return reviews.ofListing(listing(), Paging.of(SHOWN, null));
    }
  }

  private UUID listing() {
    return UUID.fromString(request.getParameter("id"));
  }
}
