package org.halles.marketplace.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.pricing.CartFacts;
import org.halles.marketplace.pricing.CartReading;
import org.halles.marketplace.pricing.Contribution;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.Pricing;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.pricing.Wish;
import org.halles.marketplace.promotion.Reduction;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.ShippingOption;

/**
 * Everything a buyer does with a cart before paying. Each change answers the whole cart, priced
 * anew; who changes a cart that was ordered is refused with {@link CartClosed}.
 */
@ApplicationScoped
public class Carts {

  private static final Pattern CODE = Pattern.compile("[a-z0-9-]{3,30}");

  /** More lines than a person can look through. */
  public static final int MOST_LINES = 100;

  /** As many units of one offer as a line may hold. */
  public static final int MOST_UNITS = 9_999;

  /** As many codes as a cart may hold. */
  public static final int MOST_COUPONS = 5;

  /** Reasons that nothing a buyer puts into the cart can change. */
  private static final Set<String> FINAL = Set.of("ended", "not-started", "exhausted", "used");

  private static final int LONGEST_CODE = 30;
  private static final int LONGEST_PURCHASE_ORDER = 60;
  private static final int LONGEST_NOTE = 1_000;

  private final CartLines lines;
  private final CartWriting writing;
  private final CartReading reading;
  private final Pricing pricing;

  @Inject
  Carts(CartLines lines, CartWriting writing, CartReading reading, Pricing pricing) {
    this.lines = lines;
    this.writing = writing;
    this.reading = reading;
    this.pricing = pricing;
  }

  protected Carts() {
    this(null, null, null, null);
  }

  /**
   * An empty cart.
   *
   * @param language of the buyer, ISO 639-1; French if it is none of ours
   */
  @Allowed(Role.ANYONE)
  public PricedCart create(CurrencyCode currency, String language) {
    UUID id = Ids.capability();
    return pricing.price(writing.create(id, currency, language));
  }

  /**
   * The cart as it stands.
   *
   * @throws NotFound if there is none with this id
   */
  @Allowed(Role.ANYONE)
  public PricedCart get(UUID cartId) {
    return pricing.price(cartId);
  }

  /** True if it is the cart of another account than the caller's; never of a guest's. */
  @Allowed(Role.ANYONE)
  public boolean isAnothers(UUID cartId) {
    return writing.isAnothers(cartId);
  }

  /**
   * How many units are in an open cart; none if there is no such cart. Costs one small statement.
   */
  @Allowed(Role.ANYONE)
  public int units(UUID cartId) {
    return lines.units(cartId);
  }

  /**
   * Puts units of an offer into the cart; units that are in it already add up.
   *
   * @throws NotFound if there is no such cart, or nothing on sale under this offer id
   * @throws InvalidInput if the quantity, or the sum, is not between 1 and {@link #MOST_UNITS}
   * @throws CannotAdd if the offer is in another currency or the cart is full
   */
  @Allowed(Role.ANYONE)
  public PricedCart add(UUID cartId, UUID offerId, int quantity) {
    return add(cartId, offerId, quantity, null);
  }

  /**
   * The same for a buyer who came by somebody's link: whoever it was earns with this line, if it is
   * an affiliate. A code that nobody has changes nothing, for a wrong link must not stop a buyer.
   *
   * @param via the code in the link, or null
   */
  @Allowed(Role.ANYONE)
  public PricedCart add(UUID cartId, UUID offerId, int quantity, String via) {
    checkQuantity(quantity);
    boolean code = via != null && CODE.matcher(via).matches();
    return pricing.price(lines.add(cartId, offerId, quantity, code ? via : null));
  }

  /**
   * Says who sent the buyer of an open cart: whoever it was earns with the lines nobody else's link
   * put in. A code that nobody has changes nothing, nor does a cart that is none.
   */
  @Allowed(Role.ANYONE)
  public void refer(UUID cartId, String code) {
    if (CODE.matcher(code).matches()) {
      lines.refer(cartId, code);
    }
  }

  /** Makes a line hold so many units; the buyer has seen its price. */
  @Allowed(Role.ANYONE)
  public PricedCart setQuantity(UUID cartId, UUID lineId, int quantity) {
    checkQuantity(quantity);
    return pricing.price(lines.setQuantity(cartId, lineId, quantity));
  }

  /**
   * Says when and how a service is wished; nothing said takes the wish back.
   *
   * @throws NotFound if the cart has no such line, or it is no service
   * @throws InvalidInput naming everything that is wrong
   */
  @Allowed(Role.ANYONE)
  public PricedCart wish(UUID cartId, UUID lineId, Wish wish) {
    Checklist checklist = new Checklist();
    String note = checklist.optional("note", wish.note(), LONGEST_NOTE);
    LocalDate today = BusinessCalendar.dayOf(Instant.now());
    if (wish.on() != null && wish.on().isBefore(today)) {
      checklist.reject("on", "must not be in the past", wish.on());
    } else if (wish.on() != null && wish.on().isAfter(today.plusYears(1))) {
      checklist.reject("on", "must be within a year", wish.on());
    }
    checklist.done();
    return pricing.price(lines.wish(cartId, lineId, new Wish(wish.on(), note)));
  }

  /** Takes a line out. */
  @Allowed(Role.ANYONE)
  public PricedCart remove(UUID cartId, UUID lineId) {
    return pricing.price(lines.remove(cartId, lineId));
  }

  /**
   * Says who receives it, and where.
   *
   * @throws InvalidInput naming everything that is wrong
   */
  @Allowed(Role.ANYONE)
  public PricedCart deliver(UUID cartId, DeliveryInput delivery) {
    return pricing.price(writing.deliver(cartId, delivery.checked()));
  }

  /**
   * Says which number the buyer's own books know the purchase by; it stands on the order and on
   * packing slips.
   *
   * @param typed nothing takes it back
   * @throws InvalidInput if it is too long
   */
  @Allowed(Role.ANYONE)
  public PricedCart purchaseOrder(UUID cartId, String typed) {
    Checklist checklist = new Checklist();
    String number = checklist.optional("purchaseOrder", typed, LONGEST_PURCHASE_ORDER);
    checklist.done();
    return pricing.price(writing.purchaseOrder(cartId, number));
  }

  /**
   * Chooses how one vendor ships.
   *
   * @throws NotFound if nothing of this vendor is in the cart
   * @throws InvalidInput if the vendor offers no such option for this cart
   */
  @Allowed(Role.ANYONE)
  public PricedCart chooseShipping(UUID cartId, UUID vendorId, String optionId) {
    CartFacts facts = reading.forPrice(cartId);
    VendorQuote part =
        pricing.price(facts).vendors().stream()
            .filter(vendor -> vendor.vendorId().equals(vendorId))
            .findFirst()
            .orElseThrow(() -> new NotFound("vendor of this cart", vendorId));
    if (part.options().stream().noneMatch(option -> option.id().equals(optionId))) {
      throw new InvalidInput(
          new Violation(
              "optionId",
              "must be one of " + part.options().stream().map(ShippingOption::id).toList(),
              optionId));
    }
    writing.chooseShipping(cartId, vendorId, optionId);
    return pricing.price(facts.withChoice(vendorId, optionId));
  }

  /**
   * Enters a coupon's code. One that does not apply yet, such as below its minimum, is kept: the
   * cart says what is missing.
   *
   * @throws InvalidInput if nothing that could be a code was entered
   * @throws CouponRefused if there is no such code, or it cannot be used any more
   */
  @Allowed(Role.ANYONE)
  public PricedCart enter(UUID cartId, String typed) {
    Checklist checklist = new Checklist();
    String code = checklist.text("code", typed, LONGEST_CODE).toUpperCase(Locale.ROOT);
    checklist.done();
    PricedCart cart = pricing.price(writing.enter(cartId, code));
    String reason = reasonOf(cart, code);
    if (reason != null && FINAL.contains(reason)) {
      writing.leave(cartId, code);
      throw CouponRefused.because(reason, code);
    }
    return cart;
  }

  /** Takes a coupon's code out; nothing happens if it is not in. */
  @Allowed(Role.ANYONE)
  public PricedCart leave(UUID cartId, String code) {
    writing.leave(cartId, code.strip().toUpperCase(Locale.ROOT));
    return pricing.price(cartId);
  }

  /**
   * Says what the buyer adds for others: these offers, and no other.
   *
   * @throws InvalidInput if one of them is not offered for this cart
   */
  @Allowed(Role.ANYONE)
  public PricedCart contribute(UUID cartId, List<String> chosen) {
    CartFacts facts = reading.forPrice(cartId);
    List<String> offered =
        pricing.price(facts).contributions().stream().map(Contribution::id).toList();
    Checklist checklist = new Checklist();
    chosen.stream()
        .filter(one -> !offered.contains(one))
        .forEach(one -> checklist.reject("chosen", "must be one of " + offered, one));
    checklist.done();
    List<String> once = chosen.stream().distinct().sorted().toList();
    writing.contribute(cartId, once);
    return pricing.price(facts.withContributions(once));
  }

  private static String reasonOf(PricedCart cart, String code) {
    return cart.reductions().stream()
        .filter(reduction -> code.equals(reduction.code()))
        .map(Reduction::reason)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static void checkQuantity(int quantity) {
    if (quantity < 1 || quantity > MOST_UNITS) {
      throw new InvalidInput(
          new Violation(
              "quantity", "must be between 1 and " + MOST_UNITS, String.valueOf(quantity)));
    }
  }
}
