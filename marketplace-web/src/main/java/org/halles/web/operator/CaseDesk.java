package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.moderation.CaseDetail;
import org.halles.marketplace.moderation.ModerationQueue;
import org.halles.marketplace.shared.NotFound;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;
import org.omnifaces.cdi.Param;

/** One case of the queue, before and after, with what the checks and the people said. */
@Named
@RequestScoped
public class CaseDesk {

  @Inject @Param private String listing;
  @Inject private ModerationQueue queue;
  @Inject private Categories categories;
  @Inject private Words words;
  @Inject private Labels labels;
  @Inject private Language language;

  private CaseDetail detail;
  private List<CaseField> fields;

  public CaseDetail getDetail() {
    if (detail == null) {
      detail = queue.detail(id());
    }
    return detail;
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(listing));
    } catch (IllegalArgumentException noId) {
      throw new NotFound("listing", listing);
    }
  }

  /** What differs from what buyers see; of a listing they never saw, all of it. */
  public List<CaseField> getChanged() {
    return fields().stream().filter(CaseField::changed).toList();
  }

  /** What stays as it is. */
  public List<CaseField> getSame() {
    return fields().stream().filter(field -> !field.changed()).toList();
  }

  public boolean isChange() {
    return getDetail().waiting() != null && getDetail().waiting().isChange();
  }

  private List<CaseField> fields() {
    if (fields == null) {
      ListingInput before = isChange() ? getDetail().listing().change().before() : null;
      fields =
          new CaseComparison(words, labels, categories, language.getLocale())
              .of(before, getDetail().proposed());
    }
    return fields;
  }
}
