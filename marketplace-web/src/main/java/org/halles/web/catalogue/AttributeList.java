package org.halles.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.attribute.AttributeBook;
import org.halles.marketplace.attribute.AttributeView;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** The dictionary of what is said about things; those in use first, or those set aside. */
@Named
@RequestScoped
public class AttributeList {

  @Inject @Param private boolean archived;
  @Inject @Param private String cursor;
  @Inject private Attributes attributes;
  @Inject private Say say;

  private Page<AttributeView> page;

  public List<AttributeView> getAttributes() {
    return page().items();
  }

  public String getNext() {
    String next = page().next();
    return next == null ? null : here().with("cursor", next).toString();
  }

  public String getFirst() {
    return cursor == null ? null : here().toString();
  }

  private Query here() {
    return Query.of("/operator/attributes").with("archived", archived ? "true" : null);
  }

  private Page<AttributeView> page() {
    if (page == null) {
      page = attributes.list(archived, Paging.of(50, cursor));
    }
    return page;
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
    page = null;
  }

  public boolean isArchived() {
    return archived;
  }
}
