package org.halles.web.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.halles.marketplace.catalog.DraftPreview;
import org.halles.web.shop.ListingPage;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;

/** A draft on the page that buyers would see. */
@Named
@RequestScoped
public class PreviewPage {

  @Inject
  @Param(name = "draft")
  private String draftId;

  @Inject private Desk desk;
  @Inject private DraftPreview preview;
  @Inject private ListingPage page;

  public void open() {
    page.show(preview.of(desk.scope(), UUID.fromString(draftId)));
  }
}
