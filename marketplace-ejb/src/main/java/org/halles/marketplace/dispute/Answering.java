package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor answers what buyers and banks dispute. */
@ApplicationScoped
public class Answering {

  private Cases cases;
  private DisputeRows rows;
  private DisputeReading reading;

  protected Answering() {}

  @Inject
  Answering(Cases cases, DisputeRows rows, DisputeReading reading) {
    this.cases = cases;
    this.rows = rows;
    this.reading = reading;
  }

  /** The vendor's disputes, newest first. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<DisputeView> list(VendorScope vendor, Paging paging) {
    return reading.ofVendor(vendor.vendorId(), paging);
  }

  /**
   * One of them, with what concerns this vendor.
   *
   * @throws NotFound also if it is another vendor's
   */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public DisputeView get(VendorScope vendor, UUID id) {
    return reading.get(id, vendor.vendorId());
  }

  /** A file of one of them. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public OpenedFile file(VendorScope vendor, UUID id, UUID file) {
    return reading.file(get(vendor, id), file);
  }

  /**
   * The vendor says what speaks against it, with files that show it; a buyer's then waits for the
   * operator, who passes a bank's on.
   *
   * @throws CannotDispute if it is decided, or the bank has its answer, or the vendor's time for it
   *     is over
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public DisputeView answer(VendorScope vendor, UUID id, String text, List<Attachment> files) {
    get(vendor, id);
    Cases.Open open = cases.lock(id);
    inTime(open.dispute());
    cases.say(open.dispute(), "VENDOR", vendor.vendorId(), text, files);
    if (open.dispute().kind() == DisputeKind.BUYER) {
      rows.answered(id);
    }
    return get(vendor, id);
  }

  /** A bank is told once, and somebody has to do it in time. */
  private void inTime(DisputeRows.Stored dispute) {
    if (dispute.kind() == DisputeKind.BUYER || dispute.status().isDecided()) {
      return;
    }
    if (dispute.status() == DisputeStatus.EVIDENCE_SENT) {
      throw CannotDispute.alreadySent(dispute.number());
    }
    if (dispute.evidenceBy() != null && cases.now().isAfter(dispute.evidenceBy())) {
      throw CannotDispute.evidenceTooLate(dispute.number(), dispute.evidenceBy());
    }
  }

  /**
   * The vendor agrees: what is disputed goes back.
   *
   * @throws CannotDispute if it is decided, or a chargeback
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public DisputeView accept(VendorScope vendor, UUID id) {
    get(vendor, id);
    Cases.Open open = cases.lock(id);
    if (open.dispute().kind() == DisputeKind.CHARGEBACK) {
      throw CannotDispute.bankDecides(open.dispute().number());
    }
    if (open.dispute().status().isDecided()) {
      throw CannotDispute.decided(open.dispute().number(), open.dispute().status());
    }
    cases.decide(
        open, open.dispute().amount(), StandingWords.VENDOR_AGREED.in(open.order().language()));
    return get(vendor, id);
  }
}
