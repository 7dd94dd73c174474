package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.AttachmentKind;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor answers, receives and checks what buyers send back. */
@ApplicationScoped
public class Receiving {

  private static final int LONGEST_ADDRESS = 500;

  private ReturnCases cases;
  private ReturnRows rows;
  private ReturnReading reading;
  private ReturnAddresses addresses;

  protected Receiving() {}

  @Inject
  Receiving(ReturnCases cases, ReturnRows rows, ReturnReading reading, ReturnAddresses addresses) {
    this.cases = cases;
    this.rows = rows;
    this.reading = reading;
    this.addresses = addresses;
  }

  /** The vendor's returns and withdrawals, newest first. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<ReturnView> list(VendorScope vendor, Paging paging) {
    return reading.ofVendor(vendor.vendorId(), paging);
  }

  /** How many wait to be answered or checked. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public int waiting(VendorScope vendor) {
    return reading.waiting(vendor.vendorId());
  }

  /**
   * One of them.
   *
   * @throws org.halles.marketplace.shared.NotFound also if it is another vendor's
   */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public ReturnView get(VendorScope vendor, UUID id) {
    return reading.get(id, vendor.vendorId());
  }

  /** A file of one of them. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public OpenedFile file(VendorScope vendor, UUID id, UUID file) {
    return reading.file(get(vendor, id), file);
  }

  /** Where goods are sent back to unless something else is said; null if it is not known. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public String address(VendorScope vendor) {
    return addresses.of(vendor.vendorId());
  }

  /**
   * The vendor takes the goods back: the buyer may send them. Said again while they are not sent,
   * it changes where to, or brings the label.
   *
   * @param address where to; null: the vendor's usual one, which a given one becomes
   * @param label to stick on the parcel, or null
   * @param words for the buyer, or null
   * @throws CannotReturn if it is not asked any more, or nobody knows where to
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public ReturnView accept(
      VendorScope vendor, UUID id, String address, Attachment label, String words) {
    get(vendor, id);
    ReturnCases.Open open =
        cases.lock(id, ReturnStatus.REQUESTED, ReturnStatus.REFUSED, ReturnStatus.ACCEPTED);
    Checklist checklist = new Checklist();
    String given = checklist.optional("address", address, LONGEST_ADDRESS);
    String said = checklist.optional("words", words, ReturnCases.LONGEST);
    AttachmentKind.check(label == null ? List.of() : List.of(label), checklist);
    checklist.done();
    if (given != null) {
      addresses.write(vendor.vendorId(), given);
    }
    String where = given == null ? addresses.of(vendor.vendorId()) : given;
    if (where == null) {
      throw CannotReturn.noAddress(open.it().number());
    }
    cases.accept(open, where, label, said);
    return get(vendor, id);
  }

  /**
   * The vendor does not take them back; the buyer may ask the operator.
   *
   * @param words why, for the buyer
   * @throws CannotReturn if it is not asked any more; a withdrawal never is
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public ReturnView refuse(VendorScope vendor, UUID id, String words) {
    get(vendor, id);
    ReturnCases.Open open = cases.lock(id, ReturnStatus.REQUESTED);
    Checklist checklist = new Checklist();
    String why = checklist.text("words", words, 500);
    checklist.done();
    cases.refuse(open, why);
    return get(vendor, id);
  }

  /**
   * The money goes back and the goods stay with the buyer, or were never worth the way.
   *
   * @throws CannotReturn if it is over
   * @throws org.halles.marketplace.refund.CannotRefund if units went back meanwhile
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public ReturnView refundWithoutGoods(VendorScope vendor, UUID id, String words) {
    get(vendor, id);
    ReturnCases.Open open =
        cases.lock(id, ReturnStatus.REQUESTED, ReturnStatus.ACCEPTED, ReturnStatus.SENT);
    cases.finish(open, rows.open(id), Map.of(), words);
    return get(vendor, id);
  }

  /**
   * The goods are here: so many are as they should be and are paid back, and so many of those are
   * on sale again.
   *
   * @param lines the units that are as they should be; none of a line: nothing of it goes back
   * @param words why less goes back than was sent; needed then
   * @throws CannotReturn if nothing was to be received
   * @throws org.halles.marketplace.refund.CannotRefund if units went back meanwhile
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Needs(Permission.ORDERS_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public ReturnView check(VendorScope vendor, UUID id, List<Units> lines, String words) {
    get(vendor, id);
    ReturnCases.Open open = cases.lock(id, ReturnStatus.ACCEPTED, ReturnStatus.SENT);
    Checklist checklist = new Checklist();
    Map<UUID, Integer> fine = cases.checked(id, lines, checklist);
    boolean all = fine.equals(rows.open(id));
    String why =
        all ? checklist.optional("words", words, 500) : checklist.text("words", words, 500);
    checklist.done();
    Map<UUID, Integer> again = ReturnCases.restocked(lines);
    if (all || open.it().kind() == ReturnKind.RETURN) {
      cases.finish(open, fine, again, why);
    } else {
      leaveTheRestToTheOperator(open, fine, again, why);
    }
    return get(vendor, id);
  }

  /** Whether a consumer pays for what a withdrawal's goods lost in value is not a vendor's say. */
  private void leaveTheRestToTheOperator(
      ReturnCases.Open open, Map<UUID, Integer> fine, Map<UUID, Integer> again, String why) {
    if (!fine.isEmpty()) {
      cases.refund(open, fine, again, null);
    }
    rows.set(open.it().id(), ReturnStatus.SENT, Map.of("answer", why, "checked_at", cases.now()));
    cases.escalate(new ReturnCases.Open(open.order(), rows.lock(open.it().id())));
  }
}
