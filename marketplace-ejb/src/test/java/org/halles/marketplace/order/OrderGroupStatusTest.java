package org.halles.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.order.VendorOrderStatus.CANCELLED;
import static org.halles.marketplace.order.VendorOrderStatus.CLOSED;
import static org.halles.marketplace.order.VendorOrderStatus.DELIVERED;
import static org.halles.marketplace.order.VendorOrderStatus.PARTLY_SHIPPED;
import static org.halles.marketplace.order.VendorOrderStatus.SHIPPED;
import static org.halles.marketplace.order.VendorOrderStatus.TO_SHIP;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderGroupStatusTest {

  @Test
  void aPurchaseStandsWhereItsSlowestPartAllows() {
    assertThat(of(TO_SHIP, TO_SHIP)).isEqualTo(OrderGroupStatus.PAID);
    assertThat(of(TO_SHIP, PARTLY_SHIPPED)).isEqualTo(OrderGroupStatus.PARTLY_SHIPPED);
    assertThat(of(TO_SHIP, DELIVERED)).isEqualTo(OrderGroupStatus.PARTLY_SHIPPED);
    assertThat(of(SHIPPED, DELIVERED)).isEqualTo(OrderGroupStatus.SHIPPED);
    assertThat(of(DELIVERED, CLOSED)).isEqualTo(OrderGroupStatus.DELIVERED);
    assertThat(of(CLOSED, CLOSED)).isEqualTo(OrderGroupStatus.CLOSED);
  }

  @Test
  void aCancelledPartHoldsNobodyUp() {
    assertThat(of(CANCELLED, DELIVERED)).isEqualTo(OrderGroupStatus.DELIVERED);
    assertThat(of(CANCELLED, CANCELLED)).isEqualTo(OrderGroupStatus.CANCELLED);
  }

  private static OrderGroupStatus of(VendorOrderStatus... parts) {
    return OrderGroupStatus.of(List.of(parts));
  }
}
