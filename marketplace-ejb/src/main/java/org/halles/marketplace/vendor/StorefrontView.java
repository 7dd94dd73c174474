package org.halles.marketplace.vendor;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * A vendor's public face.
 *
 * @param name what buyers read
 * @param tagline one line
 * @param story a paragraph or two, plain text
 * @param policies light HTML, cleaned, or plain text, by subject: see {@link Policies}
 * @param trader who stands behind it; {@link Trader#UNKNOWN} for a private person
 * @param accent its colour, {@code #RRGGBB}
 * @param ground the paper it is drawn on, {@code #RRGGBB}
 * @param theme name of the resource library contract that draws it
 * @param logoMedia media id of its mark, or null
 * @param bannerMedia media id of its banner, or null
 * @param closure its next or present holiday, or null
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
    String ground,
    String theme,
    String logoMedia,
    String bannerMedia,
    Closure closure,
    int version) {

  public StorefrontView {
    policies = Map.copyOf(policies);
  }

  /** The same with what somebody is typing; what makes no sense is left out, or as is usual. */
  StorefrontView drawn(StorefrontInput input) {
    return new StorefrontView(
        vendorId,
        slug,
        input.name() == null ? "" : input.name(),
        kind,
        country,
        words(input.tagline()),
        words(input.story()),
        Policies.readable(input.policies()),
        input.trader() == null ? Trader.UNKNOWN : input.trader(),
        StorefrontChecks.colourOr(input.accent(), Storefront.USUAL_ACCENT),
        StorefrontChecks.colourOr(input.ground(), Storefront.USUAL_GROUND),
        Themes.orUsual(input.theme()),
        StorefrontChecks.mediaOrNull(input.logoMedia()),
        StorefrontChecks.mediaOrNull(input.bannerMedia()),
        drawn(input.closure()),
        version);
  }

  private static Texts words(Texts given) {
    return given == null ? Texts.NONE : given;
  }

  private static Closure drawn(Closure given) {
    boolean closes =
        given != null
            && given.from() != null
            && (given.to() == null || !given.to().isBefore(given.from()));
    return closes ? new Closure(given.from(), given.to(), words(given.note())) : null;
  }

  /** Its holiday if it is closed on this day, else null. */
  public Closure closedOn(LocalDate day) {
    return closure != null && closure.isOn(day) ? closure : null;
  }
}
