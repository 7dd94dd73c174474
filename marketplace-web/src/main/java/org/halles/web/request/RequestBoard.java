package org.halles.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.request.Bidding;
import org.halles.marketplace.request.CalledFor;
import org.halles.marketplace.request.RequestFilter;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;

/** What buyers look for, for a vendor. */
@Named
@RequestScoped
public class RequestBoard {

  @Inject @Param private String show;
  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private CalledFor reading;
  @Inject private Bidding bidding;
  @Inject private Say say;

  private Page<RequestView> page;
  private Integer waiting;

  public List<RequestView> getItems() {
    return page().items();
  }

  public List<RequestFilter> getFilters() {
    return List.of(RequestFilter.values());
  }

  /** Which of them are shown. */
  public RequestFilter getFilter() {
    return Arrays.stream(RequestFilter.values())
        .filter(one -> one.name().equalsIgnoreCase(show))
        .findFirst()
        .orElse(RequestFilter.FOR_US);
  }

  public String hrefOf(RequestFilter filter) {
    return Query.of(desk.getPath() + "/requests")
        .with("show", filter == RequestFilter.FOR_US ? null : filter.name())
        .toString();
  }

  /** How many wait for an answer, for the rail and the first page. */
  public int getWaiting() {
    if (waiting == null) {
      waiting = desk.may("ORDERS_READ") ? reading.waiting(desk.scope()) : 0;
    }
    return waiting;
  }

  /** Not interested. */
  public void pass(UUID request) {
    if (say.trying(() -> bidding.pass(desk.scope(), request))) {
      say.done("requests.passed");
      page = null;
      waiting = null;
    }
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(desk.getPath() + "/requests")
            .with("show", show)
            .with("cursor", page().next())
            .toString();
  }

  public String getFirst() {
    return cursor == null ? null : hrefOf(getFilter());
  }

  private Page<RequestView> page() {
    if (page == null) {
      page = reading.list(desk.scope(), getFilter(), Paging.of(null, cursor));
    }
    return page;
  }
}
