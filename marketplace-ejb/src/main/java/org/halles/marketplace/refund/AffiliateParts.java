package org.halles.marketplace.refund;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.spi.Money;

/** What of a refund affiliates earned: it comes from wherever it is by now. */
record AffiliateParts(Map<Part, Money> amounts) {

  /** Whose, and of which part of the purchase. */
  record Part(String affiliate, UUID vendorOrder) {}

  static AffiliateParts of(List<Taken> taken) {
    Map<Part, Money> amounts = new LinkedHashMap<>();
    taken.stream()
        .filter(one -> one.leg().isAffiliates())
        .forEach(
            one ->
                amounts.merge(
                    new Part(one.leg().booked(one.amount()).owner(), one.leg().vendorOrderId()),
                    one.amount(),
                    Money::plus));
    return new AffiliateParts(amounts);
  }

  /** Whose it is, in one order. */
  Set<String> affiliates() {
    Set<String> ids = new TreeSet<>();
    amounts.keySet().forEach(part -> ids.add(part.affiliate()));
    return ids;
  }

  /** Under open purses. */
  List<Share> drawn(Purses purses) {
    Map<String, Map<UUID, Money>> each = new TreeMap<>();
    amounts.forEach(
        (part, sum) ->
            each.computeIfAbsent(part.affiliate(), first -> new LinkedHashMap<>())
                .put(part.vendorOrder(), sum));
    List<Share> shares = new ArrayList<>();
    each.forEach((affiliate, parts) -> shares.addAll(purses.drawAffiliate(affiliate, parts)));
    return shares;
  }
}
