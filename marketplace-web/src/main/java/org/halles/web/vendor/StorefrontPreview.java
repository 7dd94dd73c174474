package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.halles.marketplace.vendor.StorefrontEditing;
import org.halles.web.shop.StorefrontDraft;
import org.halles.web.shop.StorefrontPage;

/** The page that the form is about to make. */
@Named
@RequestScoped
public class StorefrontPreview {

  @Inject private Desk desk;
  @Inject private StorefrontEditing editing;
  @Inject private StorefrontDraft draft;
  @Inject private StorefrontPage page;

  /** Shows what is being drawn, or what is kept where nobody draws. */
  public void open() {
    page.show(draft.of(desk.scope().vendorId()).orElseGet(() -> editing.view(desk.scope())));
  }
}
