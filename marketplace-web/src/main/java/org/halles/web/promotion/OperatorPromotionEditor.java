package org.halles.web.promotion;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.promotion.Campaigns;
import org.halles.marketplace.promotion.PromotionInput;
import org.halles.marketplace.promotion.PromotionView;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.VendorView;

/** The operator writes a coupon or a campaign for the whole market. */
@Named
@ViewScoped
public class OperatorPromotionEditor extends PromotionEditor {

  private static final long serialVersionUID = 1L;
  private static final int MOST_HITS = 10;

  @Inject private Campaigns campaigns;
  @Inject private Approval approval;

  @Override
  protected PromotionView save(UUID id, int version, PromotionInput input) {
    return id == null ? campaigns.create(input) : campaigns.change(id, version, input);
  }

  @Override
  protected PromotionView read(UUID id) {
    return campaigns.get(id);
  }

  @Override
  public String getList() {
    return "/operator/promotions";
  }

  @Override
  public List<String> getAims() {
    return List.of("all", "category", "vendor");
  }

  @Override
  public boolean isShared() {
    return true;
  }

  /** Slugs of vendors whose name or slug has these words. */
  public List<String> vendorsLike(String typed) {
    return approval.list(null, typed, Paging.of(MOST_HITS, null)).items().stream()
        .map(VendorView::slug)
        .toList();
  }
}
