package org.halles.web.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.halles.marketplace.catalog.CategoryDoors;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Words;
import org.halles.web.vendor.Desk;

/** Says as soon as a category is chosen that it is closed to this vendor. */
@Named
@RequestScoped
public class CategoryAdvice {

  @Inject private CategoryDoors doors;
  @Inject private Desk desk;
  @Inject private Words words;

  /** In the reader's language; null if the vendor may sell there, or nothing is chosen yet. */
  public String about(String categoryId) {
    return categoryId == null || categoryId.isBlank()
        ? null
        : doors
            .refusal(desk.scope(), UUID.fromString(categoryId))
            .map(refusal -> FieldErrors.told(refusal.message(), words))
            .orElse(null);
  }
}
