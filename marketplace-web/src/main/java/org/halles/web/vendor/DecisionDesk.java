package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.notice.Complaints;
import org.halles.marketplace.notice.StatementOfReasons;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** What was decided against the vendor, with reasons, and where it complains. */
@Named
@RequestScoped
public class DecisionDesk {

  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Complaints complaints;
  @Inject private Say say;

  private Page<StatementOfReasons> page;
  private String text;

  public List<StatementOfReasons> getDecisions() {
    return page().items();
  }

  public void complain(UUID decision) {
    if (say.trying(() -> complaints.complain(desk.scope(), decision, text))) {
      say.done("notice.complained");
      text = null;
      page = null;
    }
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(desk.getPath() + "/decisions").with("cursor", page().next()).toString();
  }

  private Page<StatementOfReasons> page() {
    if (page == null) {
      page = complaints.statements(desk.scope(), Paging.of(20, cursor));
    }
    return page;
  }
}
