package org.halles.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.request.Choosing;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** What one has asked for. */
@Named
@RequestScoped
public class OwnRequestsPage {

  @Inject @Param private String cursor;
  @Inject private Choosing choosing;
  @Inject private Language language;

  private Page<RequestView> page;

  /** Reads them; a visitor is led to the sign-in page by the refusal. */
  public void open() {
    page = choosing.mine(Paging.of(null, cursor));
  }

  public List<RequestView> getItems() {
    return page.items();
  }

  public String getNext() {
    return page.next() == null ? null : Query.of(path()).with("cursor", page.next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : path();
  }

  private String path() {
    return language.getPath() + "/account/requests";
  }
}
