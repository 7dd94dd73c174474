package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.catalog.Reviewing;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Moderators look at listings before buyers do, and say why they turn one down. */
@ApplicationScoped
@Transactional
public class Moderation {

  private static final int LONGEST_REASON = 1_000;

  private Reviewing reviewing;
  private Audit audit;

  protected Moderation() {}

  @Inject
  Moderation(Reviewing reviewing, Audit audit) {
    this.reviewing = reviewing;
    this.audit = audit;
  }

  /** What waits, longest first. */
  @Allowed(Role.MODERATOR)
  public Page<VendorListing> queue(Paging paging) {
    return reviewing.waiting(paging);
  }

  /** Buyers see it from now on. */
  @Allowed(Role.MODERATOR)
  public VendorListing approve(UUID listingId, String reason) {
    String why = reason(reason, false);
    VendorListing before = reviewing.get(listingId);
    return recorded("approve-listing", before, reviewing.approve(listingId, why));
  }

  /** Off sale for good; says why. */
  @Allowed(Role.MODERATOR)
  public VendorListing reject(UUID listingId, String reason) {
    String why = reason(reason, true);
    VendorListing before = reviewing.get(listingId);
    return recorded("reject-listing", before, reviewing.reject(listingId, why));
  }

  /** Back to its vendor; says what to change. */
  @Allowed(Role.MODERATOR)
  public VendorListing requestChanges(UUID listingId, String reason) {
    String why = reason(reason, true);
    VendorListing before = reviewing.get(listingId);
    return recorded("request-listing-changes", before, reviewing.requestChanges(listingId, why));
  }

  private VendorListing recorded(String action, VendorListing before, VendorListing after) {
    audit.record(
        action, Subject.of("listing", after.id(), after.vendorId()), facts(before), facts(after));
    return after;
  }

  private static Map<String, Object> facts(VendorListing listing) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", listing.status());
    if (listing.reviewNote() != null) {
      facts.put("note", listing.reviewNote());
    }
    if (listing.change() != null) {
      facts.put("change", listing.change().status());
      facts.put("fields", listing.change().fields());
    }
    return facts;
  }

  private static String reason(String given, boolean needed) {
    Checklist checklist = new Checklist();
    String checked =
        needed
            ? checklist.text("reason", given, LONGEST_REASON)
            : checklist.optional("reason", given, LONGEST_REASON);
    checklist.done();
    return checked;
  }
}
