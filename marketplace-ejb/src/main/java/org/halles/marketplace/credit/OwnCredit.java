package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CodeLimit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.spi.Money;

/** What a person has to spend: the gift cards kept in the account, and store credit given to it. */
@ApplicationScoped
public class OwnCredit {

  /** As many as a page shows. */
  private static final int MOST = 50;

  /**
   * All of it.
   *
   * @param balances what can be spent now, a sum for each currency
   * @param credits newest first
   * @param movements newest first, the last fifty
   */
  public record Statement(
      List<Money> balances, List<OwnedCredit> credits, List<CreditMovement> movements) {}

  private CreditRows rows;
  private CreditReading reading;
  private CodeLimit limit;
  private CurrentCaller caller;
  private Audit audit;
  private Clock clock;

  protected OwnCredit() {}

  @Inject
  OwnCredit(
      CreditRows rows,
      CreditReading reading,
      CodeLimit limit,
      CurrentCaller caller,
      Audit audit,
      Clock clock) {
    this.rows = rows;
    this.reading = reading;
    this.limit = limit;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the person who is signed in has. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Statement mine() {
    UUID account = caller.get().account().orElseThrow();
    return new Statement(
        reading.balancesOfAccount(account),
        reading.ofAccount(account, MOST).stream().map(OwnedCredit::of).toList(),
        reading.movementsOfAccount(account, MOST));
  }

  /**
   * Keeps a gift card in the account of the person who is signed in: from then on only that person
   * pays with it, without its code.
   *
   * @param address of the network that asks: codes are guessed slowly
   * @throws CannotUseCredit if there is no such card, or it does not pay any more
   * @throws org.halles.marketplace.identity.TooManyAttempts after too many wrong codes
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public OwnedCredit keep(String code, String address) {
    UUID account = caller.get().account().orElseThrow();
    GiftCode typed = GiftCode.typed(code).orElseThrow(CannotUseCredit::unknown);
    limit.take(address);
    Credit found = rows.byCode(typed).orElseThrow(CannotUseCredit::unknown);
    // before anything is locked: it is said through another connection
    limit.giveBack(address);
    Credit card = rows.lock(found.id()).orElseThrow();
    Usable.require(card, account, clock.instant());
    if (!account.equals(card.accountId())) {
      rows.keep(card.id(), account);
      audit.record(
          "keep-gift-card",
          Subject.of("store-credit", card.id()),
          null,
          Map.of("ending", card.ending()));
    }
    return OwnedCredit.of(reading.view(card.id()).orElseThrow());
  }
}
