package org.halles.marketplace.seeded;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.halles.marketplace.cash.CashPolicy;
import org.halles.marketplace.cash.CashTerms;
import org.halles.marketplace.cash.CashVendors;
import org.halles.marketplace.credit.CannotUseCredit;
import org.halles.marketplace.credit.GiftCardPolicy;
import org.halles.marketplace.credit.GiftCardTerms;
import org.halles.marketplace.credit.IssuedCard;
import org.halles.marketplace.hold.HoldPolicy;
import org.halles.marketplace.hold.HoldTerms;
import org.halles.marketplace.order.GiftPurchase;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.CapturePolicy;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.testing.Credits;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Market.Basket;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;

/** The few vendors of a story, what they sell, and the carts of their buyers. */
final class Street {

  /** A cart and what lies in it. */
  record Cart(Basket basket, Article[] articles) {}

  /** One vendor's part of a purchase. */
  record Part(
      UUID id, String number, UUID vendor, String status, String purchase, String accessKey) {}

  /** A charge as the platform knows it. */
  record Charge(UUID id, String purchase, String status, long minor) {}

  /** A gift card that was bought and paid. */
  record Gift(String purchase, String accessKey) {}

  private static final List<CaptureMoment> MOMENTS = List.of(CaptureMoment.values());

  final Map<Article, Integer> stocked = new LinkedHashMap<>();
  final List<Cart> carts = new ArrayList<>();
  final List<IssuedCard> cards = new ArrayList<>();
  final List<GiftPurchase> gifts = new ArrayList<>();
  final UUID affiliate = Market.affiliate();

  Street(Random random) {
    CashTerms cash = new CashTerms(true, List.of(), List.of(Money.of(1_000_000, Market.EUR)));
    GiftCardTerms.Bounds anyCard =
        new GiftCardTerms.Bounds(Money.of(1_000, Market.EUR), Money.of(50_000, Market.EUR));
    GiftCardTerms giftCards = new GiftCardTerms(true, 24, List.of(anyCard));
    Marketplace.asSystem(() -> Marketplace.get(CashPolicy.class).change(cash));
    Marketplace.asSystem(() -> Marketplace.get(GiftCardPolicy.class).change(giftCards));
    for (int vendor = 0; vendor < 2 + random.nextInt(2); vendor++) {
      Article first = stock(random, null);
      stock(random, first);
      terms(random, first.vendor());
    }
    for (int card = 0; card < 2; card++) {
      cards.add(Credits.card(1 + random.nextInt(12_000)));
    }
  }

  /** The cart with a gift card entered, given away or bought by somebody, if that still pays. */
  Optional<Basket> withCard(Random random, Cart cart) {
    List<String> codes = new ArrayList<>(cards.stream().map(IssuedCard::code).toList());
    codes.addAll(boughtCodes());
    try {
      String code = codes.get(random.nextInt(codes.size()));
      return Optional.of(Credits.with(code, cart.basket(), cart.articles()));
    } catch (CannotUseCredit usedUp) {
      return Optional.empty();
    }
  }

  GiftPurchase gift(GiftPurchase purchase) {
    gifts.add(purchase);
    return purchase;
  }

  List<Gift> paidGifts() {
    return read(
        "select number, access_key from order_group where cart_id = any(?) and status = 'PAID'"
            + " order by id",
        row -> new Gift(row.text("number"), row.text("access_key")),
        (Object) giftIds());
  }

  /** As the letters to those they are for tell them. */
  private List<String> boughtCodes() {
    return read(
            "select o.payload ->> 'sealedCode' as code from order_group g"
                + " join gift_card_sale s on s.order_group_id = g.id"
                + " join outbox o on o.payload ->> 'creditId' = s.credit_id::text"
                + " where g.cart_id = any(?) and o.topic = 'GiftCardIssued' order by s.credit_id",
            row -> row.text("code"),
            (Object) giftIds())
        .stream()
        .map(Credits::opened)
        .toList();
  }

  private UUID[] giftIds() {
    return gifts.stream().map(GiftPurchase::id).toArray(UUID[]::new);
  }

  private Article stock(Random random, Article of) {
    int units = 2 + random.nextInt(9);
    long price = 1 + random.nextInt(random.nextBoolean() ? 60 : 9000);
    Article article = of == null ? Market.article(price, units) : Market.another(of, price, units);
    stocked.put(article, units);
    return article;
  }

  private static void terms(Random random, UUID vendor) {
    int reserve = random.nextBoolean() ? 0 : 100 + random.nextInt(3000);
    HoldTerms terms =
        new HoldTerms(random.nextInt(15), 30, reserve, reserve == 0 ? 0 : 1 + random.nextInt(40));
    CaptureMoment moment =
        random.nextBoolean() ? CaptureMoment.SHIPMENT : MOMENTS.get(random.nextInt(3));
    Marketplace.asSystem(
        () -> {
          Marketplace.get(CashVendors.class).change(VendorScopes.of(vendor, "v"), true);
          Marketplace.get(CapturePolicy.class).change(vendor, new CapturePolicy.Terms(moment));
          return Marketplace.get(HoldPolicy.class).change(vendor, terms);
        });
  }

  Cart fill(Random random) {
    return fill(random, new ArrayList<>(stocked.keySet()));
  }

  /** From one vendor only, so that it may be paid at the door. */
  Cart fillAtOne(Random random) {
    UUID vendor = vendors().get(random.nextInt(vendors().size()));
    return fill(
        random,
        new ArrayList<>(
            stocked.keySet().stream().filter(one -> one.vendor().equals(vendor)).toList()));
  }

  private Cart fill(Random random, List<Article> shelf) {
    Collections.shuffle(shelf, random);
    Article[] chosen =
        shelf.stream()
            .limit(1 + random.nextInt(3))
            .map(article -> article.times(1 + random.nextInt(3)))
            .toArray(Article[]::new);
    Basket basket = Market.basket(chosen);
    int gift = random.nextInt(300);
    Cart cart =
        new Cart(gift < 60 ? Market.giving(basket, 1 + gift) : sent(random, basket), chosen);
    carts.add(cart);
    return cart;
  }

  /** Every other buyer came by somebody's link. */
  private Basket sent(Random random, Basket basket) {
    return random.nextBoolean()
        ? basket
        : Market.sentBy(affiliate, random.nextInt(40), random.nextInt(40), basket);
  }

  List<UUID> vendors() {
    return stocked.keySet().stream().map(Article::vendor).distinct().toList();
  }

  /** Everybody who has money here: the vendors, and the one who sends buyers. */
  List<UUID> payees() {
    return Stream.concat(vendors().stream(), Stream.of(affiliate)).toList();
  }

  /** Of carts and of gift cards, whose ids stand in their place. */
  UUID[] cartIds() {
    return Stream.concat(
            carts.stream().map(cart -> cart.basket().cart()), gifts.stream().map(GiftPurchase::id))
        .toArray(UUID[]::new);
  }

  List<Part> parts(String... statuses) {
    return read(
        "select o.id, o.number, o.vendor_id, o.status, g.number as purchase, g.access_key"
            + " from vendor_order o join order_group g on g.id = o.order_group_id"
            + " where g.cart_id = any(?) and o.status = any(?) order by o.id",
        Street::part,
        cartIds(),
        statuses);
  }

  /** Those whose cash nobody has yet. */
  List<Part> unpaidAtTheDoor() {
    return read(
        "select o.id, o.number, o.vendor_id, o.status, g.number as purchase, g.access_key"
            + " from vendor_order o join order_group g on g.id = o.order_group_id"
            + " where g.cart_id = any(?) and g.status = 'AUTHORISED' and is_cash(g.id)"
            + " order by o.id",
        Street::part,
        (Object) cartIds());
  }

  /** Those of which money is to be given back by hand, and which money. */
  Map<UUID, Part> toGiveBackByHand() {
    Map<UUID, Part> back = new LinkedHashMap<>();
    read(
        "select r.transaction_id, o.id, o.number, o.vendor_id, o.status, g.number as purchase,"
            + " g.access_key from cash_return r"
            + " join payment_transaction t on t.id = r.transaction_id"
            + " join order_group g on g.id = t.order_group_id"
            + " join vendor_order o on o.order_group_id = g.id"
            + " where g.cart_id = any(?) and r.said_by is null order by r.transaction_id",
        row -> back.put(row.uuid("transaction_id"), part(row)),
        (Object) cartIds());
    return back;
  }

  private static Part part(Row row) throws SQLException {
    return new Part(
        row.uuid("id"),
        row.text("number"),
        row.uuid("vendor_id"),
        row.text("status"),
        row.text("purchase"),
        row.text("access_key"));
  }

  List<UUID> parcels(Part part) {
    return read(
        "select id from shipment where vendor_order_id = ? order by id",
        row -> row.uuid("id"),
        part.id());
  }

  /** Charges and refunds, oldest first. */
  List<Charge> transactions(String kind, String... statuses) {
    return read(
        "select t.id, g.number, t.status, t.amount_minor from payment_transaction t"
            + " join order_group g on g.id = t.order_group_id"
            + " where g.cart_id = any(?) and t.kind = ? and t.status = any(?)"
            + " and t.gateway = 'fake' order by t.id",
        row ->
            new Charge(
                row.uuid("id"), row.text("number"), row.text("status"), row.whole("amount_minor")),
        cartIds(),
        kind,
        statuses);
  }

  List<UUID> payouts(String... statuses) {
    return read(
        "select id from payout where payee_id = any(?) and status = any(?) order by id",
        row -> row.uuid("id"),
        payees().toArray(UUID[]::new),
        statuses);
  }

  /** Payouts whose answer is awaited, by the key the gateway knows them under. */
  List<UUID> attempts() {
    return read(
        "select attempt from payout where payee_id = any(?)"
            + " and status in ('CLAIMED', 'SENT', 'IN_TRANSIT') order by id",
        row -> row.uuid("attempt"),
        (Object) payees().toArray(UUID[]::new));
  }

  /** Attempts to give money back that were refused, and nobody decided about. */
  List<UUID> refusedRefunds() {
    return read(
        "select t.id from payment_transaction t join order_group g on g.id = t.order_group_id"
            + " where g.cart_id = any(?) and t.kind = 'REFUND' and t.status = 'FAILED'"
            + " and not exists (select 1 from refused_refund d where d.transaction_id = t.id)"
            + " order by t.id",
        row -> row.uuid("id"),
        (Object) cartIds());
  }

  /** Complaints nobody has decided yet. */
  List<UUID> complaints() {
    return read(
        "select d.id from dispute d join order_group g on g.id = d.order_group_id"
            + " where g.cart_id = any(?) and d.kind = 'BUYER'"
            + " and d.status in ('OPENED', 'EVIDENCE_SENT') order by d.id",
        row -> row.uuid("id"),
        (Object) cartIds());
  }

  /** What banks decided to keep although too little is left of the purchase. */
  List<UUID> uncoveredChargebacks() {
    return read(
        "select u.id from uncovered_chargeback u join order_group g on g.id = u.order_group_id"
            + " where g.cart_id = any(?) and u.state in ('LOST', 'PARTLY') and u.booked_at is null"
            + " order by u.id",
        row -> row.uuid("id"),
        (Object) cartIds());
  }

  private static <T> List<T> read(String sql, Row.Reader<T> reader, Object... parameters) {
    return Marketplace.inTransaction(() -> Market.database().list(sql, reader, parameters));
  }
}
