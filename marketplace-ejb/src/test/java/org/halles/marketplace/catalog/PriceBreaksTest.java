package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PriceBreaksTest {

  private static final SampleShop SHOP = new SampleShop();

  @BeforeAll
  static void aCategory() {
    SHOP.category("cartons", null, "Cartons", "Boxes");
  }

  private final VendorScope boxes = SHOP.trustedVendor("Cartonnerie");

  @Test
  void whatAUnitCostsFromSoManyOnIsKeptWithTheOfferAndBuyersReadIt() {
    VendorListing live = live(step(10, 450), step(100, 390));

    assertThat(live.variants().get(0).priceBreaks()).containsExactly(at(10, 450), at(100, 390));
    assertThat(SHOP.listings.detail(live.id()))
        .hasValueSatisfying(
            seen ->
                assertThat(seen.offers().get(0).priceBreaks())
                    .containsExactly(at(10, 450), at(100, 390)));
  }

  @Test
  void everythingWrongWithTheStepsIsToldAtOnce() {
    InvalidInput refused =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                live(
                    step(1, 450),
                    step(10, 450),
                    step(10, 460),
                    new PriceBreakInput(20, new PriceInput(100L, "USD")),
                    null));

    assertThat(refused.violations())
        .extracting(Violation::field)
        .containsExactly(
            "variants[0].priceBreaks[0].from",
            "variants[0].priceBreaks[1].price",
            "variants[0].priceBreaks[2].from",
            "variants[0].priceBreaks[2].price",
            "variants[0].priceBreaks[3].price.currency",
            "variants[0].priceBreaks[4].from",
            "variants[0].priceBreaks[4].price");
  }

  @Test
  void aNewPriceStaysAboveItsStepsOrBringsNewOnes() {
    UUID offer = live(step(10, 450)).variants().get(0).id();

    assertThatThrownBy(() -> change(offer, 450L, null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("price");
    OfferView cheaper = change(offer, 440L, List.of(step(5, 400)));
    OfferView flat = change(offer, null, List.of());

    assertThat(cheaper.priceBreaks()).containsExactly(at(5, 400));
    assertThat(flat.priceBreaks()).isEmpty();
    assertThat(flat.price().minor()).isEqualTo(440);
    assertThat(flat.version()).isGreaterThan(cheaper.version());
  }

  @Test
  void allPricesOfALadderChangeByTheSameShare() {
    VendorListing live = live(step(10, 450), step(100, 390));
    UUID offer = live.variants().get(0).id();

    SHOP.real.inTransaction(
        () -> SHOP.terms.changeBy(boxes, List.of(offer), BigDecimal.valueOf(-10)));

    OfferView now = SHOP.cataloguing.get(boxes, live.id()).variants().get(0);
    assertThat(now.price().minor()).isEqualTo(450);
    assertThat(now.priceBreaks()).containsExactly(at(10, 405), at(100, 351));
  }

  @Test
  void aFeedThatWouldPutThePriceBelowItsStepsIsToldSo() {
    VendorListing live = live(step(10, 450));
    String sku = live.variants().get(0).sku();

    Map<String, TermsInBulk.Result> below = feed(new SkuTerms(sku, money(400), null, null));
    Map<String, TermsInBulk.Result> both =
        feed(new SkuTerms(sku, money(400), null, List.of(at(20, 380))));

    assertThat(below).containsEntry(sku, TermsInBulk.Result.STEPS_ABOVE_PRICE);
    assertThat(both).containsEntry(sku, TermsInBulk.Result.CHANGED);
    assertThat(SHOP.cataloguing.get(boxes, live.id()).variants().get(0).priceBreaks())
        .containsExactly(at(20, 380));
  }

  @Test
  void aDraftKeepsWhatIsTypedAndSaysWhatIsNoNumber() {
    VendorListing live = live(step(10, 450));

    DraftContent draft =
        SHOP.real.inTransaction(() -> SHOP.drafts.edit(boxes, live.id())).content();
    assertThat(draft.variants().get(0).priceBreaks())
        .containsExactly(new DraftContent.Break("10", "4.50"));

    assertThat(DraftWriting.of(live)).isEqualTo(draft);
  }

  private VendorListing live(PriceBreakInput... steps) {
    return SHOP.live(
        boxes,
        SampleShop.goods(
            "cartons", "Carton", "Box", stepped(new ArrayList<>(Arrays.asList(steps)))));
  }

  private static VariantInput stepped(List<PriceBreakInput> steps) {
    VariantInput flat = SampleShop.variant(SampleShop.sku(), 500, 1_000);
    return new VariantInput(
        flat.sku(),
        flat.options(),
        flat.price(),
        flat.stock(),
        flat.condition(),
        flat.leadTimeDays(),
        flat.weightGrams(),
        flat.gtin(),
        flat.shippingFee(),
        steps);
  }

  private OfferView change(UUID offer, Long price, List<PriceBreakInput> steps) {
    PriceInput wanted = price == null ? null : new PriceInput(price, "EUR");
    return SHOP.real.inTransaction(() -> SHOP.terms.change(boxes, offer, wanted, null, steps));
  }

  private Map<String, TermsInBulk.Result> feed(SkuTerms terms) {
    return SHOP.real.inTransaction(() -> SHOP.termsInBulk.set(boxes, List.of(terms)));
  }

  private static PriceBreakInput step(int from, long minor) {
    return new PriceBreakInput(from, new PriceInput(minor, "EUR"));
  }

  private static PriceBreak at(int from, long minor) {
    return new PriceBreak(from, money(minor));
  }

  private static Money money(long minor) {
    return Money.of(minor, "EUR");
  }
}
