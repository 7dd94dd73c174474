package org.halles.marketplace.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/**
 * How units spread over a vendor's places: orders take from the first one first and give back to
 * the last one first. Each statement keeps what lies at the places and their sum in step; the
 * caller holds the locks of the sums.
 */
final class StockSpreading {

  /** Takes: offers, units, and the order or null. */
  static final String TAKE =
      """
      with wanted as (
        select w.offer_id, w.units
          from unnest((select ?)::uuid[], (select ?)::int[]) as w (offer_id, units)
      ), purchase as (
        select ?::uuid as id
      ), places as (
        select ps.offer_id, ps.place_id,
               least(ps.quantity, greatest(0,
                 w.units - coalesce(sum(ps.quantity) over before, 0)))::int as units
          from wanted w
          join place_stock ps on ps.offer_id = w.offer_id
          join stock_place p on p.id = ps.place_id and p.active
        window before as (partition by ps.offer_id order by p.position, p.id
                          rows between unbounded preceding and 1 preceding)
      ), taken as (
        update place_stock ps set quantity = ps.quantity - x.units from places x
         where ps.offer_id = x.offer_id and ps.place_id = x.place_id and x.units > 0
      ), noted as (
        insert into stock_taking (order_group_id, offer_id, place_id, quantity)
        select g.id, x.offer_id, x.place_id, x.units from places x, purchase g
         where x.units > 0 and g.id is not null
        on conflict (order_group_id, offer_id, place_id)
          do update set quantity = stock_taking.quantity + excluded.quantity
      )
      update stock s set quantity = s.quantity - w.units from wanted w
       where s.offer_id = w.offer_id
      """;

  /**
   * Gives back: offers, units, and the order or null. What was taken before there were places goes
   * to the first one; what goes to a place that is off now is not for sale.
   */
  static final String GIVE_BACK =
      """
      with given as (
        select w.offer_id, w.units
          from unnest((select ?)::uuid[], (select ?)::int[]) as w (offer_id, units)
      ), owed as (
        select t.order_group_id, t.offer_id, t.place_id,
               least(t.quantity, greatest(0,
                 g.units - coalesce(sum(t.quantity) over after, 0)))::int as units
          from given g
          join stock_taking t on t.offer_id = g.offer_id and t.order_group_id = (select ?::uuid)
          join stock_place p on p.id = t.place_id
        window after as (partition by t.offer_id order by p.position desc, p.id desc
                         rows between unbounded preceding and 1 preceding)
      ), besides as (
        select g.offer_id,
               (select ps.place_id from place_stock ps join stock_place p on p.id = ps.place_id
                 where ps.offer_id = g.offer_id and p.active
                 order by p.position, p.id limit 1) as place_id,
               g.units - coalesce((select sum(o.units) from owed o
                                    where o.offer_id = g.offer_id), 0) as units
          from given g
      ), back as (
        select b.offer_id, b.place_id, sum(b.units)::int as units
          from (select offer_id, place_id, units from owed
                union all select offer_id, place_id, units from besides) b
         where b.units > 0 and b.place_id is not null
         group by b.offer_id, b.place_id
      ), placed as (
        update place_stock ps set quantity = ps.quantity + b.units from back b
         where ps.offer_id = b.offer_id and ps.place_id = b.place_id
      ), noted as (
        update stock_taking t set quantity = t.quantity - o.units from owed o
         where t.order_group_id = o.order_group_id and t.offer_id = o.offer_id
           and t.place_id = o.place_id and o.units > 0
      )
      update stock s
         set quantity = s.quantity + g.units - coalesce(
               (select sum(b.units) from back b join stock_place p on p.id = b.place_id
                 where b.offer_id = s.offer_id and not p.active), 0)
        from given g where s.offer_id = g.offer_id
      """;

  /** The places follow their sum. */
  private static final String FOLLOW =
      """
      with spread as (
        select ps.offer_id, ps.place_id, ps.quantity,
               s.quantity - sum(ps.quantity) over (partition by ps.offer_id) as more,
               row_number() over (partition by ps.offer_id order by p.position, p.id) as rank,
               coalesce(sum(ps.quantity) over after, 0) as behind
          from place_stock ps
          join stock s on s.offer_id = ps.offer_id
          join stock_place p on p.id = ps.place_id and p.active
         where ps.offer_id = any(?)
        window after as (partition by ps.offer_id order by p.position desc, p.id desc
                         rows between unbounded preceding and 1 preceding)
      )
      update place_stock ps
         set quantity = case when x.more > 0 then ps.quantity + x.more
               else ps.quantity - least(ps.quantity, greatest(0, - x.more - x.behind)) end
        from spread x
       where ps.offer_id = x.offer_id and ps.place_id = x.place_id
         and (x.more < 0 or x.more > 0 and x.rank = 1)
      """;

  private final Database database;

  StockSpreading(Database database) {
    this.database = database;
  }

  /** The counts of these offers were set. */
  void follow(UUID[] offers) {
    everywhere(offers);
    database.update(FOLLOW, (Object) offers);
  }

  /** What is counted has a row at each place. */
  private void everywhere(UUID[] offers) {
    database.update(
        """
        insert into place_stock (offer_id, place_id, quantity)
        select o.id, p.id, 0 from offer o join stock_place p on p.vendor_id = o.vendor_id
         where o.id = any(?) on conflict do nothing
        """,
        (Object) offers);
  }

  /** What lies at places was told; the sums follow. */
  void place(Map<UUID, Map<String, Integer>> quantities) {
    everywhere(quantities.keySet().toArray(UUID[]::new));
    List<UUID> offers = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    List<Integer> units = new ArrayList<>();
    quantities.forEach(
        (offer, places) ->
            places.forEach(
                (code, quantity) -> {
                  offers.add(offer);
                  codes.add(code);
                  units.add(quantity);
                }));
    database.update(
        """
        update place_stock ps set quantity = g.units
          from unnest(?::uuid[], ?::text[], ?::int[]) as g (offer_id, code, units)
          join offer o on o.id = g.offer_id
          join stock_place p on p.vendor_id = o.vendor_id and p.code = g.code
         where ps.offer_id = g.offer_id and ps.place_id = p.id and ps.quantity <> g.units
        """,
        offers.toArray(UUID[]::new),
        codes.toArray(String[]::new),
        units.toArray(Integer[]::new));
    sum(quantities.keySet().toArray(UUID[]::new));
  }

  /** The sums of these offers follow their places. */
  void sum(UUID[] offers) {
    database.update(
        """
        update stock s set quantity = x.units
          from (select ps.offer_id, coalesce(sum(ps.quantity) filter (where p.active), 0) as units
                  from place_stock ps join stock_place p on p.id = ps.place_id
                 where ps.offer_id = any(?) group by ps.offer_id) x
         where s.offer_id = x.offer_id and s.quantity <> x.units
        """,
        (Object) offers);
  }
}
