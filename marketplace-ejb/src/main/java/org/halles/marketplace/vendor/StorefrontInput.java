package org.halles.marketplace.vendor;

import java.util.Map;
import org.halles.marketplace.shared.Texts;

/**
 * A storefront as its vendor wants it from now on; what is left out becomes empty, or what is
 * usual. Fields mean what they mean in {@link StorefrontView}.
 *
 * @param slug its address from now on; unchanged if null
 */
public record StorefrontInput(
    String name,
    String slug,
    Texts tagline,
    Texts story,
    Map<String, Texts> policies,
    Trader trader,
    String accent,
    String ground,
    String theme,
    String logoMedia,
    String bannerMedia,
    Closure closure) {

  /** The words, the colour and the pictures; the rest as is usual. */
  public StorefrontInput(
      String name,
      Texts tagline,
      Texts story,
      Map<String, Texts> policies,
      Trader trader,
      String accent,
      String logoMedia,
      String bannerMedia) {
    this(
        name,
        null,
        tagline,
        story,
        policies,
        trader,
        accent,
        null,
        null,
        logoMedia,
        bannerMedia,
        null);
  }
}
