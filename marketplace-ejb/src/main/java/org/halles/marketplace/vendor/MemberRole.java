package org.halles.marketplace.vendor;

import static org.halles.marketplace.vendor.Permission.CATALOGUE_READ;
import static org.halles.marketplace.vendor.Permission.CATALOGUE_WRITE;
import static org.halles.marketplace.vendor.Permission.MONEY_READ;
import static org.halles.marketplace.vendor.Permission.MONEY_WRITE;
import static org.halles.marketplace.vendor.Permission.ORDERS_READ;
import static org.halles.marketplace.vendor.Permission.ORDERS_WRITE;
import static org.halles.marketplace.vendor.Permission.PEOPLE_READ;
import static org.halles.marketplace.vendor.Permission.PEOPLE_WRITE;
import static org.halles.marketplace.vendor.Permission.STOREFRONT_READ;
import static org.halles.marketplace.vendor.Permission.STOREFRONT_WRITE;
import static org.halles.marketplace.vendor.Permission.WEBHOOKS_WRITE;

import java.util.EnumSet;
import java.util.Set;

/** What a member does for a vendor. */
public enum MemberRole {
  /** Everything, people and keys included. */
  OWNER(STOREFRONT_WRITE, CATALOGUE_WRITE, ORDERS_WRITE, MONEY_WRITE, PEOPLE_WRITE, WEBHOOKS_WRITE),
  /** Runs the shop; sees the money and the people. */
  MANAGER(STOREFRONT_WRITE, CATALOGUE_WRITE, ORDERS_WRITE, MONEY_READ, PEOPLE_READ, WEBHOOKS_WRITE),
  /** Writes listings. */
  CATALOGUE(CATALOGUE_WRITE, STOREFRONT_READ),
  /** Ships, answers, refunds. */
  ORDERS(ORDERS_WRITE, CATALOGUE_READ, STOREFRONT_READ),
  /** Looks after the money. */
  FINANCE(MONEY_WRITE, ORDERS_READ, CATALOGUE_READ, STOREFRONT_READ);

  private final Set<Permission> permissions;

  MemberRole(Permission first, Permission... more) {
    this.permissions = EnumSet.of(first, more);
  }

  /** True if this role may do that. */
  public boolean may(Permission wanted) {
    return permissions.stream().anyMatch(own -> own.covers(wanted));
  }
}
