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
import org.omnifaces.cdi.Param;

/** The operator's coupons and campaigns, and how often each was used. */
@Named
@RequestScoped
public class PromotionDesk {

  private static final String PATH = "/operator/promotions";

  @Inject @Param private String cursor;
  @Inject @Param private String told;
  @Inject private Campaigns campaigns;
  @Inject private Say say;

  private Page<PromotionView> page;

  public List<PromotionView> getPromotions() {
    return page().items();
  }

  public String getNew() {
    return PATH + "/edit";
  }

  public boolean isTold() {
    return "saved".equals(told);
  }

  public void pause(PromotionView one) {
    act(() -> campaigns.pause(one.id()), "promo.paused", one);
  }

  public void resume(PromotionView one) {
    act(() -> campaigns.resume(one.id()), "promo.resumed", one);
  }

  public void end(PromotionView one) {
    act(() -> campaigns.end(one.id()), "promo.ended", one);
  }

  private void act(Runnable action, String done, PromotionView one) {
    if (say.trying(action)) {
      say.done(done, one.title().in("fr"));
    }
    page = null;
  }

  public String getNext() {
    return page().next() == null ? null : Query.of(PATH).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : PATH;
  }

  private Page<PromotionView> page() {
    if (page == null) {
      page = campaigns.ofOperator(Paging.of(null, cursor));
    }
    return page;
  }
}
