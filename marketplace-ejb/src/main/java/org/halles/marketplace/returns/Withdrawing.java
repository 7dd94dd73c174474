package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.checkout.HeldParts;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.CannotChange;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.order.PaidOrders;
import org.halles.marketplace.order.Timeline;
import org.halles.marketplace.refund.TakenBack;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.Money;

/**
 * A consumer withdraws from the contract with a trader within fourteen days, without giving a
 * reason (Directive 2011/83/EU, Articles 9 to 16; withdrawal function after Article 11a). What has
 * not left is paid back at once, and never taken if its money was only held; what has, when it is
 * back or was proven to be sent, and fourteen days after the declaration at the latest.
 */
@ApplicationScoped
public class Withdrawing {

  private ReturnCases cases;
  private ReturnRows rows;
  private ReturnReading reading;
  private RightsReading rights;
  private ReturnPolicy policy;
  private ReturnAddresses addresses;
  private TakenBack purchases;
  private PaidOrders paid;
  private Orders orders;
  private HeldParts heldParts;

  protected Withdrawing() {}

  @Inject
  Withdrawing(
      ReturnCases cases,
      ReturnRows rows,
      ReturnReading reading,
      RightsReading rights,
      ReturnPolicy policy,
      ReturnAddresses addresses,
      TakenBack purchases,
      PaidOrders paid,
      Orders orders,
      HeldParts heldParts) {
    this.cases = cases;
    this.rows = rows;
    this.reading = reading;
    this.rights = rights;
    this.policy = policy;
    this.addresses = addresses;
    this.purchases = purchases;
    this.paid = paid;
    this.orders = orders;
    this.heldParts = heldParts;
  }

  /**
   * What a withdrawal comes to, before it is confirmed.
   *
   * @param delivery what goes back of the delivery
   * @param toSend true if something has to be sent back
   * @param costBorneBy who pays for that
   * @param untaken true if its money is only held: nothing goes back, for nothing is taken
   */
  public record Preview(boolean toSend, Money delivery, Bearer costBorneBy, boolean untaken) {}

  /** What it comes to; changes nothing. */
  @Allowed(Role.ANYONE)
  @Transactional
  public Preview preview(String number, String accessKey, String part, List<Units> wanted) {
    UUID group = orders.idForBuyer(number, accessKey);
    Plan plan = plan(group, part, wanted, "-");
    return new Preview(
        !plan.sent().isEmpty(),
        plan.delivery(),
        policy.read().withdrawalCostBorneBy(),
        plan.first().held());
  }

  /** The same; the money goes back the way it came. */
  @Allowed(Role.ANYONE)
  @Transactional
  public ReturnView declare(
      String number, String accessKey, String part, List<Units> wanted, String name) {
    return declare(number, accessKey, part, wanted, name, false);
  }

  /**
   * The buyer declares it; nobody may refuse.
   *
   * @param part number of the vendor's order
   * @param name of whoever declares
   * @param toCredit true if the buyer expressly would rather have store credit (Article 13(1))
   * @throws NotFound also if it is somebody else's purchase
   * @throws CannotReturn naming why the law knows no withdrawal here
   * @throws org.halles.marketplace.order.CannotChange while a gateway is asked to take what it
   *     holds
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public ReturnView declare(
      String number,
      String accessKey,
      String part,
      List<Units> wanted,
      String name,
      boolean toCredit) {
    UUID group = orders.idForBuyer(number, accessKey);
    Optional<HeldParts.Held> held = heldParts.lock(number, part);
    if (held.isPresent() && held.get().part().hasLeft()) {
      throw CannotChange.atTheDoor(part);
    }
    UUID id =
        held.isPresent()
            ? declareHeld(held.get(), plan(group, part, wanted, name), name.strip())
            : declare(purchases.lock(group), part, wanted, name, toCredit);
    return reading.get(id, null);
  }

  private UUID declare(
      PaidOrder order, String part, List<Units> wanted, String name, boolean toCredit) {
    Plan plan = plan(order.id(), part, wanted, name);
    UUID id = write(order.id(), plan, name.strip(), cases.now());
    rows.toCredit(id, toCredit);
    ReturnCases.Open open = new ReturnCases.Open(order, rows.lock(id));
    cases.tell(open, "WITHDRAWN", Timeline.WITHDRAWN);
    giveBackWhatNeverLeft(open, plan);
    return id;
  }

  /** Nothing of it has left, and nothing was paid: it ends, and what was held for it is let go. */
  private UUID declareHeld(HeldParts.Held held, Plan plan, String name) {
    Instant now = cases.now();
    UUID id = write(held.part().orderGroup(), plan, name, now);
    ReturnRows.Stored it = rows.lock(id);
    cases.tell(it, "WITHDRAWN", Timeline.WITHDRAWN);
    heldParts.end(held, false, now);
    cases.neverTaken(it, plan.units());
    return id;
  }

  /**
   * @param units all of them
   * @param fresh those that have not left
   * @param sent those that have
   */
  private record Plan(
      RightsReading.Sold first,
      List<RightsReading.Sold> lines,
      Map<UUID, Integer> units,
      Map<UUID, Integer> fresh,
      Map<UUID, Integer> sent,
      Money delivery) {}

  private Plan plan(UUID group, String part, List<Units> wanted, String name) {
    Instant now = cases.now();
    List<RightsReading.Sold> lines =
        rights.lines(group).stream().filter(line -> line.number().equals(part)).toList();
    if (lines.isEmpty()) {
      throw new NotFound("vendor order", part);
    }
    String why = RightsReading.why(lines, now);
    if (why != null) {
      throw CannotReturn.noWithdrawal(part, why);
    }
    Checklist checklist = new Checklist();
    checklist.text("name", name, 120);
    Map<UUID, Integer> units =
        Chosen.units(checklist, wanted, lines, line -> line.withdrawable(now));
    checklist.done();
    if (lines.get(0).held() && !Chosen.everything(lines, units)) {
      throw CannotReturn.onlyWhole(part);
    }
    Map<UUID, Integer> fresh = new LinkedHashMap<>();
    Map<UUID, Integer> sent = new LinkedHashMap<>();
    for (RightsReading.Sold line : lines) {
      int all = units.getOrDefault(line.line(), 0);
      int still = Math.min(all, line.toShip());
      if (still > 0) {
        fresh.put(line.line(), still);
      }
      if (all > still) {
        sent.put(line.line(), all - still);
      }
    }
    RightsReading.Sold first = lines.get(0);
    Money delivery =
        Chosen.everything(lines, units)
            ? first.cheapest().min(first.shipping())
            : Money.zero(first.shipping().currency());
    return new Plan(first, lines, units, fresh, sent, delivery);
  }

  private UUID write(UUID order, Plan plan, String name, Instant now) {
    UUID id =
        rows.insert(
            new ReturnRows.New(
                ReturnKind.WITHDRAWAL,
                order,
                plan.first().part(),
                plan.first().vendor(),
                null,
                policy.read().withdrawalCostBorneBy(),
                plan.delivery(),
                name,
                null),
            plan.units(),
            now);
    Map<String, Object> columns = new HashMap<>();
    columns.put("answered_at", now);
    columns.put("address", addresses.of(plan.first().vendor()));
    columns.put("send_by", WithdrawalPeriod.end(now));
    columns.put("refund_by", now.plus(Duration.ofDays(WithdrawalPeriod.DAYS)));
    rows.set(id, ReturnStatus.ACCEPTED, columns);
    return id;
  }

  private void giveBackWhatNeverLeft(ReturnCases.Open open, Plan plan) {
    if (plan.fresh().isEmpty()) {
      return;
    }
    paid.forgetFiles(plan.fresh().keySet());
    if (plan.sent().isEmpty()) {
      cases.finish(open, plan.fresh(), null, null);
    } else {
      cases.refund(open, plan.fresh(), null, null);
    }
  }
}
