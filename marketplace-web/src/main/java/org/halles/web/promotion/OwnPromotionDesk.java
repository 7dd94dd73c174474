package org.halles.web.promotion;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.promotion.Campaigns;
import org.halles.marketplace.promotion.PromotionView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;

/** A vendor's coupons and campaigns, and those of the operator it may take part in. */
@Named
@RequestScoped
public class OwnPromotionDesk {

  private static final int MOST_OFFERED = 20;

  @Inject @Param private String cursor;
  @Inject @Param private String told;
  @Inject private Campaigns campaigns;
  @Inject private Desk desk;
  @Inject private Say say;

  private Page<PromotionView> page;
  private List<PromotionView> offered;

  public List<PromotionView> getPromotions() {
    return page().items();
  }

  /** The operator's campaigns that the vendor may join or has joined. */
  public List<PromotionView> getOffered() {
    if (offered == null) {
      offered = campaigns.offeredTo(desk.scope(), Paging.of(MOST_OFFERED, null)).items();
    }
    return offered;
  }

  public String getNew() {
    return path() + "/edit";
  }

  public boolean isTold() {
    return "saved".equals(told);
  }

  public void pause(PromotionView one) {
    act(() -> campaigns.pause(desk.scope(), one.id()), "promo.paused", one);
  }

  public void resume(PromotionView one) {
    act(() -> campaigns.resume(desk.scope(), one.id()), "promo.resumed", one);
  }

  public void end(PromotionView one) {
    act(() -> campaigns.end(desk.scope(), one.id()), "promo.ended", one);
  }

  public void join(PromotionView one) {
    act(() -> campaigns.join(desk.scope(), one.id(), one.version()), "promo.joined", one);
  }

  public void leave(PromotionView one) {
    act(() -> campaigns.leave(desk.scope(), one.id()), "promo.left", one);
  }

  private void act(Runnable action, String done, PromotionView one) {
    if (say.trying(action)) {
      say.done(done, one.title().in("fr"));
    }
    page = null;
    offered = null;
  }

  public String getNext() {
    return page().next() == null ? null : Query.of(path()).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : path();
  }

  private String path() {
    return desk.getPath() + "/promotions";
  }

  private Page<PromotionView> page() {
    if (page == null) {
      page = campaigns.of(desk.scope(), Paging.of(null, cursor));
    }
    return page;
  }
}
