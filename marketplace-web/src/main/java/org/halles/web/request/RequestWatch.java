package org.halles.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.request.Overseeing;
import org.halles.marketplace.request.OwnRequest;
import org.halles.marketplace.request.RequestStatus;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** Where operators read what is asked, and take down what must not be. */
@Named
@RequestScoped
public class RequestWatch {

  private static final String PATH = "/operator/requests";

  @Inject @Param private String id;
  @Inject @Param private String show;
  @Inject @Param private String cursor;
  @Inject private Overseeing overseeing;
  @Inject private CurrentCaller caller;
  @Inject private Say say;

  private Page<RequestView> page;
  private OwnRequest whole;
  private String reason;

  public List<RequestView> getItems() {
    return page().items();
  }

  public OwnRequest getWhole() {
    if (whole == null) {
      whole = overseeing.get(id());
    }
    return whole;
  }

  /** True if it can be taken down by this person. */
  public boolean isRemovable() {
    return !getWhole().request().status().isOver() && caller.get().is(Role.MODERATOR);
  }

  public void takeDown() {
    if (say.trying(() -> whole = overseeing.takeDown(id(), reason))) {
      say.done("requests.taken-down");
      reason = null;
    }
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException none) {
      throw new NotFound("request", id);
    }
  }

  public List<RequestStatus> getStatuses() {
    return List.of(RequestStatus.values());
  }

  /** The status the list is narrowed to, or null. */
  public RequestStatus getStatus() {
    return Arrays.stream(RequestStatus.values())
        .filter(one -> one.name().equalsIgnoreCase(show))
        .findFirst()
        .orElse(null);
  }

  public String hrefOf(RequestStatus status) {
    return Query.of(PATH).with("show", status == null ? null : status.name()).toString();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(PATH).with("show", show).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : hrefOf(getStatus());
  }

  private Page<RequestView> page() {
    if (page == null) {
      page = overseeing.list(getStatus(), Paging.of(null, cursor));
    }
    return page;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
