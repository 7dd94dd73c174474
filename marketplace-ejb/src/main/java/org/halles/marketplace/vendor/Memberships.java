package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.NotAllowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.LogContext;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;

/** Who may act for which vendor. The only maker of a {@link VendorScope}. */
@ApplicationScoped
public class Memberships {

  private static final String OF_ACCOUNT =
      """
      select v.id, v.slug, v.name, m.role from vendor_member m join vendor v on v.id = m.vendor_id
      where m.account_id = ? and v.status <> 'CLOSED' order by v.name, v.id
      """;

  /** A vendor, and what the caller is there. */
  private record Place(VendorCard vendor, MemberRole role) {}

  /**
   * A vendor's portal, opened.
   *
   * @param scope the proof that the caller may work there
   * @param vendors all that the caller belongs to, by name
   */
  public record Opened(VendorScope scope, List<VendorCard> vendors) {}

  private CurrentCaller current;
  private Database database;

  protected Memberships() {}

  @Inject
  public Memberships(CurrentCaller current, Database database) {
    this.current = current;
    this.database = database;
  }

  /**
   * The scope the caller works in: that of an API key, or of the vendor named if they belong to it,
   * or of the only one they belong to. Operators may act for any vendor they name.
   *
   * @param slug the vendor named by {@code X-Vendor} or by the page's path, or null
   * @throws NotFound if there is no such vendor or it is not the caller's
   */
  @Allowed(Role.SIGNED_IN)
  public VendorScope scopeOf(String slug) {
    Caller caller = current.get();
    String named = slug == null || slug.isBlank() ? null : slug.strip();
    if (caller.vendorId() != null) {
      return bound(caller, named);
    }
    if (named != null && mayActForAnybody(caller)) {
      return inTheNameOf(named);
    }
    return ofMember(places(caller.accountId()), named);
  }

  /**
   * The scope the caller works in, with what else there is to choose from.
   *
   * @throws NotFound as {@link #scopeOf}
   */
  @Allowed(Role.SIGNED_IN)
  public Opened open(String slug) {
    Caller caller = current.get();
    String named = slug == null || slug.isBlank() ? null : slug.strip();
    if (caller.vendorId() != null || named != null && mayActForAnybody(caller)) {
      return new Opened(scopeOf(slug), of(caller.accountId()));
    }
    List<Place> own = places(caller.accountId());
    return new Opened(ofMember(own, named), own.stream().map(Place::vendor).toList());
  }

  /** The vendors an account belongs to, by name. */
  @Allowed(Role.SIGNED_IN)
  public List<VendorCard> of(UUID accountId) {
    return accountId == null ? List.of() : database.list(OF_ACCOUNT, Cards::read, accountId);
  }

  private List<Place> places(UUID accountId) {
    return accountId == null
        ? List.of()
        : database.list(
            OF_ACCOUNT,
            row -> new Place(Cards.read(row), row.one("role", MemberRole.class)),
            accountId);
  }

  private boolean isThePlatform() {
    return current.get().roles().contains(Role.SYSTEM);
  }

  private static boolean mayActForAnybody(Caller caller) {
    return caller.is(Role.MODERATOR) || caller.is(Role.SUPPORT);
  }

  /** The scope of a key, or of an operator who sees the portal as this vendor. */
  private VendorScope bound(Caller caller, String named) {
    return database
        .find(
            """
            select v.id, v.slug, v.name, m.role from vendor v
              left join vendor_member m on m.vendor_id = v.id and m.account_id = ?
             where v.id = ? and v.status <> 'CLOSED'
            """,
            row -> new Place(Cards.read(row), roleOf(caller, row.text("role"))),
            caller.accountId(),
            caller.vendorId())
        .filter(place -> named == null || place.vendor().slug().equals(named))
        .filter(place -> place.role() != null)
        .map(place -> scope(place, permissions(caller.scopes()), caller.acting()))
        .orElseThrow(() -> new NotFound("vendor", named == null ? "of this key" : named));
  }

  /** A key does no more than its maker may now; whoever left leaves no key behind. */
  private static MemberRole roleOf(Caller caller, String role) {
    if (caller.acting()) {
      return MemberRole.OWNER;
    }
    return role == null ? null : MemberRole.valueOf(role);
  }

  private static Set<Permission> permissions(Set<String> scopes) {
    if (scopes == null) {
      return null;
    }
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    scopes.forEach(code -> Permission.of(code).ifPresent(permissions::add));
    return permissions;
  }

  private VendorScope inTheNameOf(String slug) {
    return bySlug(slug).stream()
        .findFirst()
        .map(card -> scope(new Place(card, MemberRole.OWNER), null, !isThePlatform()))
        .orElseThrow(() -> new NotFound("vendor", slug));
  }

  private static VendorScope ofMember(List<Place> own, String named) {
    if (own.isEmpty()) {
      throw named == null
          ? NotAllowed.missingRole("of a vendor's member")
          : new NotFound("vendor", named);
    }
    if (named == null && own.size() > 1) {
      String slugs =
          own.stream().map(place -> place.vendor().slug()).collect(Collectors.joining(", "));
      throw new InvalidInput(
          new Violation("X-Vendor", "is missing: name one of your vendors: " + slugs, null));
    }
    return own.stream()
        .filter(place -> named == null || place.vendor().slug().equals(named))
        .findFirst()
        .map(place -> scope(place, null, false))
        .orElseThrow(() -> new NotFound("vendor", named));
  }

  private static VendorScope scope(Place place, Set<Permission> granted, boolean acting) {
    VendorCard vendor = place.vendor();
    LogContext.vendor(vendor.slug());
    return new VendorScope(
        vendor.id(), vendor.slug(), vendor.name(), place.role(), granted, acting);
  }

  private List<VendorCard> bySlug(String slug) {
    return slug.indexOf('\0') >= 0
        ? List.of()
        : database.list("select id, slug, name from vendor where slug = ?", Cards::read, slug);
  }
}
