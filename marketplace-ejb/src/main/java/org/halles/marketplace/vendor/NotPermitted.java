package org.halles.marketplace.vendor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Refusal;

/** Somebody may act for the vendor, but not do this. */
public final class NotPermitted extends Refusal {

  private static final long serialVersionUID = 1L;

  private NotPermitted(String code, String message, Map<String, Object> facts) {
    super(Kind.FORBIDDEN, code, message, facts);
  }

  static NotPermitted missingScope(Permission wanted) {
    return new NotPermitted(
        "missing-scope",
        "this key lacks the scope " + wanted.code() + ": make a key that has it",
        Map.of("scope", wanted.code()));
  }

  static NotPermitted roleTooSmall(MemberRole role, Permission wanted) {
    String enough =
        Arrays.stream(MemberRole.values())
            .filter(other -> other.may(wanted))
            .map(NotPermitted::name)
            .collect(Collectors.joining(" or "));
    return new NotPermitted(
        "role-too-small",
        "you are " + name(role) + " here and this is for " + enough + ": ask an owner",
        Map.of("role", name(role), "scope", wanted.code()));
  }

  static NotPermitted whileActing() {
    return new NotPermitted(
        "not-in-a-vendors-name",
        "an operator changes neither people, keys, webhooks nor money in a vendor's name: ask the vendor",
        Map.of());
  }

  private static String name(MemberRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
