package org.halles.marketplace.vendor;

import java.util.Map;
import org.halles.marketplace.shared.Texts;

/**
 * A storefront as its vendor wants it from now on; what is left out becomes empty. Fields mean what
 * they mean in {@link StorefrontView}.
 */
public record StorefrontInput(
    String name,
    Texts tagline,
    Texts story,
    Map<String, Texts> policies,
    Trader trader,
    String accent,
    String logoMedia,
    String bannerMedia) {}
