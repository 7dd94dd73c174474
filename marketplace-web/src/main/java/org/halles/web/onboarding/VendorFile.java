package org.halles.web.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.AuditFilter;
import org.halles.marketplace.audit.AuditView;
import org.halles.marketplace.onboarding.Admission;
import org.halles.marketplace.onboarding.AskedField;
import org.halles.marketplace.onboarding.ChecklistStep;
import org.halles.marketplace.onboarding.ChecklistView;
import org.halles.marketplace.onboarding.DocumentView;
import org.halles.marketplace.onboarding.Documents;
import org.halles.marketplace.onboarding.Lack;
import org.halles.marketplace.onboarding.Unsettled;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.VendorView;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** Everything about one vendor that the operator decides by, and the decisions. */
@Named
@RequestScoped
public class VendorFile {

  @Inject
  @Param(name = "vendor")
  private String wanted;

  @Inject private Approval approval;
  @Inject private Admission admission;
  @Inject private Documents documents;
  @Inject private Audit audit;
  @Inject private Say say;

  private VendorView vendor;
  private ChecklistView checklist;
  private String reason;
  private Unsettled unsettled;

  private UUID id() {
    return UUID.fromString(wanted);
  }

  public VendorView getVendor() {
    if (vendor == null) {
      vendor = approval.get(id());
    }
    return vendor;
  }

  public ChecklistView getChecklist() {
    if (checklist == null) {
      checklist = admission.checklist(id());
    }
    return checklist;
  }

  /** What a step calls one of its fields. */
  public Texts labelOf(ChecklistStep step, Lack lack) {
    return step.fields().stream()
        .filter(field -> field.name().equals(lack.field()))
        .findFirst()
        .map(AskedField::label)
        .orElse(Texts.NONE);
  }

  /** What was done to and by the vendor, newest first. */
  public List<AuditView> getHistory() {
    return audit.list(new AuditFilter(null, null, null, id()), Paging.of(10, null)).items();
  }

  public void approve() {
    decide("approved", () -> admission.approve(id(), reason));
  }

  public void reject() {
    decide("rejected", () -> approval.reject(id(), reason));
  }

  public void requestChanges() {
    decide("asked", () -> approval.requestChanges(id(), reason));
  }

  public void suspend() {
    decide("suspended", () -> approval.suspend(id(), reason));
  }

  public void reinstate() {
    decide("reinstated", () -> approval.reinstate(id(), reason));
  }

  /** Ends the vendor, or shows what is not settled. */
  public void terminate() {
    decide(
        "closed",
        () -> {
          try {
            return admission.terminate(id(), reason);
          } catch (Unsettled owed) {
            unsettled = owed;
            throw owed;
          }
        });
  }

  public void accept(DocumentView document) {
    if (say.trying(() -> checklist = documents.accept(id(), document.id()))) {
      say.done("onboarding.document.accepted", document.name());
    }
  }

  public void refuse(DocumentView document) {
    if (say.trying(() -> checklist = documents.refuse(id(), document.id(), reason))) {
      say.done("onboarding.document.refused", document.name());
      reason = null;
    }
  }

  private void decide(String done, Supplier<VendorView> decision) {
    if (say.trying(() -> vendor = decision.get())) {
      say.done("onboarding.decided." + done, vendor.name());
      checklist = null;
      reason = null;
    }
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  /** What keeps the vendor from being closed, or null. */
  public Unsettled getUnsettled() {
    return unsettled;
  }
}
