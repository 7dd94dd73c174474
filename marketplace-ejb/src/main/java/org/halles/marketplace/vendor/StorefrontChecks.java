package org.halles.marketplace.vendor;

import java.util.Objects;
import java.util.regex.Pattern;
import org.halles.marketplace.media.Pictures;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Texts;

/** Whether a storefront can look as its vendor wants it; everything that is wrong at once. */
final class StorefrontChecks {

  /** How a storefront's address looks. */
  static final Pattern SLUG = Pattern.compile("(?=.{3,60}$)[a-z0-9]+(-[a-z0-9]+)*");

  static final String A_SLUG =
      "3 to 60 lower-case letters, digits and single hyphens, such as maison-lumen";

  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final Pattern MEDIA = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern THEME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Checklist checklist = new Checklist();
  private final StorefrontView before;
  private final Pictures pictures;

  private StorefrontChecks(StorefrontView before, Pictures pictures) {
    this.before = before;
    this.pictures = pictures;
  }

  static StorefrontInput checked(StorefrontInput input, StorefrontView before, Pictures pictures) {
    StorefrontChecks checks = new StorefrontChecks(before, pictures);
    StorefrontInput checked = checks.of(input);
    checks.checklist.done();
    return checked;
  }

  private StorefrontInput of(StorefrontInput input) {
    return new StorefrontInput(
        checklist.text("name", input.name(), 120),
        slug(input.slug()),
        checklist.texts("tagline", input.tagline(), 160, false),
        checklist.texts("story", input.story(), 4_000, false),
        Policies.checked(checklist, input.policies()),
        trader(input.trader()),
        colour("accent", input.accent(), Storefront.USUAL_ACCENT),
        colour("ground", input.ground(), Storefront.USUAL_GROUND),
        theme(input.theme()),
        media("logoMedia", input.logoMedia(), before.logoMedia()),
        media("bannerMedia", input.bannerMedia(), before.bannerMedia()),
        closure(input.closure()));
  }

  /** This colour, or the other one if it is none. */
  static String colourOr(String given, String otherwise) {
    return given != null && COLOUR.matcher(given).matches() ? given : otherwise;
  }

  /** This picture, or none if it is not the id of any. */
  static String mediaOrNull(String given) {
    return given != null && MEDIA.matcher(given).matches() ? given : null;
  }

  private String slug(String given) {
    return given == null || given.equals(before.slug())
        ? before.slug()
        : checklist.pattern("slug", given, SLUG, A_SLUG);
  }

  private Trader trader(Trader given) {
    if (given == null) {
      return Trader.UNKNOWN;
    }
    return new Trader(
        checklist.optional("trader.legalName", given.legalName(), 200),
        checklist.optional("trader.address", given.address(), 500),
        checklist.optional("trader.registration", given.registration(), 100),
        checklist.optional("trader.vatNumber", given.vatNumber(), 20),
        checklist.optional("trader.email", given.email(), 254),
        checklist.optional("trader.phone", given.phone(), 40));
  }

  private String colour(String field, String given, String usual) {
    return given == null
        ? usual
        : checklist.pattern(field, given, COLOUR, "a colour such as #1F5A3D");
  }

  private String theme(String given) {
    if (given == null) {
      return Storefront.USUAL_THEME;
    }
    String theme = checklist.pattern("theme", given, THEME, "the name of an installed theme");
    if (!theme.equals(before.theme()) && !Themes.installed().contains(theme)) {
      checklist.reject("theme", "must be one of " + Themes.installed(), theme);
    }
    return theme;
  }

  /** A picture that was there before needs no second look. */
  private String media(String field, String given, String former) {
    if (given == null || Objects.equals(given, former)) {
      return given;
    }
    String id = checklist.pattern(field, given, MEDIA, "the id of an uploaded picture");
    if (MEDIA.matcher(id).matches() && pictures.find(id).isEmpty()) {
      checklist.reject(field, "is unknown here: upload the picture first", id);
    }
    return id;
  }

  private Closure closure(Closure given) {
    if (given == null) {
      return null;
    }
    if (given.from() == null) {
      checklist.reject("closure.from", "is missing: say the first day, such as 2026-08-01", null);
    } else if (given.to() != null && given.to().isBefore(given.from())) {
      checklist.reject("closure.to", "must not be before the first day", given.to());
    }
    Texts note = given.note() == null ? Texts.NONE : given.note();
    return new Closure(given.from(), given.to(), checklist.texts("closure.note", note, 500, false));
  }
}
