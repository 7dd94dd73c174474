package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Book;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.PostingView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What a vendor earned, what is available, and why. */
@ApplicationScoped
public class Earnings {

  private Balances balances;
  private Book book;
  private EarningLines lines;
  private Deductions deductions;

  protected Earnings() {}

  @Inject
  public Earnings(Balances balances, Book book, EarningLines lines, Deductions deductions) {
    this.balances = balances;
    this.book = book;
    this.lines = lines;
    this.deductions = deductions;
  }

  /**
   * One balance a currency, without what is on its way to the bank, which payouts know; empty
   * before the first sale.
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_READ)
  @Transactional
  public List<VendorBalance> balances(VendorScope vendor) {
    Map<CurrencyCode, Map<String, Money>> found = new TreeMap<>();
    for (AccountView account : balances.at(addresses(vendor.vendorId()))) {
      found
          .computeIfAbsent(account.balance().currency(), currency -> new TreeMap<>())
          .put(account.address(), account.balance());
    }
    List<VendorBalance> result = new ArrayList<>();
    found.forEach((currency, sums) -> result.add(balance(vendor.vendorId(), currency, sums)));
    return result;
  }

  private static VendorBalance balance(
      UUID vendor, CurrencyCode currency, Map<String, Money> sums) {
    Money none = Money.zero(currency);
    return new VendorBalance(
        sums.getOrDefault(Chart.vendorPending(vendor), none),
        sums.getOrDefault(Chart.vendorAvailable(vendor), none),
        sums.getOrDefault(Chart.vendorReserve(vendor), none),
        none,
        sums.getOrDefault(Chart.vendorReceivable(vendor), none),
        sums.getOrDefault(Chart.vendorDisputeHold(vendor), none));
  }

  /** Lines and shippings of paid orders, newest first, each with its split. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_READ)
  @Transactional
  public Page<EarningLine> lines(VendorScope vendor, Paging paging) {
    return lines.of(vendor.vendorId(), paging);
  }

  /** What was taken lately, after sales: from where, and what of it became a debt; newest first. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_READ)
  @Transactional
  public List<Deduction> deductions(VendorScope vendor) {
    return deductions.newest(vendor.vendorId());
  }

  /** The vendor's part of the book, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_READ)
  @Transactional
  public Page<PostingView> ledger(VendorScope vendor, Paging paging) {
    return book.postingsAt(List.of(addresses(vendor.vendorId())), paging);
  }

  private static String[] addresses(UUID vendor) {
    return new String[] {
      Chart.vendorPending(vendor),
      Chart.vendorAvailable(vendor),
      Chart.vendorReserve(vendor),
      Chart.vendorReceivable(vendor),
      Chart.vendorDisputeHold(vendor)
    };
  }
}
