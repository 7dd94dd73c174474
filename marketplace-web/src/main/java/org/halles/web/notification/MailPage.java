package org.halles.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.notification.Correspondence;
import org.halles.marketplace.notification.ShownLetter;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;

/**
 * The mails that the demonstration shows instead of sending them; elsewhere there is no such page.
 */
@Named
@RequestScoped
public class MailPage {

  private static final int SHOWN = 20;

  private Correspondence correspondence;
  private HttpServletRequest request;
  private Language language;
  private Page<ShownLetter> page;
  private ShownLetter letter;

  protected MailPage() {}

  @Inject
  MailPage(Correspondence correspondence, HttpServletRequest request, Language language) {
    this.correspondence = correspondence;
    this.request = request;
    this.language = language;
  }

  /** True where mails are shown, for links that lead here. */
  public boolean isShown() {
    return correspondence.isShown();
  }

  /** The newest mails, or those to one address. */
  public List<ShownLetter> getLetters() {
    return page().items();
  }

  /** The one that is read. */
  public ShownLetter getLetter() {
    if (letter == null) {
      letter = correspondence.shown(UUID.fromString(request.getParameter("letter")));
    }
    return letter;
  }

  public String getTo() {
    return request.getParameter("to");
  }

  public String hrefOf(ShownLetter one) {
    return language.getPath() + "/mail/" + one.id();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(language.getPath() + "/mail")
            .with("to", getTo())
            .with("cursor", page().next())
            .toString();
  }

  private Page<ShownLetter> page() {
    if (page == null) {
      page = correspondence.shown(getTo(), Paging.of(SHOWN, request.getParameter("cursor")));
    }
    return page;
  }
}
