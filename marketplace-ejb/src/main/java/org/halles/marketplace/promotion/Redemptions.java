package org.halles.marketplace.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/**
 * Counts how often promotions are used, inside the caller's transaction. Only those with a limit
 * have a counter that buyers wait for; the others are noted without waiting for anybody.
 */
@ApplicationScoped
public class Redemptions {

  /** A promotion that cannot be used as it was offered, by its code or title. */
  public record Gone(String name, String reason) {}

  /**
   * Those with a limit are locked in the order of their ids, so that two carts never cross; weakly
   * enough to get along with the lines that refer to them, which everybody wrote before.
   */
  private static final String TAKE =
      """
      with asked as (
        select * from unnest(?::uuid[], ?::int[]) as a(id, version)
      ), locked as materialized (
        select p.id from promotion p join asked a on a.id = p.id
         where p.total_limit is not null order by p.id for no key update of p
      ), counted as (
        update promotion p set used = p.used + 1
          from locked where p.id = locked.id and p.used < p.total_limit
        returning p.id
      ), buyers as (
        insert into promotion_buyer as b (promotion_id, buyer, used)
        select p.id, ?, 1 from promotion p join asked a on a.id = p.id
         where p.buyer_limit is not null and (select count(*) from counted) >= 0
         order by p.id
        on conflict (promotion_id, buyer) do update set used = b.used + 1
          where b.used < (select buyer_limit from promotion where id = b.promotion_id)
        returning promotion_id
      ), noted as (
        insert into promotion_use (promotion_id, order_group_id, buyer, at)
        select id, ?, ?, ? from asked
      )
      select coalesce(p.code, p.title ->> 'fr') as name,
             case when p.version <> a.version or p.status <> 'ACTIVE' or p.starts_at > ?
                       or p.ends_at <= ? then 'ended'
                  when p.total_limit is not null
                       and not exists (select from counted c where c.id = p.id) then 'exhausted'
                  when p.buyer_limit is not null
                       and not exists (select from buyers b where b.promotion_id = p.id) then 'used'
             end as reason
        from asked a join promotion p on p.id = a.id
      """;

  /**
   * Frees what a dead purchase used; part of a statement with the purchase's id and an instant.
   * Counters are locked in the order in which {@link #take} locks them.
   */
  public static final String RELEASE =
      """
      freed as (
        update promotion_use set released_at = ?
         where order_group_id = ? and released_at is null
        returning promotion_id, buyer
      ), counters as materialized (
        select p.id from promotion p join freed f on f.promotion_id = p.id
         where p.total_limit is not null order by p.id for no key update of p
      ), buyers as materialized (
        select b.promotion_id, b.buyer from promotion_buyer b
          join freed f on f.promotion_id = b.promotion_id and f.buyer = b.buyer
         where (select count(*) from counters) >= 0
         order by b.promotion_id for no key update of b
      ), fewer as (
        update promotion p set used = p.used - 1 from counters where p.id = counters.id
      ), fewer_of_buyer as (
        update promotion_buyer b set used = b.used - 1 from buyers
         where b.promotion_id = buyers.promotion_id and b.buyer = buyers.buyer
      )
      """;

  private static final String LOCK_RELEASED =
      """
      select p.id, p.total_limit is not null and p.used >= p.total_limit as full
        from promotion_use u join promotion p on p.id = u.promotion_id
       where u.order_group_id = ? and u.released_at is not null
       order by p.id for no key update of p
      """;

  /** The buyer may be at the till with another cart: what counts is what is read under the lock. */
  private static final String LOCK_BUYERS =
      """
      select b.promotion_id, p.buyer_limit is not null and b.used >= p.buyer_limit as full
        from promotion_use u
        join promotion p on p.id = u.promotion_id
        join promotion_buyer b on b.promotion_id = u.promotion_id and b.buyer = u.buyer
       where u.order_group_id = ? and u.released_at is not null
       order by b.promotion_id for no key update of b
      """;

  private static final String TAKE_AGAIN =
      """
      with again as (
        update promotion_use set released_at = null
         where order_group_id = ? and released_at is not null
        returning promotion_id, buyer
      ), more as (
        update promotion p set used = p.used + 1 from again
         where p.id = again.promotion_id and p.total_limit is not null
      )
      update promotion_buyer b set used = b.used + 1 from again
       where b.promotion_id = again.promotion_id and b.buyer = again.buyer
      """;

  private Database database;

  protected Redemptions() {}

  @Inject
  public Redemptions(Database database) {
    this.database = database;
  }

  /**
   * Uses promotions for a purchase; one statement.
   *
   * @param email of the buyer
   * @return those that cannot be used any more: the caller must not let the purchase stand then
   */
  public List<Gone> take(List<LineDiscount> discounts, UUID orderGroup, String email, Instant now) {
    Map<UUID, Integer> versions = new TreeMap<>();
    discounts.forEach(discount -> versions.put(discount.promotionId(), discount.version()));
    if (versions.isEmpty()) {
      return List.of();
    }
    String buyer = buyer(email);
    return database
        .list(
            TAKE,
            row -> new Gone(row.text("name"), row.text("reason")),
            versions.keySet().toArray(UUID[]::new),
            versions.values().stream().map(String::valueOf).toArray(String[]::new),
            buyer,
            orderGroup,
            buyer,
            now,
            now,
            now)
        .stream()
        .filter(gone -> gone.reason() != null)
        .toList();
  }

  /**
   * Uses again what a dead purchase had used, because it was paid after all.
   *
   * @return false if others have used it up meanwhile; nothing is used then
   */
  public boolean takeAgain(UUID orderGroup) {
    List<Boolean> full = database.list(LOCK_RELEASED, row -> row.flag("full"), orderGroup);
    if (full.isEmpty()) {
      return true;
    }
    if (full.contains(true)
        || database.list(LOCK_BUYERS, row -> row.flag("full"), orderGroup).contains(true)) {
      return false;
    }
    database.update(TAKE_AGAIN, orderGroup);
    return true;
  }

  /** Gives back what a dead purchase had used. */
  public void release(UUID orderGroup, Instant now) {
    database.update("with " + RELEASE + " delete from promotion_use where false", now, orderGroup);
  }

  /** One person, however the address is written. */
  static String buyer(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
