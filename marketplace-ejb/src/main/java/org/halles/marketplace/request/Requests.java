package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** What everybody may read of requests. */
@ApplicationScoped
public class Requests {

  private static final int LONGEST_QUESTION = 200;

  private RequestRows rows;
  private Categories categories;

  protected Requests() {}

  @Inject
  Requests(RequestRows rows, Categories categories) {
    this.rows = rows;
    this.categories = categories;
  }

  /**
   * Those that are open, newest first.
   *
   * @param words to look for, or null
   * @param category id or slug; those below it are meant too; null for all
   * @throws NotFound if there is no such category
   */
  @Allowed(Role.ANYONE)
  public Page<RequestView> list(String words, String category, Paging paging) {
    StringBuilder condition = new StringBuilder("r.status = 'OPEN'");
    List<Object> parameters = new ArrayList<>();
    if (category != null && !category.isBlank()) {
      CategoryTree tree = categories.tree();
      CategoryView branch =
          tree.find(category).orElseThrow(() -> new NotFound("category", category));
      condition.append(" and r.category_id = any (?)");
      parameters.add(tree.branch(branch).toArray(UUID[]::new));
    }
    String sought = words == null ? "" : words.replace("\0", "").strip();
    if (!sought.isEmpty()) {
      String cut = sought.substring(0, Math.min(sought.length(), LONGEST_QUESTION));
      condition.append(
          " and r.search @@ (websearch_to_tsquery('halles_fr', as_typed(?))"
              + " || websearch_to_tsquery('halles_en', as_typed(?)))");
      parameters.add(cut);
      parameters.add(cut);
    }
    return rows.page(
        " from buyer_request r",
        condition.toString(),
        RequestRows::view,
        paging,
        parameters.toArray());
  }

  /**
   * One; also when it is over, so that a link people have kept says so.
   *
   * @throws NotFound if there is none, or an operator took it down
   */
  @Allowed(Role.ANYONE)
  public RequestView get(UUID id) {
    return rows.find(id)
        .map(RequestRows.Whole::request)
        .filter(request -> request.status() != RequestStatus.TAKEN_DOWN)
        .orElseThrow(() -> new NotFound("request", id));
  }
}
