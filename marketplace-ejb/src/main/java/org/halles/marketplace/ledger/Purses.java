package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * Where a vendor's money is: held for an order, available, in reserve, or owed. Taking from it
 * locks it; part of the caller's transaction.
 */
@ApplicationScoped
public class Purses {

  private Balances balances;
  private Ledger ledger;

  protected Purses() {}

  @Inject
  public Purses(Balances balances, Ledger ledger) {
    this.balances = balances;
    this.ledger = ledger;
  }

  /** Locks the funds of all these vendors at once, in one order, before any of them is drawn on. */
  public void open(CurrencyCode currency, Collection<UUID> vendors) {
    open(currency, vendors, List.of());
  }

  /** The same for vendors and affiliates. */
  public void open(CurrencyCode currency, Collection<UUID> vendors, Collection<String> affiliates) {
    List<String> addresses = new ArrayList<>();
    for (String affiliate : affiliates) {
      addresses.add(Chart.affiliateAvailable(affiliate));
      addresses.add(Chart.affiliateReceivable(affiliate));
    }
    for (UUID vendor : vendors) {
      addresses.add(Chart.vendorAvailable(vendor));
      addresses.add(Chart.vendorReserve(vendor));
      addresses.add(Chart.vendorReceivable(vendor));
    }
    balances.hold(currency, addresses);
  }

  /**
   * From where a vendor gives this amount of one order: first what is still held for that order,
   * then what is available, then the reserve; the rest is a debt.
   */
  public List<Templates.Share> draw(UUID vendor, UUID vendorOrder, Money amount) {
    List<Templates.Share> shares = new ArrayList<>();
    Money missing = drawFunds(vendor, vendorOrder, amount, shares);
    take(Chart.vendorReceivable(vendor), missing, missing, vendorOrder, shares);
    return shares;
  }

  /** From where a vendor gives an amount that is about no order: available, then a debt. */
  public List<Templates.Share> drawFree(UUID vendor, Money amount) {
    String available = Chart.vendorAvailable(vendor);
    List<Templates.Share> shares = new ArrayList<>();
    Money left = held(amount.currency(), List.of(available)).get(available);
    Money missing = take(available, left, amount, null, shares);
    take(Chart.vendorReceivable(vendor), missing, missing, null, shares);
    return shares;
  }

  /**
   * From where an affiliate gives back what it earned with parts of a purchase: first what still
   * waits, then what is available; the rest was paid already and is a debt. All its parts at once,
   * for what one of them takes is not there for the next.
   */
  public List<Templates.Share> drawAffiliate(String affiliate, Map<UUID, Money> parts) {
    List<Templates.Share> shares = new ArrayList<>();
    Map<UUID, Money> missing = new LinkedHashMap<>();
    String pending = Chart.affiliatePending(affiliate);
    parts.forEach(
        (part, amount) -> {
          Money held = waiting(pending, part, amount.currency());
          missing.put(part, take(pending, held, amount, part, shares));
        });
    missing.values().removeIf(Money::isZero);
    drawPaid(affiliate, missing, shares);
    return shares;
  }

  private void drawPaid(String affiliate, Map<UUID, Money> parts, List<Templates.Share> shares) {
    String available = Chart.affiliateAvailable(affiliate);
    Money left = null;
    for (Map.Entry<UUID, Money> part : parts.entrySet()) {
      Money wanted = part.getValue();
      if (left == null) {
        left = held(wanted.currency(), List.of(available)).get(available);
      }
      Money debt = take(available, left, wanted, part.getKey(), shares);
      left = left.minus(wanted.minus(debt));
      take(Chart.affiliateReceivable(affiliate), debt, debt, part.getKey(), shares);
    }
  }

  private Money waiting(String pending, UUID vendorOrder, CurrencyCode currency) {
    return balances.ofVendorOrder(pending, vendorOrder).stream()
        .filter(left -> left.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }

  /** The same as far as there is money: nobody owes what is not decided. */
  public List<Templates.Share> drawWithoutDebt(UUID vendor, UUID vendorOrder, Money amount) {
    List<Templates.Share> shares = new ArrayList<>();
    drawFunds(vendor, vendorOrder, amount, shares);
    return shares;
  }

  /** Says what is missing. */
  private Money drawFunds(
      UUID vendor, UUID vendorOrder, Money amount, List<Templates.Share> shares) {
    CurrencyCode currency = amount.currency();
    String pending = Chart.vendorPending(vendor);
    Money held = waiting(pending, vendorOrder, currency);
    Money missing = take(pending, held, amount, vendorOrder, shares);
    if (missing.isPositive()) {
      List<String> funds = List.of(Chart.vendorAvailable(vendor), Chart.vendorReserve(vendor));
      Map<String, Money> left = held(currency, funds);
      for (String fund : funds) {
        missing = take(fund, left.get(fund), missing, vendorOrder, shares);
      }
    }
    return missing;
  }

  private static Money take(
      String address, Money left, Money wanted, UUID vendorOrder, List<Templates.Share> shares) {
    Money taken = left.isNegative() ? Money.zero(wanted.currency()) : left.min(wanted);
    if (taken.isPositive()) {
      shares.add(new Templates.Share(address, taken, vendorOrder));
    }
    return wanted.minus(taken);
  }

  /** Whoever owes and has money available pays; whoever paid too much gets it back. */
  public void settleDebts(Source source, CurrencyCode currency, Collection<UUID> vendors) {
    Map<UUID, Money> offsets = new TreeMap<>();
    for (UUID vendor : new TreeSet<>(vendors)) {
      Money offset =
          offset(currency, Chart.vendorAvailable(vendor), Chart.vendorReceivable(vendor));
      if (!offset.isZero()) {
        offsets.put(vendor, offset);
      }
    }
    if (!offsets.isEmpty()) {
      ledger.post(Templates.debtOffset(source, offsets));
    }
  }

  /** The same for affiliates. */
  public void settleAffiliates(
      Source source, CurrencyCode currency, Collection<String> affiliates) {
    Map<String, Money> offsets = new TreeMap<>();
    for (String affiliate : new TreeSet<>(affiliates)) {
      Money offset =
          offset(
              currency, Chart.affiliateAvailable(affiliate), Chart.affiliateReceivable(affiliate));
      if (!offset.isZero()) {
        offsets.put(affiliate, offset);
      }
    }
    if (!offsets.isEmpty()) {
      ledger.post(Templates.affiliateOffset(source, offsets));
    }
  }

  private Money offset(CurrencyCode currency, String available, String debt) {
    Map<String, Money> sums = held(currency, List.of(available, debt));
    Money owed = sums.get(debt);
    return owed.isNegative() ? owed : owed.min(sums.get(available));
  }

  /** What is owed on such an account; it is locked. */
  public Money debt(String receivable, CurrencyCode currency) {
    return held(currency, List.of(receivable)).get(receivable);
  }

  private Map<String, Money> held(CurrencyCode currency, List<String> addresses) {
    balances.hold(currency, addresses);
    Map<String, Money> sums = new TreeMap<>();
    addresses.forEach(address -> sums.put(address, Money.zero(currency)));
    balances.at(addresses.toArray(String[]::new)).stream()
        .filter(account -> account.balance().currency().equals(currency))
        .forEach(account -> sums.put(account.address(), account.balance()));
    return sums;
  }
}
