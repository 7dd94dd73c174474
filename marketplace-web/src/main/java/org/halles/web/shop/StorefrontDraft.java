package org.halles.web.shop;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.vendor.StorefrontView;

/** A storefront as somebody is drawing it at this moment, for the preview beside the form. */
@SessionScoped
public class StorefrontDraft implements Serializable {

  private static final long serialVersionUID = 1L;

  private transient StorefrontView view;

  public void keep(StorefrontView draft) {
    this.view = draft;
  }

  /** What is being drawn for this vendor. */
  public Optional<StorefrontView> of(UUID vendorId) {
    return Optional.ofNullable(view).filter(draft -> draft.vendorId().equals(vendorId));
  }
}
