package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Book;
import org.halles.marketplace.ledger.EntryView;
import org.halles.marketplace.order.AllocationView;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.SplitView;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.pricing.Allocation;
import org.halles.spi.Money;
import org.omnifaces.cdi.Param;

/** One purchase as the operator sees it: its parts, payments, split, and entries in the book. */
@Named("groupDesk")
@RequestScoped
public class GroupDesk {

  @Inject @Param private String number;
  @Inject private Orders orders;
  @Inject private Book book;
  @Inject private CurrentCaller caller;

  private OrderGroupView group;
  private SplitView split;
  private List<EntryView> entries;

  public OrderGroupView getGroup() {
    if (group == null) {
      group = orders.get(number, null);
    }
    return group;
  }

  public SplitView getSplit() {
    if (split == null) {
      split = orders.split(getGroup());
    }
    return split;
  }

  /** The legs of one line of a vendor order. */
  public List<AllocationView> legs(VendorOrderView part, OrderLineView line) {
    return part == null || line == null ? List.of() : legsOf(part, line.id());
  }

  /** The legs of the shipping of a vendor order. */
  public List<AllocationView> shippingLegs(VendorOrderView part) {
    return part == null ? List.of() : legsOf(part, null);
  }

  /** The legs of the purchase itself, such as a service fee. */
  public List<AllocationView> getOwnLegs() {
    return getSplit().lines().stream().filter(leg -> leg.vendorOrder() == null).toList();
  }

  private List<AllocationView> legsOf(VendorOrderView part, UUID line) {
    return getSplit().lines().stream()
        .filter(leg -> part.number().equals(leg.vendorOrder()))
        .filter(leg -> Objects.equals(leg.line(), line))
        .toList();
  }

  /** How much each kind of leg takes of the whole, largest first where it matters. */
  public List<Map.Entry<Allocation.Kind, Money>> getShares() {
    Map<Allocation.Kind, Money> shares = new EnumMap<>(Allocation.Kind.class);
    getSplit().lines().forEach(leg -> shares.merge(leg.kind(), leg.amount(), Money::plus));
    return List.copyOf(shares.entrySet());
  }

  /** True if whoever looks reads the book. */
  public boolean isBookReader() {
    return caller.get().is(Role.FINANCE);
  }

  /** All entries of the book about it, its payments, parts, refunds, disputes and credit. */
  public List<EntryView> getEntries() {
    if (entries == null) {
      Stream<Book.Cause> payments =
          getGroup().payments().stream()
              .map(payment -> new Book.Cause("payment-transaction", payment.id().toString()));
      Stream<Book.Cause> parts =
          getGroup().vendorOrders().stream()
              .map(part -> new Book.Cause("vendor-order", part.id().toString()));
      entries = book.entriesAbout(getGroup().id(), Stream.concat(payments, parts).toList());
    }
    return entries;
  }
}
