package org.halles.web.webhook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.webhook.SubscriptionView;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** The programs that are told what happens. */
@Named
@RequestScoped
public class WebhookList {

  @Inject @Param private String cursor;
  @Inject @Param private String told;
  @Inject private WebhookRoom room;

  private Page<SubscriptionView> page;

  public List<SubscriptionView> getWebhooks() {
    return page().items();
  }

  /** True if one was just removed. */
  public boolean isRemoved() {
    return "removed".equals(told);
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(room.getPath()).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : room.getPath();
  }

  private Page<SubscriptionView> page() {
    if (page == null) {
      page = room.list(Paging.of(null, cursor));
    }
    return page;
  }
}
