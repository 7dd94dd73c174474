package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.NotAllowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Purchases as their buyers and the operator see them. */
@ApplicationScoped
public class Orders {

  private static final String SUMMARY =
      """
      select g.id, g.number, g.status, g.refund_status, g.name, g.email, g.country, g.currency,
             g.total_minor, g.placed_at, g.status = 'AUTHORISED' and is_cash(g.id) as cash_awaited,
             (select count(*) from order_line l where l.order_group_id = g.id) as lines,
             (select array_agg(v.name order by o.position)
                from vendor_order o join vendor v on v.id = o.vendor_id
               where o.order_group_id = g.id) as vendors
        from order_group g
      """;

  private Database database;
  private OrderReading reading;
  private Splits splits;
  private CurrentCaller caller;

  protected Orders() {}

  @Inject
  public Orders(Database database, OrderReading reading, Splits splits, CurrentCaller caller) {
    this.database = database;
    this.reading = reading;
    this.splits = splits;
    this.caller = caller;
  }

  /**
   * One purchase, for its buyer, an operator, or whoever has its access key.
   *
   * @param accessKey as given at checkout, or null
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public OrderGroupView get(String number, String accessKey) {
    return reading
        .findByNumber(number)
        .filter(order -> mayRead(order, accessKey))
        .map(reading::complete)
        .orElseThrow(() -> new NotFound("order", number));
  }

  /**
   * The id of a purchase, for whoever may look at it.
   *
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public UUID idFor(String number, String accessKey) {
    return reading
        .findByNumber(number)
        .filter(order -> mayRead(order, accessKey))
        .map(OrderReading.Head::id)
        .orElseThrow(() -> new NotFound("order", number));
  }

  /**
   * The id of a purchase, for its buyer alone: the account that bought, or whoever has the access
   * key.
   *
   * @throws NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public UUID idForBuyer(String number, String accessKey) {
    return reading
        .findByNumber(number)
        .filter(order -> isBuyer(order, accessKey))
        .map(OrderReading.Head::id)
        .orElseThrow(() -> new NotFound("order", number));
  }

  /** The live order that a cart became, for whoever knows the cart's id: that is its key. */
  @Allowed(Role.ANYONE)
  @Transactional
  public Optional<OrderGroupView> ofCart(UUID cartId) {
    return reading.findLiveOfCart(cartId).map(reading::complete);
  }

  private boolean mayRead(OrderReading.Head order, String accessKey) {
    Caller who = caller.get();
    return who.isOperator() || who.is(Role.SYSTEM) || isBuyer(order, accessKey);
  }

  private boolean isBuyer(OrderReading.Head order, String accessKey) {
    return caller.get().account().map(id -> id.equals(order.accountId())).orElse(false)
        || accessKey != null && sameSecret(accessKey, order.accessKey());
  }

  /** Takes as long for a near miss as for a wild guess. */
  private static boolean sameSecret(String given, String kept) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8));
  }

  /** The purchases of the account that is signed in, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<OrderGroupSummary> mine(Paging paging) {
    UUID account = caller.get().account().orElseThrow(NotAllowed::signInFirst);
    return page(" where g.account_id = ? ", List.of(account), OrderGroupSort.NEWEST, paging);
  }

  /**
   * All purchases, newest first.
   *
   * @param text part of a number, an e-mail or a name; null or blank: any
   * @param status only these; null: any
   */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public Page<OrderGroupSummary> search(String text, OrderGroupStatus status, Paging paging) {
    return search(text, status, OrderGroupSort.NEWEST, paging);
  }

  /**
   * All purchases, in this order.
   *
   * @param text part of a number, an e-mail or a name; null or blank: any
   * @param status only these; null: any
   * @param sort null: the newest first
   */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public Page<OrderGroupSummary> search(
      String text, OrderGroupStatus status, OrderGroupSort sort, Paging paging) {
    StringBuilder where = new StringBuilder(" where true ");
    List<Object> parameters = new ArrayList<>();
    if (text != null && !text.isBlank()) {
      where.append("and (g.number ilike ? or g.email ilike ? or g.name ilike ?) ");
      String pattern = Patterns.containing(text);
      parameters.addAll(List.of(pattern, pattern, pattern));
    }
    if (status != null) {
      where.append("and g.status = ? ");
      parameters.add(status);
    }
    return page(where.toString(), parameters, sort == null ? OrderGroupSort.NEWEST : sort, paging);
  }

  /** Who got what of a purchase, with the reason for every cent. */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public SplitView split(String number) {
    OrderReading.Head order =
        reading.findByNumber(number).orElseThrow(() -> new NotFound("order", number));
    return splits.of(order.view());
  }

  /** The same of a purchase that was read before. */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public SplitView split(OrderGroupView order) {
    return splits.of(order);
  }

  private Page<OrderGroupSummary> page(
      String where, List<Object> parameters, OrderGroupSort sort, Paging paging) {
    Ordering<OrderGroupSummary> ordering = sort.ordering();
    List<Object> all = new ArrayList<>(parameters);
    String sql = SUMMARY + where + ordering.after(paging, all) + ordering.orderBy();
    all.add(paging.limit() + 1);
    return ordering.page(database.list(sql, Orders::summary, all.toArray()), paging);
  }

  /** The moment and id at which a former page ended. */
  static List<Object> position(Paging paging) {
    List<String> keys = paging.after().orElseThrow();
    try {
      return List.of(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
    } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException odd) {
      throw paging.malformedCursor();
    }
  }

  private static OrderGroupSummary summary(Row row) throws SQLException {
    Money total = row.money("total_minor");
    return new OrderGroupSummary(
        row.uuid("id"),
        row.text("number"),
        row.one("status", OrderGroupStatus.class),
        row.text("refund_status"),
        row.text("name"),
        row.text("email"),
        row.text("country"),
        row.integer("lines"),
        row.texts("vendors"),
        total,
        row.instant("placed_at"),
        row.flag("cash_awaited"));
  }
}
