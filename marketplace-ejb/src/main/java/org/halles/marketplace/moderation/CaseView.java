package org.halles.marketplace.moderation;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;

/**
 * Something that waits for a moderator.
 *
 * @param listingId which listing; it names the case in addresses
 * @param changeId the edit, or null for a listing that was not on sale
 * @param round rises when its vendor changes it meanwhile
 * @param title of the listing as it would be
 * @param image its first picture, or null
 * @param late true after its target time
 * @param assignedTo who works on it now, or null
 * @param assignee that person's name
 * @param findings how many of the checks' findings weigh more than a note
 */
public record CaseView(
    UUID id,
    UUID listingId,
    UUID changeId,
    VendorCard vendor,
    int round,
    Texts title,
    String image,
    Instant submittedAt,
    Instant dueAt,
    boolean late,
    Risk risk,
    UUID assignedTo,
    String assignee,
    int findings) {

  /** True for an edit of a listing on sale. */
  public boolean isChange() {
    return changeId != null;
  }
}
