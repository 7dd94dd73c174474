package org.halles.web.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.ChangeView;
import org.halles.web.operator.CaseComparison;
import org.halles.web.operator.CaseField;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;

/**
 * The edit of a listing on sale that waits, or was refused: what buyers see, and what they would.
 */
@Named
@RequestScoped
public class ChangePanel {

  @Inject private Categories categories;
  @Inject private Words words;
  @Inject private Labels labels;
  @Inject private Language language;

  private List<CaseField> fields;

  /** The fields that differ; none without a change. */
  public List<CaseField> fields(ChangeView change) {
    if (fields == null) {
      fields =
          change == null
              ? List.of()
              : new CaseComparison(words, labels, categories, language.getLocale())
                  .of(change.before(), change.after()).stream().filter(CaseField::changed).toList();
    }
    return fields;
  }
}
