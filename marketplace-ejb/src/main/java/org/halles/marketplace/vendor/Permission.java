package org.halles.marketplace.vendor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be done with a vendor's things: what a member's role gives, and what an API key is made
 * for. Writing includes reading.
 */
public enum Permission {
  STOREFRONT_READ,
  STOREFRONT_WRITE,
  CATALOGUE_READ,
  CATALOGUE_WRITE,
  ORDERS_READ,
  ORDERS_WRITE,
  MONEY_READ,
  MONEY_WRITE,
  PEOPLE_READ,
  PEOPLE_WRITE,
  WEBHOOKS_READ,
  WEBHOOKS_WRITE;

  /** Its name in programs: {@code orders:write}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** The permission a program calls so. */
  public static Optional<Permission> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  boolean isWriting() {
    return name().endsWith("_WRITE");
  }

  /** True if having this is enough where the other is needed. */
  boolean covers(Permission other) {
    return this == other || isWriting() && other == valueOf(name().replace("_WRITE", "_READ"));
  }

  /** True for what an operator does not do in a vendor's name. */
  boolean isPersonal() {
    return this == MONEY_WRITE || this == PEOPLE_WRITE || this == WEBHOOKS_WRITE;
  }
}
