package org.halles.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.halles.marketplace.notification.Correspondence;
import org.halles.marketplace.notification.LetterStatus;
import org.halles.marketplace.notification.LetterView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** Whether the market's letters arrive. */
@Named
@RequestScoped
public class LetterDesk {

  private static final String PATH = "/operator/mails";

  @Inject
  @Param(name = "status")
  private String wanted;

  @Inject @Param private String cursor;
  @Inject private Correspondence correspondence;
  @Inject private Say say;

  private Page<LetterView> page;

  public List<LetterStatus> getStatuses() {
    return List.of(LetterStatus.values());
  }

  public LetterStatus getStatus() {
    return Arrays.stream(LetterStatus.values())
        .filter(status -> status.name().equals(wanted))
        .findFirst()
        .orElse(null);
  }

  public List<LetterView> getLetters() {
    return page().items();
  }

  /** Tries a letter again now. */
  public void retry(LetterView letter) {
    if (say.trying(() -> correspondence.retry(letter.id()))) {
      say.done("mail.retried", letter.recipient());
    }
    page = null;
  }

  public String hrefOf(LetterStatus status) {
    return Query.of(PATH).with("status", status).toString();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(PATH).with("status", getStatus()).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : hrefOf(getStatus());
  }

  private Page<LetterView> page() {
    if (page == null) {
      page = correspondence.list(getStatus(), null, Paging.of(50, cursor));
    }
    return page;
  }
}
