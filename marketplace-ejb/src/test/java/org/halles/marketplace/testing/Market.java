package org.halles.marketplace.testing;

import static org.halles.marketplace.testing.Marketplace.get;
import static org.halles.marketplace.testing.Marketplace.inTransaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.checkout.CheckoutRequest;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Entry;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.Allocation.Kind;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.PriceList;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.pricing.TaxQuote;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.promotion.LineDiscount;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.ShippingOption;

/**
 * Vendors with something to sell, carts, and quotes for them. Every vendor asks 4.00 EUR for
 * shipping; the platform takes 10 % of lines and nothing of shipping, and 20 % VAT on its part.
 */
public final class Market {

  public static final CurrencyCode EUR = CurrencyCode.of("EUR");

  /** Something on sale, and how many of it a basket takes. */
  public record Article(
      UUID vendor, UUID listing, UUID offer, String sku, Money price, int quantity, String kind) {

    /** So many of it at once. */
    public Article times(int units) {
      return new Article(vendor, listing, offer, sku, price, units, kind);
    }

    /** The same, but it is a service or a file. */
    public Article as(String other) {
      inTransaction(
          () -> database().update("update listing set kind = ? where id = ?", other, listing));
      return new Article(vendor, listing, offer, sku, price, quantity, other);
    }

    Money total() {
      return price.times(quantity);
    }
  }

  /** A cart ready to be paid, and what it costs. */
  public record Basket(UUID cart, Quote quote) {

    public CheckoutRequest pay(String token) {
      return pay("fake", token);
    }

    /** To be paid at the door. */
    public CheckoutRequest payInCash() {
      return pay("cash", "cash");
    }

    private CheckoutRequest pay(String gateway, String token) {
      return new CheckoutRequest(
          cart,
          null,
          gateway,
          token,
          Map.of(),
          "/orders/{number}",
          false,
          null,
          quote.totals().contribution(),
          Optional.empty());
    }
  }

  private Market() {}

  /** A new vendor with one thing on sale. */
  public static Article article(long priceMinor, int stock) {
    UUID vendor = Ids.next();
    String slug = "v-" + vendor.toString().substring(9, 13) + vendor.toString().substring(24);
    return inTransaction(
        () -> {
          database()
              .update(
                  "insert into vendor (id, slug, name, kind, country, status, created_at)"
                      + " values (?, ?, ?, 'PROFESSIONAL', 'FR', 'APPROVED', now())",
                  vendor,
                  slug,
                  "Vendor " + slug);
          return onSale(vendor, priceMinor, stock);
        });
  }

  /** What kind of vendor it is: PROFESSIONAL or PRIVATE. */
  public static void vendorIs(UUID vendor, String kind) {
    inTransaction(() -> database().update("update vendor set kind = ? where id = ?", kind, vendor));
  }

  /** One more thing of this vendor. */
  public static Article another(Article of, long priceMinor, int stock) {
    return inTransaction(() -> onSale(of.vendor(), priceMinor, stock));
  }

  private static Article onSale(UUID vendor, long priceMinor, int stock) {
    UUID category = Ids.next();
    UUID product = Ids.next();
    UUID listing = Ids.next();
    UUID offer = Ids.next();
    String sku = "sku-" + offer.toString().substring(24);
    database()
        .update(
            "insert into category (id, slug, name, path) values (?, ?, '{}', array['x'])",
            category,
            "c-" + category);
    database()
        .update(
            "insert into product (id, title, category_id, created_at) values (?, '{}', ?, now())",
            product,
            category);
    database()
        .update(
            "insert into listing (id, vendor_id, product_id, kind, slug, title, category_id,"
                + " status, created_at, updated_at)"
                + " values (?, ?, ?, 'GOODS', 'thing', '{\"fr\":\"Chose\"}', ?, 'LIVE', now(), now())",
            listing,
            vendor,
            product,
            category);
    database()
        .update(
            "insert into offer (id, listing_id, vendor_id, sku, price_minor, currency)"
                + " values (?, ?, ?, ?, ?, 'EUR')",
            offer,
            listing,
            vendor,
            sku,
            priceMinor);
    database().update("insert into stock (offer_id, quantity) values (?, ?)", offer, stock);
    return new Article(vendor, listing, offer, sku, new Money(priceMinor, EUR), 1, "GOODS");
  }

  /** A cart with these, priced and ready to be paid. */
  public static Basket basket(Article... articles) {
    UUID cart = Ids.capability();
    inTransaction(
        () -> {
          database()
              .update(
                  "insert into cart (id, currency, created_at, updated_at)"
                      + " values (?, 'EUR', now(), now())",
                  cart);
          for (Article article : articles) {
            database()
                .update(
                    "insert into cart_line (id, cart_id, offer_id, quantity, added_at)"
                        + " values (?, ?, ?, ?, now())",
                    Ids.next(),
                    cart,
                    article.offer(),
                    article.quantity());
          }
          return cart;
        });
    Quote quote = quote(cart, articles);
    PreparedQuotes.prepare(quote);
    return new Basket(cart, quote);
  }

  /** The basket priced again after something changed its cart's version. */
  public static Basket again(Basket basket, Article... articles) {
    Quote quote = quote(basket.cart(), articles);
    PreparedQuotes.prepare(quote);
    return new Basket(basket.cart(), quote);
  }

  /** The basket of this buyer with something taken off its first line by a promotion. */
  public static Basket discounted(Basket basket, String email, LineDiscount discount) {
    Quote quote = Discounted.quote(basket.quote(), email, discount);
    PreparedQuotes.prepare(quote);
    return new Basket(basket.cart(), quote);
  }

  /** The basket in which this vendor asks nothing for its part. */
  public static Basket given(Basket basket, UUID vendor) {
    Quote quote = Given.quote(basket.quote(), vendor);
    PreparedQuotes.prepare(quote);
    return new Basket(basket.cart(), quote);
  }

  /** The basket with a fee of the platform, and the VAT in it. */
  public static Basket withFee(Basket basket, Money fee, Money vat) {
    Quote quote = WithFee.quote(basket.quote(), fee, vat);
    PreparedQuotes.prepare(quote);
    return new Basket(basket.cart(), quote);
  }

  /** The basket of which the platform keeps so much tax of each vendor. */
  public static Basket keepingTax(Basket basket, Money tax) {
    Quote quote = TaxKept.quote(basket.quote(), tax);
    PreparedQuotes.prepare(quote);
    return new Basket(basket.cart(), quote);
  }

  /** The basket of a buyer who adds so many cents for others. */
  public static Basket giving(Basket basket, long cents) {
    Quote quote = Generous.quote(basket.quote(), new Money(cents, EUR));
    PreparedQuotes.prepare(quote);
    return new Basket(basket.cart(), quote);
  }

  /** The basket of a buyer whom somebody sent: who earns these with each vendor's first line. */
  public static Basket sentBy(UUID affiliate, long byPlatform, long byVendor, Basket basket) {
    Quote quote =
        Referred.quote(
            basket.quote(), affiliate, new Money(byPlatform, EUR), new Money(byVendor, EUR));
    PreparedQuotes.prepare(quote);
    return new Basket(basket.cart(), quote);
  }

  /** Somebody who may send buyers. */
  public static UUID affiliate() {
    UUID id = Ids.next();
    UUID account = Ids.next();
    String code = "blog-" + id.toString().substring(24);
    return inTransaction(
        () -> {
          database()
              .update(
                  "insert into account (id, email, name, created_at) values (?, ?, 'A', now())",
                  account,
                  code + "@it.example");
          database()
              .update(
                  "insert into affiliate (id, account_id, code, name, channel, status, applied_at)"
                      + " values (?, ?, ?, 'A', 'a blog', 'APPROVED', now())",
                  id,
                  account,
                  code);
          return id;
        });
  }

  private static Quote quote(UUID cart, Article... articles) {
    List<UUID> vendors = List.of(articles).stream().map(Article::vendor).distinct().toList();
    List<VendorQuote> parts = new ArrayList<>();
    for (UUID vendor : vendors) {
      parts.add(
          part(vendor, List.of(articles).stream().filter(a -> a.vendor().equals(vendor)).toList()));
    }
    Money none = Money.zero(EUR);
    Money items = sum(parts.stream().map(VendorQuote::items).toList());
    Money shipping = sum(parts.stream().map(VendorQuote::shipping).toList());
    int version =
        inTransaction(
            () ->
                database()
                    .find("select version from cart where id = ?", r -> r.integer("version"), cart)
                    .orElseThrow());
    boolean credit =
        count("select count(*) as n from cart where id = ? and pays_with_credit", cart) > 0;
    long[] basis = basis();
    return new Quote(
        cart,
        version,
        EUR,
        new Quote.Delivery("a@b.example", "A B", "1 rue X", null, "75001", "Paris", null, "FR"),
        "fr",
        null,
        null,
        false,
        parts,
        new Quote.Totals(items, shipping, none, none, none, none, none, items.plus(shipping)),
        List.of(),
        basis[0],
        basis[1],
        "hash",
        Instant.now(),
        credit);
  }

  private static long[] basis() {
    return inTransaction(
        () ->
            database()
                .find(
                    "select (select version from basis where name = 'commission-rules') as c,"
                        + " (select version from basis where name = 'tax-rules') as t",
                    row -> new long[] {row.whole("c"), row.whole("t")})
                .orElseThrow());
  }

  private static VendorQuote part(UUID vendor, List<Article> articles) {
    Money none = Money.zero(EUR);
    Money shipping = new Money(400, EUR);
    ShippingOption option = new ShippingOption("std", "Standard", shipping, 1, 3);
    TaxQuote untaxed = new TaxQuote(none, Rate.ZERO, null, null, true);
    List<LineQuote> lines =
        articles.stream().map(article -> line(vendor, article, untaxed)).toList();
    Money items = sum(lines.stream().map(LineQuote::total).toList());
    return new VendorQuote(
        vendor,
        "slug",
        "Vendor",
        lines,
        List.of(option),
        option,
        true,
        items,
        shipping,
        none,
        none,
        none,
        items.plus(shipping),
        untaxed,
        List.of(leg("vendor:" + vendor, Kind.VENDOR_NET, shipping)));
  }

  private static LineQuote line(UUID vendor, Article article, TaxQuote untaxed) {
    Money commission = article.total().times(Rate.percent("10"));
    Money vat = commission.times(Rate.percent("20"));
    Money net = article.total().minus(commission).minus(vat);
    return new LineQuote(
        Ids.next(),
        article.offer(),
        0,
        article.listing(),
        article.kind(),
        Texts.of("Chose", "Thing"),
        article.sku(),
        Map.of(),
        null,
        article.quantity(),
        null,
        article.price(),
        PriceList.PUBLIC,
        article.total(),
        Money.zero(EUR),
        untaxed,
        List.of(),
        List.of(
            leg("platform", Kind.COMMISSION, commission),
            leg("platform", Kind.COMMISSION_VAT, vat),
            leg("vendor:" + vendor, Kind.VENDOR_NET, net)));
  }

  private static Allocation leg(String party, Kind kind, Money amount) {
    return new Allocation(
        party, kind, amount, null, null, "hash", new Trace("ten", null, "test", false, List.of()));
  }

  private static Money sum(List<Money> amounts) {
    return Money.sum(EUR, amounts);
  }

  /** How many are left. */
  public static int stockOf(Article article) {
    return inTransaction(
        () ->
            database()
                .find(
                    "select quantity from stock where offer_id = ?",
                    row -> row.integer("quantity"),
                    article.offer())
                .orElseThrow());
  }

  /** One number the database knows. */
  public static long count(String sql, Object... parameters) {
    return inTransaction(
        () -> database().find(sql, row -> row.whole("n"), parameters).orElseThrow());
  }

  public static Database database() {
    return get(Database.class);
  }

  /** What is available to a vendor leaves for its bank, as a payout will have it. */
  public static void payOut(UUID vendor, Money amount) {
    inTransaction(
        () -> {
          Source source = new Source("test-payout", Ids.next().toString(), Instant.now(), null);
          get(Ledger.class)
              .post(
                  Entry.draft("payout", source)
                      .debit(Chart.vendorAvailable(vendor), amount, null)
                      .credit("payout_in_transit:" + source.id(), amount, null)
                      .finish());
          return null;
        });
  }
}
