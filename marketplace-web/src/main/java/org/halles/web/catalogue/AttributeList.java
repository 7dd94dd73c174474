package org.halles.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.attribute.AttributeBook;
import org.halles.marketplace.attribute.AttributeView;
import org.halles.marketplace.attribute.Attributes;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** The dictionary of what is said about things; those in use first, or those set aside. */
@Named
@RequestScoped
public class AttributeList {

  @Inject @Param private boolean archived;
  @Inject private Attributes attributes;
  @Inject private Say say;

  private List<AttributeView> all;

  public List<AttributeView> getAttributes() {
    if (all == null) {
      all = attributes.all();
    }
    return all.stream().filter(one -> one.archived() == archived).toList();
  }

  /** How many categories ask for it by themselves. */
  public int categoriesOf(AttributeView attribute) {
    AttributeBook book = attributes.book();
    return attribute == null ? 0 : book.askedBy(attribute.code()).size();
  }

  /** Nobody is asked for it any more, or again. */
  public void archive(AttributeView attribute, boolean away) {
    if (say.trying(() -> attributes.archive(attribute.code(), away))) {
      say.done(away ? "catalogue.attribute.archived" : "catalogue.attribute.back");
    }
    all = null;
  }

  public boolean isArchived() {
    return archived;
  }
}
