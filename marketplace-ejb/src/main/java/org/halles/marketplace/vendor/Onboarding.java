package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.AccountView;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.EmailAddress;
import org.halles.marketplace.identity.Registration;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.identity.Tokens;
import org.halles.marketplace.shared.Checklist;

/** The operator makes vendors that may sell at once, each with a key for its programs. */
@ApplicationScoped
@Transactional
public class Onboarding {

  private static final Pattern SLUG = Pattern.compile("(?=.{3,60}$)[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  private Vendors vendors;
  private Members members;
  private Registration registration;
  private Tokens tokens;
  private Audit audit;
  private Clock clock;

  protected Onboarding() {}

  @Inject
  Onboarding(
      Vendors vendors,
      Members members,
      Registration registration,
      Tokens tokens,
      Audit audit,
      Clock clock) {
    this.vendors = vendors;
    this.members = members;
    this.registration = registration;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes an approved vendor, its storefront, its owner's membership and an API key.
   *
   * @throws SlugTaken if another vendor is called that
   */
  @Allowed(Role.MODERATOR)
  public CreatedVendor create(NewVendor wanted) {
    Vendor vendor = checked(wanted);
    if (vendors.isTaken(vendor.slug(), vendor.id())) {
      throw new SlugTaken(vendor.slug());
    }
    vendor.approve(null);
    AccountView owner = registration.invite(wanted.ownerEmail(), wanted.name(), "fr");
    vendors.add(vendor, new Storefront(vendor.id(), wanted.name().strip()));
    members.add(vendor.id(), owner.id(), MemberRole.OWNER);
    VendorView view = vendor.view();
    audit.record(
        "create-vendor",
        Subject.of("vendor", view.id(), view.id()),
        null,
        Map.of("slug", view.slug(), "kind", view.kind(), "country", view.country()));
    return new CreatedVendor(view, tokens.createKey(owner.id(), view.id(), view.slug()));
  }

  private Vendor checked(NewVendor wanted) {
    Checklist checklist = new Checklist();
    String name = checklist.text("name", wanted.name(), 120);
    String slug =
        checklist.pattern(
            "slug",
            wanted.slug(),
            SLUG,
            "3 to 60 lower-case letters, digits and single hyphens, such as maison-lumen");
    if (wanted.country() == null || !COUNTRIES.contains(wanted.country())) {
      checklist.reject("country", "must be two capital letters after ISO 3166-1", wanted.country());
    }
    VendorKind kind = checklist.choice("kind", wanted.kind(), VendorKind.class, null);
    if (EmailAddress.parse(wanted.ownerEmail()).isEmpty()) {
      checklist.reject(
          "ownerEmail", "must be an e-mail address such as ana@example.org", wanted.ownerEmail());
    }
    checklist.done();
    return Vendor.applying(slug, name, kind, wanted.country(), clock.instant());
  }
}
