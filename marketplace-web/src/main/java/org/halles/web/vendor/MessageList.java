package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.conversation.Conversations;
import org.halles.marketplace.conversation.ThreadSummary;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** The vendor's threads with its buyers, the last written to first. */
@Named
@RequestScoped
public class MessageList {

  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Conversations conversations;

  private Page<ThreadSummary> page;

  public List<ThreadSummary> getThreads() {
    return page().items();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(desk.getPath() + "/messages").with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : desk.getPath() + "/messages";
  }

  private Page<ThreadSummary> page() {
    if (page == null) {
      page = conversations.list(desk.scope(), Paging.of(null, cursor));
    }
    return page;
  }
}
