package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.KeyView;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.identity.Tokens;
import org.halles.marketplace.identity.VendorKeys;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/**
 * Keys for a vendor's programs. A key does what it was made for, and never more than whoever made
 * it may do at that moment.
 */
@ApplicationScoped
@Transactional
public class ApiKeys {

  private static final int LONGEST_LABEL = 100;

  private VendorKeys keys;
  private Tokens tokens;
  private CurrentCaller current;
  private Audit audit;

  protected ApiKeys() {}

  @Inject
  ApiKeys(VendorKeys keys, Tokens tokens, CurrentCaller current, Audit audit) {
    this.keys = keys;
    this.tokens = tokens;
    this.current = current;
    this.audit = audit;
  }

  /** The vendor's live keys, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.PEOPLE_READ)
  public Page<KeyView> list(VendorScope scope, Paging paging) {
    return keys.list(scope.vendorId(), paging);
  }

  /**
   * Makes a key.
   *
   * @param scopes codes of {@link Permission}s, at least one; none about people: a key makes no
   *     keys
   * @return the key; it is shown once and cannot be read again
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.PEOPLE_WRITE)
  public String create(VendorScope scope, String label, List<String> scopes) {
    Checklist checklist = new Checklist();
    String name = checklist.text("label", label, LONGEST_LABEL);
    Set<String> wanted = scopes(checklist, scopes);
    checklist.done();
    String key = tokens.createKey(current.get().accountId(), scope.vendorId(), name, wanted);
    audit.record(
        "create-api-key",
        Subject.of("vendor", scope.vendorId(), scope.vendorId()),
        null,
        Map.of("label", name, "scopes", wanted));
    return key;
  }

  /** Ends a key at once. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.PEOPLE_WRITE)
  public void revoke(VendorScope scope, UUID key) {
    String label = keys.revoke(scope.vendorId(), key).orElseThrow(() -> new NotFound("key", key));
    audit.record(
        "revoke-api-key",
        Subject.of("vendor", scope.vendorId(), scope.vendorId()),
        Map.of("label", label),
        null);
  }

  /** What a key can be made for. */
  public static List<String> offered() {
    return Arrays.stream(Permission.values())
        .filter(permission -> !permission.name().startsWith("PEOPLE"))
        .map(Permission::code)
        .toList();
  }

  private static Set<String> scopes(Checklist checklist, List<String> given) {
    Set<String> wanted = new TreeSet<>();
    if (given == null || given.isEmpty()) {
      checklist.reject("scopes", "is missing: choose at least one of " + offered(), null);
      return wanted;
    }
    for (String code : given) {
      if (offered().contains(code)) {
        wanted.add(code);
      } else {
        checklist.reject("scopes", "must be among " + offered(), code);
      }
    }
    return wanted;
  }
}
