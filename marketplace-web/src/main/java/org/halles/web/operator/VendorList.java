package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.VendorSort;
import org.halles.marketplace.vendor.VendorStatus;
import org.halles.marketplace.vendor.VendorView;
import org.halles.web.ui.Query;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;

/** The vendors and where each stands. */
@Named
@RequestScoped
public class VendorList {

  private static final String PATH = "/operator/vendors";

  @Inject
  @Param(name = "status")
  private String wanted;

  @Inject
  @Param(name = "q")
  private String words;

  @Inject @Param private String sort;
  @Inject @Param private String cursor;
  @Inject private Approval approval;

  private Page<VendorView> page;

  public List<VendorStatus> getStatuses() {
    return List.of(VendorStatus.values());
  }

  public VendorStatus getStatus() {
    for (VendorStatus status : VendorStatus.values()) {
      if (status.name().equals(wanted)) {
        return status;
      }
    }
    return null;
  }

  public List<VendorView> getVendors() {
    return page().items();
  }

  public String hrefOf(VendorStatus status) {
    return sorts(status).address().toString();
  }

  /** How the list is sorted. */
  public Sorts<VendorSort> getSorts() {
    return sorts(getStatus());
  }

  private Sorts<VendorSort> sorts(VendorStatus status) {
    return Sorts.of(
        VendorSort.class,
        sort,
        VendorSort.NEWEST,
        () -> Query.of(PATH).with("status", status).with("q", words));
  }

  public String getNext() {
    return page().next() == null
        ? null
        : getSorts().address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : hrefOf(getStatus());
  }

  public String getWords() {
    return words;
  }

  private Page<VendorView> page() {
    if (page == null) {
      page = approval.list(getStatus(), words, getSorts().getChosen(), Paging.of(50, cursor));
    }
    return page;
  }
}
