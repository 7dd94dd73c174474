package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.halles.marketplace.search.Stall;
import org.halles.marketplace.search.Stalls;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;

/** All storefronts that have something on sale, by name. */
@Named
@RequestScoped
public class StorefrontsPage {

  private Stalls stalls;
  private Language language;
  private HttpServletRequest request;
  private Page<Stall> page;

  protected StorefrontsPage() {}

  @Inject
  StorefrontsPage(Stalls stalls, Language language, HttpServletRequest request) {
    this.stalls = stalls;
    this.language = language;
    this.request = request;
  }

  public void open() throws IOException {
    try {
      page = stalls.list(Paging.of(null, request.getParameter("cursor")));
      PublicPage.keepForAMoment();
    } catch (InvalidInput foreignCursor) {
      PublicPage.notFound();
    }
  }

  public List<StallCard> getStalls() {
    return page.items().stream().map(stall -> StallCard.of(stall, language.getTag())).toList();
  }

  /** The address of the next part, or null. */
  public String getNext() {
    return page.next() == null
        ? null
        : Query.of(language.getPath() + "/s").with("cursor", page.next()).toString();
  }

  /** The address of the first part, or null on it. */
  public String getFirst() {
    return request.getParameter("cursor") == null ? null : language.getPath() + "/s";
  }
}
