package org.halles.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.request.Requests;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** What buyers look for, for everybody: the list, and one of it. */
@Named
@RequestScoped
public class RequestsPage {

  @Inject @Param private String q;
  @Inject @Param private String category;
  @Inject @Param private String cursor;
  @Inject @Param private String id;
  @Inject private Requests requests;
  @Inject private Language language;

  private Page<RequestView> page;
  private RequestView request;

  public List<RequestView> getItems() {
    return page().items();
  }

  /** True if somebody looks for something in particular. */
  public boolean isNarrowed() {
    return !here().toString().equals(path());
  }

  /** One of them, named by the address. */
  public RequestView getRequest() {
    if (request == null) {
      request = requests.get(id());
    }
    return request;
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException none) {
      throw new NotFound("request", id);
    }
  }

  public String getNext() {
    return page().next() == null ? null : here().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : here().toString();
  }

  private Query here() {
    return Query.of(path()).with("q", q).with("category", category);
  }

  private String path() {
    return language.getPath() + "/requests";
  }

  private Page<RequestView> page() {
    if (page == null) {
      page = requests.list(q, category, Paging.of(null, cursor));
    }
    return page;
  }
}
