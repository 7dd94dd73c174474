package org.halles.api.vendor;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.api.catalog.MediaLink;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Closure;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Trader;

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
    String bannerMedia) {

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
        view.bannerMedia());
  }
}
