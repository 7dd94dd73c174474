package org.halles.marketplace.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.affiliate.AffiliateOffer;
import org.halles.marketplace.commission.RuleBook;
import org.halles.marketplace.commission.RuleBooks;
import org.halles.marketplace.commission.VendorSales;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.promotion.CartPromotions;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shipping.Shipping;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.ShippingMethod;
import org.halles.spi.VendorFacts.SalesPeriod;

/** Reads what a cart's price depends on: one statement, a second for the split, however long. */
@ApplicationScoped
public class CartReading {

  private static final String CART =
      """
      select c.id as cart_id, c.version as cart_version, c.currency as cart_currency, c.language,
        c.account_id, c.status as cart_status, c.pays_with_credit, c.email, c.name as buyer_name, c.line1, c.line2,
        c.postal_code, c.city, c.region, c.country as buyer_country,
        b.buyer, b.company, c.purchase_order, c.contributions,
        (select version from basis where name = 'commission-rules') as commission_version,
        (select version from basis where name = 'tax-rules') as tax_version,
        l.id as line_id, l.offer_id, l.quantity, l.seen_price_minor, l.wished_on, l.note,
        o.version as offer_version,
        o.sku, o.options::text as options, price_of(o, b.company) as price_minor,
        breaks_of(o, b.company)::text as price_breaks,
        price_list_of(o, b.company, l.quantity) as price_list,
        least_of(o, b.company) as least, pack_of(o, b.company) as pack, o.order_most,
        o.currency, o.shipping_fee_minor,
        o.weight_grams, o.lead_time_days, s.quantity as stock,
        for_sale(o, g, b.buyer) and sells(v)
          and not closed_on(?::date, v.closed_from, v.closed_to) as on_sale,
        sells(v) and closed_on(?::date, v.closed_from, v.closed_to) as on_holiday,
        v.closed_to + 1 as reopens, g.reserved_for is not null as agreed,
        g.id as listing_id, g.slug as listing_slug, g.kind, g.title::text as title, g.image_media,
        g.attributes::text as attributes, k.path, k.tax_class,
        v.id as vendor_id, v.slug as vendor_slug, coalesce(f.name, v.name) as vendor_name,
        v.kind as vendor_kind, v.country as vendor_country, f.accent, p.option_id,
        %s as affiliate,
        %s as buyer_fee,
        %s as remittance,
        %s as promotions,
        %s as methods
      from cart c cross join lateral (
        select who.buyer, is_company(who.buyer) as company
          from (select buyer_of(c.account_id, ?::uuid) as buyer) who offset 0) b
      left join (cart_line l
        join offer o on o.id = l.offer_id
        join listing g on g.id = o.listing_id
        join category k on k.id = g.category_id
        join vendor v on v.id = o.vendor_id
        left join storefront f on f.vendor_id = v.id
        left join stock s on s.offer_id = o.id) on l.cart_id = c.id
      left join cart_shipping p on p.cart_id = c.id and p.vendor_id = v.id
      where c.id = (select ?::uuid)
      order by l.added_at, l.id
      """
          .formatted(
              AffiliateOffer.COLUMN,
              BuyerFees.COLUMN,
              Remittances.COLUMN,
              CartPromotions.COLUMN,
              Shipping.METHODS_OF_V);

  private record CartRow(
      CartFacts.Header header,
      LineFacts line,
      List<ShippingMethod> methods,
      CartPromotions promotions) {}

  private final Database database;
  private final RuleBooks ruleBooks;
  private final VendorSales vendorSales;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  CartReading(
      Database database,
      RuleBooks ruleBooks,
      VendorSales vendorSales,
      CurrentCaller caller,
      Clock clock) {
    this.database = database;
    this.ruleBooks = ruleBooks;
    this.vendorSales = vendorSales;
    this.caller = caller;
    this.clock = clock;
  }

  protected CartReading() {
    this(null, null, null, null, null);
  }

  /**
   * What a price needs.
   *
   * @throws NotFound if there is no such cart
   */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public CartFacts forPrice(UUID cartId) {
    return facts(rows(cartId));
  }

  /**
   * Changes a cart, and in the same trip reads what its price needs then.
   *
   * @return empty if the change found nothing to change
   */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public Optional<CartFacts> after(Database.Change change, UUID cartId) {
    Database.Changed<CartRow> changed =
        database.updateThenList(change, CART, CartReading::read, parameters(cartId));
    return changed.rows() == 0 ? Optional.empty() : Optional.of(facts(changed.found()));
  }

  private static CartFacts facts(List<CartRow> rows) {
    CartRow first = rows.get(0);
    return new CartFacts(
        first.header(), lines(rows), methods(rows), null, Map.of(), first.promotions());
  }

  private Object[] parameters(UUID cartId) {
    Instant now = clock.instant();
    LocalDate today = BusinessCalendar.dayOf(now);
    return new Object[] {today, today, cartId, now, caller.get().accountId(), cartId};
  }

  /**
   * What a quote needs: also the commission rules and the vendors' sales.
   *
   * @throws NotFound if there is no such cart
   */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public CartFacts forQuote(UUID cartId) {
    List<CartRow> rows = rows(cartId);
    CartFacts.Header header = rows.get(0).header();
    RuleBook rules = ruleBooks.at(header.commissionVersion());
    Map<UUID, Map<SalesPeriod, Money>> sales =
        vendorSales.of(vendors(rows), header.currency(), BusinessCalendar.dayOf(clock.instant()));
    return new CartFacts(
        header, lines(rows), methods(rows), rules, sales, rows.get(0).promotions());
  }

  private List<CartRow> rows(UUID cartId) {
    List<CartRow> rows = database.list(CART, CartReading::read, parameters(cartId));
    if (rows.isEmpty()) {
      throw new NotFound("cart", cartId);
    }
    return rows;
  }

  private static List<LineFacts> lines(List<CartRow> rows) {
    return rows.stream().map(CartRow::line).filter(line -> line != null).toList();
  }

  private static List<UUID> vendors(List<CartRow> rows) {
    return lines(rows).stream().map(line -> line.seller().id()).distinct().toList();
  }

  private static Map<UUID, List<ShippingMethod>> methods(List<CartRow> rows) {
    Map<UUID, List<ShippingMethod>> methods = new LinkedHashMap<>();
    for (CartRow row : rows) {
      if (row.line() != null) {
        methods.put(row.line().seller().id(), row.methods());
      }
    }
    return methods;
  }

  private static CartRow read(Row row) throws SQLException {
    BuyerFeeTerms fee = row.json("buyer_fee", BuyerFeeTerms.class);
    CartFacts.Header header =
        new CartFacts.Header(
            row.uuid("cart_id"),
            row.integer("cart_version"),
            CurrencyCode.of(row.text("cart_currency")),
            row.text("language"),
            row.uuid("account_id"),
            row.uuid("buyer"),
            row.text("cart_status").equals("ORDERED"),
            row.text("email"),
            row.text("buyer_name"),
            row.text("line1"),
            row.text("line2"),
            row.text("postal_code"),
            row.text("city"),
            row.text("region"),
            row.text("buyer_country"),
            row.whole("commission_version"),
            row.whole("tax_version"),
            row.flag("company"),
            row.text("purchase_order"),
            fee == null ? BuyerFeeTerms.NONE : fee,
            Remittances.read(row, "remittance"),
            row.texts("contributions"),
            row.flag("pays_with_credit"));
    CartPromotions found = row.json("promotions", CartPromotions.class);
    CartPromotions promotions = found == null ? CartPromotions.NONE : found;
    return row.uuid("line_id") == null
        ? new CartRow(header, null, List.of(), promotions)
        : new CartRow(header, line(row), Shipping.read(row, "methods"), promotions);
  }

  private static LineFacts line(Row row) throws SQLException {
    int quantity = row.integer("quantity");
    PriceLadder ladder = PriceLadder.of(row.money("price_minor"), row.text("price_breaks"));
    Money price = ladder.at(quantity);
    Long seen = row.wholeOrNull("seen_price_minor");
    Long fee = row.wholeOrNull("shipping_fee_minor");
    return new LineFacts(
        row.uuid("line_id"),
        row.uuid("offer_id"),
        row.integer("offer_version"),
        row.uuid("listing_id"),
        row.text("listing_slug"),
        row.text("kind"),
        row.json("title", Texts.class),
        row.text("sku"),
        row.words("options"),
        row.text("image_media"),
        row.words("attributes"),
        row.texts("path"),
        row.text("tax_class"),
        quantity,
        row.integerOrNull("stock"),
        ladder,
        row.one("price_list", PriceList.class),
        price,
        seen == null ? price : Money.of(seen, price.currency()),
        fee == null ? null : Money.of(fee, price.currency()),
        row.integer("weight_grams"),
        row.integer("lead_time_days"),
        row.flag("on_sale"),
        new LineFacts.Seller(
            row.uuid("vendor_id"),
            row.text("vendor_slug"),
            row.text("vendor_name"),
            row.text("vendor_kind").equals("PROFESSIONAL"),
            row.text("vendor_country"),
            row.text("accent"),
            row.flag("on_holiday") ? new LineFacts.Holiday(row.day("reopens")) : null),
        row.text("option_id"),
        wish(row),
        row.flag("agreed"),
        Packs.of(
            row.integerOrNull("least"), row.integerOrNull("pack"), row.integerOrNull("order_most")),
        row.json("affiliate", AffiliateOffer.class));
  }

  private static Wish wish(Row row) throws SQLException {
    LocalDate on = row.day("wished_on");
    String note = row.text("note");
    return on == null && note == null ? null : new Wish(on, note);
  }
}
