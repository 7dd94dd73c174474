package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.NotAllowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;

/** Who may act for which vendor. The only maker of a {@link VendorScope}. */
@ApplicationScoped
public class Memberships {

  private static final String OF_ACCOUNT =
      """
      select v.id, v.slug, v.name from vendor_member m join vendor v on v.id = m.vendor_id
      where m.account_id = ? and v.status <> 'CLOSED' order by v.name, v.id
      """;

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
      return ofKey(caller.vendorId(), named);
    }
    if (named != null && mayActForAnybody(caller)) {
      return scope(named, bySlug(named));
    }
    return ofMember(of(caller.accountId()), named);
  }

  /** The vendors an account belongs to, by name. */
  @Allowed(Role.SIGNED_IN)
  public List<VendorCard> of(UUID accountId) {
    return accountId == null ? List.of() : database.list(OF_ACCOUNT, Cards::read, accountId);
  }

  private static boolean mayActForAnybody(Caller caller) {
    return caller.is(Role.MODERATOR) || caller.is(Role.SUPPORT);
  }

  private VendorScope ofKey(UUID vendorId, String named) {
    List<VendorCard> own =
        database.list("select id, slug, name from vendor where id = ?", Cards::read, vendorId);
    return scope(named == null ? "of this key" : named, matching(own, named));
  }

  private static VendorScope ofMember(List<VendorCard> own, String named) {
    if (own.isEmpty()) {
      throw named == null
          ? NotAllowed.missingRole("of a vendor's member")
          : new NotFound("vendor", named);
    }
    if (named == null && own.size() > 1) {
      String slugs = own.stream().map(VendorCard::slug).collect(Collectors.joining(", "));
      throw new InvalidInput(
          new Violation("X-Vendor", "is missing: name one of your vendors: " + slugs, null));
    }
    return scope(named, matching(own, named));
  }

  private static List<VendorCard> matching(List<VendorCard> cards, String named) {
    return cards.stream().filter(card -> named == null || card.slug().equals(named)).toList();
  }

  private List<VendorCard> bySlug(String slug) {
    return slug.indexOf('\0') >= 0
        ? List.of()
        : database.list("select id, slug, name from vendor where slug = ?", Cards::read, slug);
  }

  private static VendorScope scope(String named, List<VendorCard> found) {
    return found.stream()
        .findFirst()
        .map(card -> new VendorScope(card.id(), card.slug()))
        .orElseThrow(() -> new NotFound("vendor", named));
  }
}
