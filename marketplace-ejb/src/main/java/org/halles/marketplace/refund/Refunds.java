package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.order.PaidLine;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.payment.PaidWith;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** One refund from the locked purchase to everything written; part of the caller's transaction. */
@ApplicationScoped
class Refunds {

  /**
   * A purchase whose money may go back, locked.
   *
   * @param payments what paid for it, in the order in which it goes back
   */
  record Case(
      PaidOrder order, List<PaidWith> payments, List<Subject> subjects, List<PaidLine> lines) {

    CurrencyCode currency() {
      return order.total().currency();
    }

    /** What of the payments has not gone back. */
    Money moneyLeft() {
      return Money.sum(currency(), payments.stream().map(PaidWith::left).toList());
    }

    /** What a gateway took. */
    PaidWith money() {
      return payments.stream()
          .filter(PaidWith::isMoney)
          .findFirst()
          .orElseThrow(() -> new NotFound("payment at a gateway of order", order.number()));
    }
  }

  private PaidOrders orders;
  private Transactions transactions;
  private RefundStore store;
  private Returning returning;
  private Freezes freezes;
  private Timeline timeline;
  private Outbox outbox;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;
  private GiveBackRows policy;
  private KeptStore kept;
  private FeeBackStore feesBack;
  private GiftCardsBack giftCards;

  protected Refunds() {}

  @Inject
  Refunds(
      PaidOrders orders,
      Transactions transactions,
      RefundStore store,
      Returning returning,
      Freezes freezes,
      Timeline timeline,
      Outbox outbox,
      Audit audit,
      CurrentCaller caller,
      Clock clock,
      GiveBackRows policy,
      KeptStore kept,
      FeeBackStore feesBack,
      GiftCardsBack giftCards) {
    this.giftCards = giftCards;
    this.orders = orders;
    this.transactions = transactions;
    this.store = store;
    this.returning = returning;
    this.freezes = freezes;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
    this.policy = policy;
    this.kept = kept;
    this.feesBack = feesBack;
  }

  public Case open(String number) {
    return open(orders.find(number).orElseThrow(() -> new NotFound("order", number)));
  }

  public Case openOfVendor(UUID vendor, String number) {
    return open(
        orders
            .findPart(vendor, number)
            .map(PaidOrders.PartId::orderGroup)
            .orElseThrow(() -> new NotFound("order", number)));
  }

  public Case open(UUID id) {
    List<PaidWith> payments = transactions.lockPaymentsOf(id);
    PaidOrder order = orders.lock(id);
    return new Case(
        order, payments, store.subjects(id, order.total().currency()), orders.lines(id));
  }

  /** What may go back for this reason: the buyer's fee is not part of it where it is kept. */
  public List<Subject> refundable(Case open, Decision.Cause cause) {
    boolean fee = open.subjects().stream().anyMatch(Subject::isPlatforms);
    return fee && terms(open, cause).buyerFeeKept()
        ? open.subjects().stream().filter(one -> !one.isPlatforms()).toList()
        : open.subjects();
  }

  /** The same, and with the last unit of the whole purchase the buyer's fee, unless it is kept. */
  public Claim.Result withFee(Case open, Decision.Cause cause, Claim.Result claim) {
    if (!nothingKept(open, claim.units())) {
      return claim;
    }
    List<Taken> taken = new ArrayList<>(claim.taken());
    Money amount = claim.amount();
    for (Subject subject : refundable(open, cause)) {
      boolean there = claim.taken().stream().anyMatch(one -> subject.has(one.leg()));
      if (subject.isPlatforms() && !there) {
        taken.addAll(subject.giveBack(subject.left()));
        amount = amount.plus(subject.left());
      }
    }
    return new Claim.Result(amount, taken, claim.units());
  }

  private static boolean nothingKept(Case open, Map<UUID, Integer> units) {
    return !units.isEmpty()
        && open.lines().stream()
            .allMatch(line -> line.refundable() == units.getOrDefault(line.id(), 0));
  }

  /** The fee goes back beside a refund that is tried again, if that is the last of all now. */
  private void feeBeside(Case before, RefundStore.Stored refund, List<Taken> taken) {
    Claim.Result own = new Claim.Result(refund.amount(), taken, refund.units());
    Claim.Result all = withFee(before, refund.cause(), own);
    if (all.taken().size() > taken.size()) {
      List<Taken> fee = all.taken().subList(taken.size(), all.taken().size());
      Claim.Result beside =
          new Claim.Result(all.amount().minus(refund.amount()), List.copyOf(fee), Map.of());
      String number = before.order().number();
      carryOut(
          open(refund.orderGroupId()),
          number,
          new Decision(beside, null, refund.cause(), refund.reason(), callerId()));
    }
  }

  private GiveBackTerms terms(Case open, Decision.Cause cause) {
    return cause == Decision.Cause.REVIEW
        ? GiveBackTerms.undone() // whatever the policy says: nobody has begun
        : policy.of(open.order().id(), GiveBackReason.of(cause));
  }

  /** What of these shares the platform keeps, at the vendors' cost. */
  public List<Kept> keep(Case open, Decision.Cause cause, List<Taken> taken) {
    return taken.isEmpty()
        ? List.of()
        : kept.keep(open.order().id(), terms(open, cause), open.subjects(), taken);
  }

  private List<FeeBack> feesBack(Case open, Decision.Cause cause, List<Taken> taken) {
    return taken.isEmpty() ? List.of() : feesBack.of(open.order().id(), terms(open, cause), taken);
  }

  public void write(UUID refund, List<Kept> keeps) {
    kept.write(refund, keeps);
  }

  /**
   * Gives back what somebody asked for.
   *
   * @param about number of the purchase or the part
   * @param from what may be given back from
   * @param vendorOrder the part, or null for several
   */
  public RefundView giveBack(
      Case open, String about, List<Subject> from, RefundRequest request, UUID vendorOrder) {
    Claim.Result claim =
        withFee(
            open,
            Decision.Cause.REFUND,
            new Claim(about, open.currency(), from, open.lines()).of(request));
    if (request.amount() != null) {
      requireLeft(open, request.amount());
    }
    String reason = request.reason().strip();
    return carryOut(
        open, about, new Decision(claim, vendorOrder, Decision.Cause.REFUND, reason, callerId()));
  }

  /**
   * Gives the buyer money of the platform.
   *
   * @throws CannotRefund naming what was asked and what of the payment is left, if that is less
   */
  public RefundView giveGoodwill(Case open, String about, RefundRequest request, UUID part) {
    requireLeft(open, request.amount());
    return carryOut(
        open,
        about,
        new Decision(
            Claim.gift(request.amount()),
            part,
            Decision.Cause.GOODWILL,
            request.reason().strip(),
            callerId()));
  }

  private static void requireLeft(Case open, Money wanted) {
    if (wanted.compareTo(open.moneyLeft()) > 0) {
      throw CannotRefund.tooMuch(wanted, open.moneyLeft());
    }
  }

  /** Gives it back and says so. */
  public RefundView carryOut(Case open, String about, Decision decided) {
    Instant now = now();
    Decision decision = withContributions(open, about, decided);
    String otherwise = decision.toCredit() ? Transactions.STORE_CREDIT : null;
    UUID refund = write(open, decision, otherwise, now);
    RefundView view = store.view(refund);
    tell(open.order(), about, view, decision.vendorOrder(), now);
    return view;
  }

  /**
   * Ends units of a purchase and gives back what is left of their money.
   *
   * @return empty if all of it went back before
   */
  public Optional<RefundView> end(Case open, String about, Decision decided) {
    Decision decision = withContributions(open, about, decided);
    if (decision.claim().taken().isEmpty()) {
      withoutMoney(open, decision);
      return Optional.empty();
    }
    return Optional.of(carryOut(open, about, decision));
  }

  private static Decision withContributions(Case open, String about, Decision decided) {
    return decided.with(
        new Claim(about, open.currency(), open.subjects(), open.lines())
            .withContributions(decided.claim()));
  }

  /** Takes units off an order for which there is no money to give back. */
  private void withoutMoney(Case open, Decision decision) {
    takeUnits(open, decision);
    settleParts(open, decision, now());
  }

  private void takeUnits(Case open, Decision decision) {
    Map<UUID, Integer> units = decision.claim().units();
    if (decision.restocked() == null) {
      orders.takeBack(open.order().id(), open.lines(), units);
    } else {
      orders.cameBack(open.order().id(), open.lines(), units, decision.restocked());
    }
  }

  public UUID callerId() {
    return caller.get().account().orElse(null);
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * @param instead through which gateway what a gateway took goes back, or null: through its own
   */
  private UUID write(Case open, Decision decision, String instead, Instant now) {
    PaidOrder order = open.order();
    Claim.Result claim = decision.claim();
    // goodwill went before: the buyer never gets more than was paid
    Money amount = claim.amount().min(open.moneyLeft());
    List<PaidWith> portions = PaidWith.back(amount, open.payments());
    boolean money = !portions.isEmpty() && portions.get(0).isMoney();
    String otherwise = money ? instead : null; // what credit paid goes back to that credit
    UUID intent = portions.isEmpty() ? null : intend(portions.get(0), otherwise, now);
    UUID id = intent == null ? Ids.next() : intent;
    List<Kept> keeps = keep(open, decision.cause(), claim.taken());
    store.write(id, order, decision, intent, amount, now);
    portions.stream().skip(1).forEach(portion -> transactions.intendAfter(id, portion, now));
    kept.write(id, keeps);
    feesBack.write(id, feesBack(open, decision.cause(), claim.taken()));
    giftCards.take(order, claim.taken(), now);
    takeUnits(open, decision);
    orders.mark(order.id(), store.markOf(order));
    Returning.Booking booking =
        new Returning.Booking(
            order,
            byMeans(portions, otherwise),
            Returning.source(order, id, intent, now),
            amount,
            claim.taken(),
            keeps,
            feesBack.ofRefund(id));
    freezes.around(order, now, () -> returning.book(booking));
    settleParts(open, decision, now);
    return id;
  }

  /**
   * Tries a refund again that its gateway refused: the same shares, under a new key.
   *
   * @param otherwise through which gateway the money of its gateway goes now instead, or null
   * @return the new attempt
   * @throws CannotRefund if meanwhile so much went back that less is left
   */
  public UUID again(Case open, RefundStore.Stored refund, String otherwise, Instant now) {
    PaidOrder order = open.order();
    List<Taken> taken = store.taken(refund.id());
    requireLeft(open, refund.amount());
    Optional<Claim.Result> anew = dividedAnew(open, refund, taken);
    if (anew.isPresent()) {
      return instead(open, refund, anew.get(), otherwise, now);
    }
    requireShares(open, refund, taken);
    List<PaidWith> portions = PaidWith.back(refund.amount(), open.payments());
    // credit goes back to the credit it came from, whatever became of the money meanwhile
    String gateway = portions.get(0).isMoney() ? otherwise : null;
    UUID intent = intend(portions.get(0), gateway, now);
    // exact by now: others may have kept of the same leg since it was refused
    List<Kept> keeps = keep(open, refund.cause(), taken);
    store.again(refund.id(), intent);
    giftCards.take(order, taken, now);
    kept.write(refund.id(), keeps);
    requireGoodwill(open, refund);
    transactions.forgetFollowers(refund.id());
    portions.stream()
        .skip(1)
        .forEach(portion -> transactions.intendAfter(refund.id(), portion, now));
    orders.refundedAgain(refund.units());
    orders.mark(order.id(), store.markOf(order));
    Returning.Booking booking =
        new Returning.Booking(
            order,
            byMeans(portions, gateway),
            Returning.source(order, refund.id(), intent, now),
            refund.amount(),
            taken,
            keeps,
            feesBack.ofRefund(refund.id()));
    freezes.around(order, now, () -> returning.book(booking));
    feeBeside(open, refund, taken);
    return intent;
  }

  /**
   * An amount divided over the shares as they are now; empty if that is how it was divided at
   * first, or if it was no amount but units, goodwill, or the buyer's fee.
   */
  private Optional<Claim.Result> dividedAnew(
      Case open, RefundStore.Stored refund, List<Taken> taken) {
    Money net = Returning.net(taken, refund.amount().currency());
    boolean fee =
        open.subjects().stream()
            .filter(Subject::isPlatforms)
            .anyMatch(one -> taken.stream().allMatch(part -> one.has(part.leg())));
    if (!refund.units().isEmpty() || fee || !net.equals(refund.amount())) {
      return Optional.empty();
    }
    UUID part = refund.vendorOrder();
    List<Subject> from =
        part == null
            ? refundable(open, refund.cause())
            : open.subjects().stream().filter(one -> part.equals(one.vendorOrderId())).toList();
    RefundRequest amount = new RefundRequest(List.of(), false, refund.amount(), refund.reason());
    Claim.Result fair =
        new Claim(open.order().number(), open.currency(), from, open.lines()).of(amount);
    return byLeg(fair.taken()).equals(byLeg(taken)) ? Optional.empty() : Optional.of(fair);
  }

  private static Map<Long, Money> byLeg(List<Taken> taken) {
    Map<Long, Money> amounts = new HashMap<>();
    taken.forEach(one -> amounts.put(one.leg().id(), one.amount()));
    return amounts;
  }

  /** A refund of its own takes the place of one that others followed: its shares are of now. */
  private UUID instead(
      Case open, RefundStore.Stored refund, Claim.Result anew, String otherwise, Instant now) {
    Decision decision =
        new Decision(anew, refund.vendorOrder(), refund.cause(), refund.reason(), callerId());
    UUID id = write(open, decision, otherwise, now);
    store.replaces(id, refund.id());
    requireGoodwill(open, refund);
    return id;
  }

  /**
   * @param otherwise through which gateway instead of the one that took it, or null
   */
  private UUID intend(PaidWith portion, String otherwise, Instant now) {
    String gateway = otherwise == null ? portion.charge().gateway() : otherwise;
    return transactions.intendRefund(portion.charge(), gateway, portion.left(), now);
  }

  private static Map<String, Money> byMeans(List<PaidWith> portions, String otherwise) {
    Map<String, Money> amounts = new TreeMap<>();
    for (PaidWith portion : portions) {
      boolean first = amounts.isEmpty() && otherwise != null;
      amounts.merge(first ? otherwise : portion.charge().gateway(), portion.left(), Money::plus);
    }
    return amounts;
  }

  /** Takes once more what was put back, for the gateway paid after all. */
  public void late(RefundStore.Stored refund, PaymentTransaction paid, Instant now) {
    Case open = open(refund.orderGroupId());
    PaidOrder order = open.order();
    List<Taken> taken = store.taken(refund.id());
    List<PaidWith> others = others(open, refund, paid);
    requireShares(open, refund, taken);
    List<Kept> keeps = keep(open, refund.cause(), taken);
    store.paidAfterAll(refund.id(), now);
    giftCards.take(order, taken, now);
    kept.write(refund.id(), keeps);
    transactions.forgetFollowers(refund.id());
    others.forEach(portion -> transactions.intendAfter(refund.id(), portion, now));
    transactions.firstPartSettled(refund.id(), true, now);
    orders.refundedAgain(refund.units());
    orders.mark(order.id(), store.markOf(order));
    Map<String, Money> back = byMeans(others, null);
    back.merge(paid.gateway(), paid.amount(), Money::plus);
    Returning.Booking booking =
        new Returning.Booking(
            order,
            back,
            new Source(Returning.LATE, paid.id().toString(), now, order.id()),
            refund.amount(),
            taken,
            keeps,
            feesBack.ofRefund(refund.id()));
    freezes.around(order, now, () -> returning.book(booking));
  }

  /** What of a refund goes back by other means than the one that paid already. */
  private static List<PaidWith> others(
      Case open, RefundStore.Stored refund, PaymentTransaction paid) {
    Money rest = refund.amount().minus(paid.amount());
    List<PaidWith> credit = open.payments().stream().filter(one -> !one.isMoney()).toList();
    Money left = Money.sum(open.currency(), credit.stream().map(PaidWith::left).toList());
    boolean twice = open.payments().stream().anyMatch(one -> one.left().isNegative());
    if (twice || rest.compareTo(left) > 0) {
      throw CannotRefund.tooMuch(refund.amount(), open.moneyLeft());
    }
    return PaidWith.back(rest, credit);
  }

  /** What takes goodwill back waits until the buyer has that goodwill. */
  private void requireGoodwill(Case open, RefundStore.Stored refund) {
    Money owed = store.owedGoodwill(refund.orderGroupId(), refund.amount().currency());
    if (!refund.isGoodwill() && owed.isPositive()) {
      throw CannotRetry.goodwillFirst(open.order().number(), owed);
    }
  }

  private static void requireShares(Case open, RefundStore.Stored refund, List<Taken> taken) {
    for (PaidLine line : open.lines()) {
      int wanted = refund.units().getOrDefault(line.id(), 0);
      if (wanted > line.refundable()) {
        throw CannotRefund.tooMany(open.order().number(), line.sku(), wanted, line.refundable());
      }
    }
    Map<Long, Leg> legs = new HashMap<>();
    open.subjects().forEach(one -> one.legs().forEach(leg -> legs.put(leg.id(), leg)));
    for (Taken one : taken) {
      Leg now = legs.get(one.leg().id());
      Money left = now.amount().minus(now.refunded());
      if (one.amount().compareTo(left) > 0) {
        throw CannotRefund.tooMuch(one.amount(), left);
      }
    }
  }

  private void settleParts(Case open, Decision decision, Instant now) {
    VendorOrderStatus empty =
        decision.cause() == Decision.Cause.REFUSAL
            ? VendorOrderStatus.REFUSED
            : VendorOrderStatus.CANCELLED;
    for (UUID part : partsOf(open.lines(), decision.claim().units())) {
      orders.settle(open.order(), part, empty, now);
    }
  }

  private static Set<UUID> partsOf(List<PaidLine> lines, Map<UUID, Integer> units) {
    Set<UUID> parts = new TreeSet<>();
    lines.stream()
        .filter(line -> units.containsKey(line.id()))
        .forEach(line -> parts.add(line.vendorOrderId()));
    return parts;
  }

  private void tell(
      PaidOrder order, String about, RefundView refund, UUID vendorOrder, Instant now) {
    audit(order, about, refund, vendorOrder);
    if (refund.amount().isZero()) {
      return;
    }
    timeline.add(
        order.id(),
        vendorOrder,
        Timeline.REFUNDED,
        now,
        Map.of("amount", refund.amount(), "reason", refund.reason()));
    outbox.add(
        new DomainEvent.BuyerRefunded(
            order.id(),
            vendorOrder,
            refund.id(),
            about,
            order.email(),
            order.language(),
            refund.amount(),
            refund.reason(),
            now));
  }

  private void audit(PaidOrder order, String about, RefundView refund, UUID vendorOrder) {
    audit.record(
        "refund-order",
        vendorOrder == null
            ? org.halles.marketplace.audit.Subject.of("order-group", order.number())
            : org.halles.marketplace.audit.Subject.of(
                "vendor-order", about, order.part(vendorOrder).vendorId()),
        null,
        Map.of(
            "amount", refund.amount(),
            "cause", refund.cause(),
            "reason", refund.reason()));
  }
}
