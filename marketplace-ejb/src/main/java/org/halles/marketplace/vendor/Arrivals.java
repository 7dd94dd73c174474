package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Registration;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.VendorRegistration;

/** Vendors that arrive as jars. */
@ApplicationScoped
@Transactional
public class Arrivals {

  private Vendors vendors;
  private Members members;
  private Registration registration;
  private Audit audit;
  private Clock clock;

  protected Arrivals() {}

  @Inject
  Arrivals(Vendors vendors, Members members, Registration registration, Audit audit, Clock clock) {
    this.vendors = vendors;
    this.members = members;
    this.registration = registration;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A slug that nobody has becomes a vendor that awaits approval; a vendor that this plugin brought
   * before gets the words and the colour it registers now.
   *
   * @param approveAtOnce true where the demo is on
   * @return the vendor's id
   * @throws SlugTaken if the slug is another's
   */
  @Allowed(Role.SYSTEM)
  public UUID register(String pluginId, VendorRegistration arrival, boolean approveAtOnce) {
    Optional<Vendor> known = vendors.findEver(arrival.slug());
    if (known.isEmpty()) {
      return welcome(pluginId, arrival, approveAtOnce);
    }
    if (!pluginId.equals(known.get().pluginId())) {
      throw new SlugTaken(arrival.slug());
    }
    introduce(vendors.storefront(known.get().id()), arrival);
    return known.get().id();
  }

  private UUID welcome(String pluginId, VendorRegistration arrival, boolean approveAtOnce) {
    Vendor vendor =
        Vendor.applying(
                arrival.slug(),
                arrival.name(),
                arrival.professional() ? VendorKind.PROFESSIONAL : VendorKind.PRIVATE,
                arrival.country(),
                clock.instant())
            .broughtBy(pluginId);
    if (approveAtOnce) {
      vendor.approve(null);
    }
    Storefront storefront = new Storefront(vendor.id(), arrival.name());
    introduce(storefront, arrival);
    vendors.add(vendor, storefront);
    UUID owner = registration.invite(arrival.ownerEmail(), arrival.name(), "fr").id();
    members.add(vendor.id(), owner, MemberRole.OWNER);
    audit.record(
        "register-vendor",
        Subject.of("vendor", vendor.id(), vendor.id()),
        null,
        Map.of("slug", vendor.slug(), "plugin", pluginId, "status", vendor.status()));
    return vendor.id();
  }

  private static void introduce(Storefront storefront, VendorRegistration arrival) {
    storefront.introduce(
        arrival.name(), new Texts(arrival.tagline()), new Texts(arrival.story()), arrival.accent());
  }
}
