package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.payment.PaidWith;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.NotFound;

/** Locks purchases whose money may go back, payments first; part of the caller's transaction. */
@ApplicationScoped
class RefundCases {

  private PaidOrders orders;
  private Transactions transactions;
  private RefundStore store;

  protected RefundCases() {}

  @Inject
  RefundCases(PaidOrders orders, Transactions transactions, RefundStore store) {
    this.orders = orders;
    this.transactions = transactions;
    this.store = store;
  }

  public RefundCase open(String number) {
    return open(orders.find(number).orElseThrow(() -> new NotFound("order", number)));
  }

  /**
   * @param number of a part
   * @throws NotFound also if it is another vendor's
   */
  public RefundCase openOfVendor(UUID vendor, String number) {
    return open(
        orders
            .findPart(vendor, number)
            .map(PaidOrders.PartId::orderGroup)
            .orElseThrow(() -> new NotFound("order", number)));
  }

  public RefundCase open(UUID id) {
    List<PaidWith> payments = transactions.lockPaymentsOf(id);
    PaidOrder order = orders.lock(id);
    return new RefundCase(
        order, payments, store.subjects(id, order.total().currency()), orders.lines(id));
  }
}
