package org.halles.web.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.halles.web.ui.AssetCatalogue;

/** Where pictures are served. */
@ApplicationScoped
class Pictures {

  private AssetCatalogue assets;

  protected Pictures() {}

  @Inject
  Pictures(AssetCatalogue assets) {
    this.assets = assets;
  }

  /** The address of a stored picture; a drawing of an empty crate where there is none. */
  String of(String media) {
    return media == null ? assets.get("img/no-picture.svg") : "/media/" + media;
  }
}
