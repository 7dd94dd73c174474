package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Impersonation;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;

/**
 * An operator signs in as a vendor, to see what the vendor sees and help. Why is written down; so
 * is everything done meanwhile, under the operator's own name. Money, people and keys stay the
 * vendor's.
 */
@ApplicationScoped
@Transactional
public class ViewAs {

  private Vendors vendors;
  private Impersonation impersonation;
  private CurrentCaller current;
  private Audit audit;

  protected ViewAs() {}

  @Inject
  ViewAs(Vendors vendors, Impersonation impersonation, CurrentCaller current, Audit audit) {
    this.vendors = vendors;
    this.impersonation = impersonation;
    this.current = current;
    this.audit = audit;
  }

  /**
   * Begins.
   *
   * @param session the token of the operator's browser
   * @param reason why, for the record
   * @return the vendor's slug
   */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public String begin(String session, UUID vendorId, String reason) {
    Checklist checklist = new Checklist();
    String why = checklist.text("reason", reason, 500);
    if (vendorId == null) {
      checklist.reject("vendorId", "is missing: give a vendor's id", null);
    }
    checklist.done();
    Vendor vendor = vendors.get(vendorId);
    if (impersonation.begin(session, vendorId)) {
      audit.record(
          "sign-in-as-vendor",
          Subject.of("vendor", vendorId, vendorId),
          null,
          Map.of("reason", why));
    }
    return vendor.slug();
  }

  /** Is the operator again; nothing happens to whoever was nobody else. */
  @Allowed(Role.SIGNED_IN)
  public void end(String session) {
    Caller caller = current.get();
    if (caller.acting() && impersonation.end(session)) {
      audit.record(
          "sign-out-as-vendor",
          Subject.of("vendor", caller.vendorId(), caller.vendorId()),
          Map.of(),
          null);
    }
  }
}
