package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.request.RequestChecks.Checked;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.RequestOpened;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Signature;

/** A buyer asks for something, and vendors who sell such things are told. */
@ApplicationScoped
@Transactional
public class Asking {

  /** Open at once, of one buyer. */
  public static final int MOST_OPEN = 5;

  /** Opened in a day, of one buyer. */
  static final int MOST_A_DAY = 10;

  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_CALLED = 200;
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Who sells something there now. */
  private static final String CALL =
      """
      insert into request_call (request_id, vendor_id)
      select ?, v.id from vendor v
       where sells(v)
         and exists (select 1 from listing l where l.vendor_id = v.id and l.status = 'LIVE'
                        and l.category_id = any (?))
         and not exists (select 1 from vendor_member m where m.vendor_id = v.id
                            and m.account_id = ?)
       order by v.id limit ?
      """;

  private record Buyer(String name, String language, int open, int lately, Instant first) {}

  private Categories categories;
  private RequestRows rows;
  private CurrentCaller caller;
  private Outbox outbox;
  private Database database;
  private Clock clock;

  protected Asking() {}

  @Inject
  Asking(
      Categories categories,
      RequestRows rows,
      CurrentCaller caller,
      Outbox outbox,
      Database database,
      Clock clock) {
    this.categories = categories;
    this.rows = rows;
    this.caller = caller;
    this.outbox = outbox;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens a request.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong
   * @throws RequestRefused if the buyer has too many open, or opened too many today
   */
  @Allowed(Role.SIGNED_IN)
  public RequestView open(RequestInput input) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CategoryTree tree = categories.tree();
    Checked checked =
        new RequestChecks(BusinessCalendar.dayOf(now)).request(input, tree, known(input.images()));
    Buyer buyer = buyer(now);
    UUID id = Ids.next();
    insert(id, checked, buyer, now);
    database.update(
        CALL,
        id,
        tree.branch(checked.category()).toArray(UUID[]::new),
        caller.get().accountId(),
        MOST_CALLED);
    outbox.add(new RequestOpened(id, now));
    return rows.find(id).orElseThrow().request();
  }

  /** The account's row is locked: of two requests at once the second counts the first. */
  private Buyer buyer(Instant now) {
    UUID account = caller.get().accountId();
    database.find("select 1 from account where id = ? for update", row -> 1, account);
    Buyer buyer =
        database
            .find(
                """
                select a.name, a.language,
                  (select count(*) from buyer_request r
                    where r.account_id = a.id and r.status = 'OPEN') as open,
                  (select count(*) from buyer_request r
                    where r.account_id = a.id and r.opened_at > ?) as lately,
                  (select min(opened_at) from buyer_request r
                    where r.account_id = a.id and r.opened_at > ?) as first
                  from account a where a.id = ?
                """,
                row ->
                    new Buyer(
                        row.text("name"),
                        row.text("language"),
                        row.integer("open"),
                        row.integer("lately"),
                        row.instant("first")),
                now.minus(DAY),
                now.minus(DAY),
                account)
            .orElseThrow();
    if (buyer.open() >= MOST_OPEN) {
      throw RequestRefused.tooManyOpen(MOST_OPEN);
    }
    if (buyer.lately() >= MOST_A_DAY) {
      long wait = Duration.between(now, buyer.first().plus(DAY)).toSeconds();
      throw RequestRefused.tooMany("requests", MOST_A_DAY, Math.max(1, wait));
    }
    return buyer;
  }

  private void insert(UUID id, Checked checked, Buyer buyer, Instant now) {
    database.update(
        """
        insert into buyer_request
          (id, number, account_id, language, signature, kind, title, description, category_id,
           quantity, budget_minor, currency, wanted_by, country, city, images, opened_at, closes_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        number(),
        caller.get().accountId(),
        buyer.language(),
        Signature.of(buyer.name()),
        checked.kind(),
        checked.title(),
        checked.description(),
        checked.category().id(),
        checked.quantity(),
        checked.budget() == null ? null : checked.budget().minor(),
        checked.currency(),
        checked.wantedBy(),
        checked.country(),
        checked.city(),
        checked.images().toArray(String[]::new),
        now,
        now.plus(Duration.ofDays(checked.openDays())));
  }

  private List<String> known(List<String> images) {
    return images.isEmpty()
        ? List.of()
        : database.list(
            "select id from media where id = any (?) and width is not null",
            row -> row.text("id"),
            (Object) images.toArray(String[]::new));
  }

  /** Not counted up: nobody reads from it how many there are. */
  private static String number() {
    StringBuilder number = new StringBuilder("R-");
    for (int place = 0; place < 8; place++) {
      number.append(place == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return number.toString();
  }
}
