package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.EmailAddress;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;

/** The marketplace's own people issue gift cards, give store credit, and look after both. */
@ApplicationScoped
public class CreditDesk {

  /**
   * More than this on one card, or at once to one account, is a mistake: 1,000 euros, 100,000 yen,
   * 100 dinars, each in the smallest unit of its currency.
   */
  private static final long MOST = 100_000;

  private static final int LONGEST_REASON = 500;
  private static final int YEARS = 2;
  private static final int MOST_YEARS = 10;

  private CreditRows rows;
  private CreditReading reading;
  private Ledger ledger;
  private Outbox outbox;
  private CodeSeal seal;
  private Audit audit;
  private Clock clock;

  protected CreditDesk() {}

  @Inject
  CreditDesk(
      CreditRows rows,
      CreditReading reading,
      Ledger ledger,
      Outbox outbox,
      CodeSeal seal,
      Audit audit,
      Clock clock) {
    this.rows = rows;
    this.reading = reading;
    this.ledger = ledger;
    this.outbox = outbox;
    this.seal = seal;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Issues a gift card.
   *
   * @return the card with its code, which is told here and by letter, and never again
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public IssuedCard issue(NewCard wanted) {
    Instant now = now();
    EmailAddress recipient = check(wanted, now);
    GiftCode code = GiftCode.next();
    Credit card =
        new Credit(
            Ids.next(),
            CreditKind.GIFT_CARD,
            code.ending(),
            null,
            Money.zero(wanted.amount().currency()),
            wanted.sold(),
            false,
            endOf(wanted.expiresOn(), now));
    rows.insert(card, code, recipient == null ? null : recipient.value(), now);
    give(card, wanted.amount(), wanted.reason().strip(), now);
    if (recipient != null) {
      outbox.add(
          new DomainEvent.GiftCardIssued(
              card.id(),
              recipient.value(),
              "en".equals(wanted.language()) ? "en" : "fr",
              seal.of(code),
              wanted.amount(),
              card.expiresAt(),
              now));
    }
    CreditView view = reading.view(card.id()).orElseThrow();
    audit.record(
        "issue-gift-card",
        Subject.of("store-credit", card.id()),
        null,
        told(view, wanted.reason()));
    return new IssuedCard(view, code.text());
  }

  /**
   * Gives store credit to an account, as a gesture or in place of a refund.
   *
   * @param email whose account it is
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong, also if nobody has
   *     this address
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public CreditView give(String email, Money amount, String reason) {
    Checklist checks = new Checklist();
    checkAmount(checks, amount);
    String why = checks.text("reason", reason, LONGEST_REASON);
    UUID account = reading.accountOf(email).orElse(null);
    if (account == null) {
      checks.reject("email", "belongs to no account of this marketplace", email);
    }
    checks.done();
    Instant now = now();
    Credit credit = rows.openAccount(account, amount.currency(), now);
    give(credit, amount, why, now);
    CreditView view = reading.view(credit.id()).orElseThrow();
    outbox.add(
        new DomainEvent.StoreCreditGiven(credit.id(), account, amount, view.balance(), why, now));
    audit.record(
        "give-store-credit", Subject.of("store-credit", credit.id()), null, told(view, why));
    return view;
  }

  private void give(Credit credit, Money amount, String reason, Instant now) {
    rows.move(credit.id(), "ISSUED", amount, null, reason, now);
    String from = credit.sold() ? Chart.bank("sepa") : Chart.PROMO_EXPENSE;
    ledger.post(
        Templates.creditIssued(
            new Source("store-credit", Ids.next().toString(), now, null), from, amount));
  }

  /** All credits, newest first. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<CreditView> list(CreditFilter filter, Paging paging) {
    return reading.list(filter, paging, now());
  }

  /** How many those are. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public int count(CreditFilter filter) {
    return reading.count(filter, now());
  }

  /** Some of them, from a place on. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public List<CreditView> from(CreditFilter filter, int first, int most) {
    return reading.from(filter, first, most, now());
  }

  /**
   * One of them.
   *
   * @throws NotFound if there is none
   */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public CreditView get(UUID id) {
    return reading.view(id).orElseThrow(() -> new NotFound("store credit", id));
  }

  /** What was put on it and taken of it, newest first. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<CreditMovement> movements(UUID id, Paging paging) {
    get(id);
    return reading.movements(id, paging);
  }

  /**
   * Lets nobody pay with it any more, or again; purchases that took of it go on.
   *
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public CreditView block(UUID id, boolean blocked) {
    CreditView before = get(id);
    rows.block(id, blocked);
    CreditView after = get(id);
    audit.record(
        blocked ? "block-store-credit" : "unblock-store-credit",
        Subject.of("store-credit", id),
        Map.of("status", before.status()),
        Map.of("status", after.status()));
    return after;
  }

  private EmailAddress check(NewCard wanted, Instant now) {
    Checklist checks = new Checklist();
    checkAmount(checks, wanted.amount());
    checks.text("reason", wanted.reason(), LONGEST_REASON);
    LocalDate today = BusinessCalendar.dayOf(now);
    LocalDate last = wanted.expiresOn();
    if (last != null && (!last.isAfter(today) || last.isAfter(today.plusYears(MOST_YEARS)))) {
      checks.reject("expiresOn", "must be after today and within " + MOST_YEARS + " years", last);
    }
    boolean mailed = wanted.recipient() != null && !wanted.recipient().isBlank();
    EmailAddress recipient = mailed ? EmailAddress.parse(wanted.recipient()).orElse(null) : null;
    if (mailed && recipient == null) {
      checks.reject("recipient", "must be an e-mail address", wanted.recipient());
    }
    checks.done();
    return recipient;
  }

  private static void checkAmount(Checklist checks, Money amount) {
    if (amount == null) {
      checks.reject("amount", "is missing", null);
    } else if (!amount.isPositive() || amount.minor() > MOST) {
      BigDecimal most = Money.of(MOST, amount.currency()).toDecimal().stripTrailingZeros();
      checks.reject("amount", "must be above zero and at most " + most.toPlainString(), amount);
    }
  }

  private static Instant endOf(LocalDate last, Instant now) {
    LocalDate day = last == null ? BusinessCalendar.dayOf(now).plusYears(YEARS) : last;
    return day.plusDays(1).atStartOfDay(BusinessCalendar.zone()).toInstant();
  }

  private static Map<String, Object> told(CreditView credit, String reason) {
    return Map.of(
        "issued",
        credit.issued(),
        "balance",
        credit.balance(),
        "sold",
        credit.sold(),
        "reason",
        reason);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
