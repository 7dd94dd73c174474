package org.halles.web.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.invoicing.FeeKind;
import org.halles.marketplace.invoicing.FeeSort;
import org.halles.marketplace.invoicing.FeeView;
import org.halles.marketplace.invoicing.VendorFees;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.marketplace.vendor.VendorView;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;

/** The operator's fees for vendors, and penalties charged by hand. */
@Named
@RequestScoped
public class FeeDesk {

  private static final String PATH = "/operator/fees";
  private static final int MOST_HITS = 10;

  @Inject @Param private String cursor;
  @Inject @Param private String sort;
  @Inject private VendorFees fees;
  @Inject private Storefronts storefronts;
  @Inject private Approval approval;
  @Inject private Say say;

  private Page<FeeView> page;
  private FeeForm form = new FeeForm();
  private final Map<String, String> faults = new HashMap<>();
  private UUID once;
  private UUID penalty;
  private String vendor;
  private String reason;

  /** How the fees are sorted. */
  public Sorts<FeeSort> getSorts() {
    return Sorts.of(FeeSort.class, sort, FeeSort.NEWEST, () -> Query.of(PATH));
  }

  public List<FeeView> getFees() {
    return page().items();
  }

  /** Penalties that can be charged. */
  public List<FeeView> getPenalties() {
    return getFees().stream()
        .filter(fee -> fee.kind() == FeeKind.PENALTY && fee.endedAt() == null)
        .toList();
  }

  public FeeKind[] getKinds() {
    return FeeKind.values();
  }

  public FeeForm getForm() {
    return form;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public void create() {
    if (say.trying(faults, () -> fees.create(form.input(payer())))) {
      say.done("fees.created");
      form = new FeeForm();
      page = null;
    }
  }

  public void end(FeeView fee) {
    if (say.trying(() -> fees.end(fee.id()))) {
      say.done("fees.ended");
      page = null;
    }
  }

  public void charge() {
    if (say.trying(() -> fees.penalise(getOnce(), penalty, idOf(vendor), reason))) {
      say.done("fees.charged", vendor);
      once = null;
      vendor = null;
      reason = null;
      page = null;
    }
  }

  /** Slugs of vendors whose name or slug has these words. */
  public List<String> vendorsLike(String typed) {
    return approval.list(null, typed, Paging.of(MOST_HITS, null)).items().stream()
        .map(VendorView::slug)
        .toList();
  }

  private UUID payer() {
    String slug = form.getVendor();
    return slug == null || slug.isBlank() ? null : idOf(slug);
  }

  private UUID idOf(String slug) {
    return storefronts.find(slug).orElseThrow(() -> new NotFound("vendor", slug)).vendorId();
  }

  /** What makes two clicks on one form one charge. */
  public UUID getOnce() {
    if (once == null) {
      once = Ids.next();
    }
    return once;
  }

  public void setOnce(UUID once) {
    this.once = once;
  }

  public UUID getPenalty() {
    return penalty;
  }

  public void setPenalty(UUID penalty) {
    this.penalty = penalty;
  }

  public String getVendor() {
    return vendor;
  }

  public void setVendor(String vendor) {
    this.vendor = vendor;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getNext() {
    return page().next() == null
        ? null
        : getSorts().address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : getSorts().address().toString();
  }

  private Page<FeeView> page() {
    if (page == null) {
      page = fees.list(getSorts().getChosen(), Paging.of(null, cursor));
    }
    return page;
  }
}
