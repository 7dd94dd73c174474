package org.halles.web.promotion;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.promotion.PromotionInput;
import org.halles.marketplace.promotion.PromotionView;
import org.halles.marketplace.shared.NotFound;
import org.halles.web.catalogue.Branches;
import org.halles.web.ui.Say;
import org.omnifaces.util.Faces;

/** One promotion being written, a vendor's or the operator's. */
public abstract class PromotionEditor implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Branches branches;
  @Inject private Say say;

  private PromotionForm form;
  private final Map<String, String> faults = new HashMap<>();

  /** Makes it or changes it. */
  protected abstract PromotionView save(UUID id, int version, PromotionInput input);

  protected abstract PromotionView read(UUID id);

  /** Where the list is. */
  public abstract String getList();

  /** What it may be about. */
  public abstract List<String> getAims();

  /** True if the platform bears a part of what it costs. */
  public abstract boolean isShared();

  /** As it is, or empty for a new one; what was typed comes with each request. */
  public PromotionForm getForm() {
    if (form == null) {
      String id = Faces.getRequestParameter("promotion");
      form = id == null ? new PromotionForm() : PromotionForm.of(read(idOf(id)));
    }
    return form;
  }

  private static UUID idOf(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw new NotFound("promotion", id);
    }
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  /** Saves what was typed and goes back to the list. */
  public void save() {
    PromotionForm typed = getForm();
    PromotionView before = typed.isKnown() ? read(typed.getId()) : null;
    if (say.trying(faults, () -> save(typed.getId(), typed.getVersion(), typed.input(before)))) {
      Faces.redirect(getList() + "?told=saved");
    }
  }

  /** What it is about was chosen anew. */
  public void aimed() {
    getForm().aim();
  }

  /** Slugs of categories that have these words in the way to them. */
  public List<String> categoriesLike(String typed) {
    return branches.like(typed).stream()
        .flatMap(way -> branches.at(way).map(CategoryView::slug).stream())
        .toList();
  }

  /** The way to a category. */
  public String wayTo(String slug) {
    String way = branches.way(slug);
    return way == null ? slug : way;
  }
}
