package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.AuditFilter;
import org.halles.marketplace.audit.AuditView;
import org.halles.marketplace.payout.PaidVendor;
import org.halles.marketplace.payout.PayoutBlocks;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** How a vendor is paid, and whether finance keeps its money back. */
@Named
@RequestScoped
public class PayoutBlockDesk {

  @Inject
  @Param(name = "vendor")
  private String wanted;

  @Inject private PayoutBlocks blocks;
  @Inject private Audit audit;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private List<PaidVendor> blocked;
  private PaidVendor vendor;
  private String reason;

  /** Everybody whose money is kept back. */
  public List<PaidVendor> getBlocked() {
    if (blocked == null) {
      blocked = blocks.blocked();
    }
    return blocked;
  }

  public PaidVendor getVendor() {
    if (vendor == null) {
      vendor = blocks.of(id());
    }
    return vendor;
  }

  /** What was changed about how the vendor is paid, newest first. */
  public List<AuditView> getHistory() {
    return audit
        .list(new AuditFilter("payout-policy", id().toString(), null, null), Paging.of(10, null))
        .items();
  }

  public void block() {
    if (say.trying(faults, () -> vendor = blocks.block(id(), reason))) {
      say.done("payouts.block-done", vendor.name());
      reason = null;
    }
  }

  public void release() {
    if (say.trying(() -> vendor = blocks.release(id()))) {
      say.done("payouts.release-done", vendor.name());
    }
  }

  /** The words a vendor was given, of an entry that blocked it; empty of any other. */
  public String wordsOf(AuditView entry) {
    boolean told = entry.action().equals("block-payouts") && entry.after() != null;
    return told ? String.valueOf(entry.after().get("blockedReason")) : "";
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  private UUID id() {
    return UUID.fromString(wanted);
  }
}
