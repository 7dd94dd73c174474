package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Stale;
import org.halles.marketplace.shared.Texts;

/** A vendor works on its storefront. */
@ApplicationScoped
@Transactional
public class StorefrontEditing {

  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final Pattern MEDIA = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> POLICIES = Set.of("returns", "shipping", "contact");

  private Vendors vendors;
  private Event<StorefrontRenamed> renamed;

  protected StorefrontEditing() {}

  @Inject
  StorefrontEditing(Vendors vendors, Event<StorefrontRenamed> renamed) {
    this.vendors = vendors;
    this.renamed = renamed;
  }

  /** What is shown now, or will be once the vendor is approved. */
  @Allowed(Role.SIGNED_IN)
  public StorefrontView view(VendorScope scope) {
    return vendors.storefront(scope.vendorId()).view(vendors.get(scope.vendorId()));
  }

  /**
   * Everything is as given from now on.
   *
   * @param expectedVersion the version the caller read, or null if it insists on none
   * @throws Stale if somebody else edited it meanwhile
   */
  @Allowed(Role.SIGNED_IN)
  public StorefrontView edit(VendorScope scope, Integer expectedVersion, StorefrontInput input) {
    Vendor vendor = vendors.get(scope.vendorId());
    Storefront storefront = vendors.storefront(scope.vendorId());
    Stale.check(expectedVersion, storefront.version());
    StorefrontInput checked = checked(input);
    boolean anotherName = !Objects.equals(storefront.name(), checked.name());
    storefront.redecorate(checked);
    vendor.rename(checked.name());
    vendors.flush();
    if (anotherName) {
      renamed.fire(new StorefrontRenamed(scope.vendorId()));
    }
    return storefront.view(vendor);
  }

  private static StorefrontInput checked(StorefrontInput input) {
    Checklist checklist = new Checklist();
    StorefrontInput checked =
        new StorefrontInput(
            checklist.text("name", input.name(), 120),
            checklist.texts("tagline", input.tagline(), 160, false),
            checklist.texts("story", input.story(), 4_000, false),
            policies(checklist, input.policies()),
            trader(checklist, input.trader()),
            colour(checklist, input.accent()),
            media(checklist, "logoMedia", input.logoMedia()),
            media(checklist, "bannerMedia", input.bannerMedia()));
    checklist.done();
    return checked;
  }

  private static Map<String, Texts> policies(Checklist checklist, Map<String, Texts> given) {
    Map<String, Texts> checked = new LinkedHashMap<>();
    if (given != null) {
      given.forEach(
          (subject, texts) -> {
            if (POLICIES.contains(subject)) {
              checked.put(subject, checklist.texts("policies." + subject, texts, 4_000, false));
            } else {
              checklist.reject("policies", "knows returns, shipping and contact", subject);
            }
          });
    }
    return checked;
  }

  private static Trader trader(Checklist checklist, Trader given) {
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

  private static String colour(Checklist checklist, String given) {
    return given == null
        ? Storefront.USUAL_ACCENT
        : checklist.pattern("accent", given, COLOUR, "a colour such as #1F5A3D");
  }

  private static String media(Checklist checklist, String field, String given) {
    return given == null
        ? null
        : checklist.pattern(field, given, MEDIA, "the id of an uploaded file");
  }
}
