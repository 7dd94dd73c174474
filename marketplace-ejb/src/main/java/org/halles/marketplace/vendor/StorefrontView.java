package org.halles.marketplace.vendor;

import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * A vendor's public face.
 *
 * @param name what buyers read
 * @param tagline one line
 * @param story a paragraph or two, plain text
 * @param policies plain text by subject: {@code returns}, {@code shipping}, {@code contact}
 * @param trader who stands behind it; {@link Trader#UNKNOWN} for a private person
 * @param accent its colour, {@code #RRGGBB}
 * @param logoMedia media id of its mark, or null
 * @param bannerMedia media id of its banner, or null
 * @param version rises with every edit
 */
public record StorefrontView(
    UUID vendorId,
    String slug,
    String name,
    VendorKind kind,
    String country,
    Texts tagline,
    Texts story,
    Map<String, Texts> policies,
    Trader trader,
    String accent,
    String logoMedia,
    String bannerMedia,
    int version) {

  public StorefrontView {
    policies = Map.copyOf(policies);
  }
}
