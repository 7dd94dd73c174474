package org.halles.marketplace.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionMatrixTest {

  /** r: may look; w: may change; -: neither. */
  @ParameterizedTest(
      name = "{0}: storefront {1}, catalogue {2}, orders {3}, money {4}, people {5}, webhooks {6}")
  @CsvSource({
    "OWNER,     w, w, w, w, w, w",
    "MANAGER,   w, w, w, r, r, w",
    "CATALOGUE, r, w, -, -, -, -",
    "ORDERS,    r, r, w, -, -, -",
    "FINANCE,   r, r, r, w, -, -"
  })
  void everyRoleReachesAsFarAsItsWork(
      MemberRole role,
      String storefront,
      String catalogue,
      String orders,
      String money,
      String people,
      String webhooks) {
    VendorScope scope = scope(role, null, false);

    assertThat(reach(scope, "STOREFRONT")).isEqualTo(storefront);
    assertThat(reach(scope, "CATALOGUE")).isEqualTo(catalogue);
    assertThat(reach(scope, "ORDERS")).isEqualTo(orders);
    assertThat(reach(scope, "MONEY")).isEqualTo(money);
    assertThat(reach(scope, "PEOPLE")).isEqualTo(people);
    assertThat(reach(scope, "WEBHOOKS")).isEqualTo(webhooks);
  }

  @Test
  void aKeyNarrowsTheRoleAndNeverWidensIt() {
    VendorScope key =
        scope(MemberRole.ORDERS, Set.of(Permission.ORDERS_WRITE, Permission.MONEY_WRITE), false);

    assertThat(reach(key, "ORDERS")).isEqualTo("w");
    assertThat(reach(key, "CATALOGUE")).isEqualTo("-");
    assertThat(reach(key, "MONEY")).isEqualTo("-");
    assertThatThrownBy(() -> key.require(Permission.CATALOGUE_READ))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("catalogue:read");
    assertThatThrownBy(() -> key.require(Permission.MONEY_READ))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("owner or manager or finance");
  }

  @Test
  void anOperatorInAVendorsNameLeavesMoneyAndPeopleAlone() {
    VendorScope acting = scope(MemberRole.OWNER, null, true);

    assertThat(reach(acting, "ORDERS")).isEqualTo("w");
    assertThat(reach(acting, "MONEY")).isEqualTo("r");
    assertThat(reach(acting, "PEOPLE")).isEqualTo("r");
    assertThat(reach(acting, "WEBHOOKS")).isEqualTo("r");
    assertThatThrownBy(() -> acting.require(Permission.MONEY_WRITE))
        .isInstanceOfSatisfying(
            NotPermitted.class, no -> assertThat(no.code()).isEqualTo("not-in-a-vendors-name"));
  }

  private static VendorScope scope(MemberRole role, Set<Permission> granted, boolean acting) {
    return new VendorScope(UUID.randomUUID(), "stall", "Stall", role, granted, acting);
  }

  private static String reach(VendorScope scope, String area) {
    if (scope.may(Permission.valueOf(area + "_WRITE"))) {
      return "w";
    }
    return scope.may(Permission.valueOf(area + "_READ")) ? "r" : "-";
  }
}
