package org.halles.api.vendor;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.api.catalog.MediaLink;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Closure;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Trader;
import org.halles.web.ui.StallPalette;

/**
 * A vendor's public face.
 *
 * @param kind professional or private
 * @param policies clean HTML or plain text by subject: returns, shipping, privacy, imprint, contact
 * @param trader who stands behind it
 * @param ground the paper it is drawn on
 * @param theme what draws it
 * @param closure days on which it sells nothing, or null
 * @param logo where its mark is served, or null
 * @param banner where its banner is served, or null
 * @param contrast how well the accent reads on the ground; where it does not, words are drawn in
 *     another shade of it
 */
public record Storefront(
    UUID id,
    String slug,
    String name,
    String kind,
    String country,
    Texts tagline,
    Texts story,
    Map<String, Texts> policies,
    Trader trader,
    String accent,
    String ground,
    String theme,
    Closure closure,
    String logo,
    String banner,
    String logoMedia,
    String bannerMedia,
    Contrast contrast) {

  /**
   * How well one colour reads on another.
   *
   * @param ratio from 1, the same, to 21, black on white; as WCAG 2.2 defines it, rounded down
   * @param readable true from 4.5 on
   */
  public record Contrast(BigDecimal ratio, boolean readable) {}

  static Storefront of(StorefrontView view) {
    return new Storefront(
        view.vendorId(),
        view.slug(),
        view.name(),
        view.kind().name().toLowerCase(Locale.ROOT),
        view.country(),
        view.tagline(),
        view.story(),
        view.policies(),
        view.trader(),
        view.accent(),
        view.ground(),
        view.theme(),
        view.closure(),
        MediaLink.of(view.logoMedia()),
        MediaLink.of(view.bannerMedia()),
        view.logoMedia(),
        view.bannerMedia(),
        contrast(StallPalette.of(view.accent(), view.ground())));
  }

  private static Contrast contrast(StallPalette palette) {
    return new Contrast(palette.ratio(), palette.isReadable());
  }
}
