package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.order.CannotChange;
import org.halles.marketplace.order.OrderFates;
import org.halles.marketplace.order.UntakenParts;
import org.halles.marketplace.payment.Authorisation;
import org.halles.marketplace.payment.Authorisations;

/**
 * Ends parts of purchases whose money is only held: nothing goes back, for nothing was taken. Part
 * of the caller's transaction.
 */
@ApplicationScoped
public class HeldParts {

  /** A part whose money is only held, with its purchase and its payment locked. */
  public record Held(UntakenParts.Found part, Authorisation money) {}

  private UntakenParts parts;
  private Authorisations authorisations;
  private OrderFates fates;
  private Lapses lapses;

  protected HeldParts() {}

  @Inject
  HeldParts(UntakenParts parts, Authorisations authorisations, OrderFates fates, Lapses lapses) {
    this.parts = parts;
    this.authorisations = authorisations;
    this.fates = fates;
    this.lapses = lapses;
  }

  /**
   * A vendor's part whose money is only held, locked; empty if there is none, or it was taken.
   *
   * @throws CannotChange while the gateway is asked to take it
   */
  public Optional<Held> lockOfVendor(UUID vendor, String number) {
    return parts
        .find(vendor, number)
        .flatMap(found -> lock(found.orderGroup(), found.number()))
        .flatMap(money -> parts.find(vendor, number).map(part -> new Held(part, money)));
  }

  /** The same for any part of a purchase. */
  public Optional<Held> lock(String purchase, String number) {
    return find(purchase, number)
        .flatMap(found -> lock(found.orderGroup(), found.number()))
        .flatMap(money -> find(purchase, number).map(part -> new Held(part, money)));
  }

  /**
   * All parts of a purchase whose money is only held, locked once and read then; none if it was
   * taken.
   *
   * @throws CannotChange while the gateway is asked to take it
   */
  public List<Held> lockAll(String purchase) {
    return parts.of(purchase).stream()
        .findFirst()
        .flatMap(found -> lock(found.orderGroup(), purchase))
        .map(money -> parts.of(purchase).stream().map(part -> new Held(part, money)).toList())
        .orElse(List.of());
  }

  private Optional<UntakenParts.Found> find(String purchase, String number) {
    return parts.of(purchase).stream().filter(part -> part.number().equals(number)).findFirst();
  }

  private Optional<Authorisation> lock(UUID orderGroup, String number) {
    Optional<Authorisation> money = authorisations.lockOf(orderGroup);
    if (money.isPresent()) {
      fates.lock(orderGroup);
      if (money.get().isBeingCaptured()) {
        throw CannotChange.moneyUnderWay(number);
      }
    }
    return money;
  }

  /** It will not be delivered, and will not cost anything. */
  public void end(Held held, boolean refused, Instant now) {
    end(List.of(held), refused, now);
  }

  /** The same for several parts of one purchase. */
  public void end(List<Held> held, boolean refused, Instant now) {
    lapses.end(
        held.get(0).part().orderGroup(),
        held.stream().map(one -> one.part().id()).toList(),
        refused,
        held.get(0).money().transaction(),
        now);
  }
}
