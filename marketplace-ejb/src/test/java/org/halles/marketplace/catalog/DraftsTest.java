package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;
import static org.halles.marketplace.catalog.SampleShop.variant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Stale;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Listings while they are being typed. */
class DraftsTest {

  private static final SampleShop SHOP = new SampleShop();

  @BeforeAll
  static void crate() {
    SHOP.category("ebauches-t", null, "Ébauches", "Drafts");
  }

  private static DraftContent typed(
      String title, String category, DraftContent.Variant... variants) {
    return new DraftContent(
        "goods",
        Texts.of(title),
        null,
        category,
        Map.of("material", ""),
        null,
        List.of(variants),
        null,
        "EUR");
  }

  private static DraftContent.Variant line(String sku, String price, String stock, String gtin) {
    return new DraftContent.Variant(sku, null, price, stock, null, gtin, "new", null, null, null);
  }

  private static DraftView begin(VendorScope vendor, DraftContent content) {
    return SHOP.real.inTransaction(() -> SHOP.drafts.begin(vendor, content));
  }

  private static VendorListing finish(VendorScope vendor, UUID draft) {
    return SHOP.real.inTransaction(() -> SHOP.drafts.finish(vendor, draft));
  }

  @Test
  void whateverIsTypedIsKeptEvenWhatNoDatabaseCanStore() {
    VendorScope vendor = SHOP.vendor("Distraite");
    DraftView draft =
        begin(vendor, typed("a\ud800b\0c", "nowhere", line("", "douze", "-3", "123")));

    DraftView read = SHOP.real.inTransaction(() -> SHOP.drafts.get(vendor, draft.id()));

    assertThat(read.content().variants().get(0).price()).isEqualTo("douze");
    assertThat(read.content().title().in("fr")).contains("a").contains("b").contains("c");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndTheDraftStays() {
    VendorScope vendor = SHOP.vendor("Pressée");
    DraftView draft =
        begin(
            vendor,
            typed(
                "",
                null,
                line("", "douze", "beaucoup", "4006381333932"),
                line("B", null, "1", null)));

    InvalidInput refusal =
        catchThrowableOfType(InvalidInput.class, () -> finish(vendor, draft.id()));

    assertThat(refusal.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "title",
            "categoryId",
            "variants[0].sku",
            "variants[0].price",
            "variants[0].stock",
            "variants[0].gtin",
            "variants[1].price");
    assertThat(refusal.violations())
        .filteredOn(violation -> violation.field().endsWith("gtin"))
        .extracting(Violation::message)
        .containsExactly("is no GTIN: it ends with 2 where 1 belongs, so a digit is mistyped");
    assertThat(SHOP.real.inTransaction(() -> SHOP.drafts.get(vendor, draft.id())).content())
        .isEqualTo(draft.content());
  }

  @Test
  void aPictureThatComesInWhileAPriceIsTypedLeavesBoth() {
    VendorScope vendor = SHOP.vendor("Illustrée");
    DraftView read = begin(vendor, typed("Bol", null, line("", "", "", null)));
    SHOP.real.inTransaction(
        () -> SHOP.drafts.illustrate(vendor, read.id(), new ImageInput("bol.png", Texts.NONE)));

    DraftView kept = type(vendor, read, typed("Bol", null, line("", "8,50", "12", null)));

    assertThat(kept.content().images()).extracting(ImageInput::media).containsExactly("bol.png");
    assertThat(kept.content().variants().get(0).price()).isEqualTo("8,50");
  }

  @Test
  void typingOverWhatWasTypedElsewhereIsRefused() {
    VendorScope vendor = SHOP.vendor("Partagée");
    DraftView read = begin(vendor, typed("Bol", null, line("", "", "", null)));
    type(vendor, read, typed("Bol bleu", null, line("", "", "", null)));

    assertThatExceptionOfType(Stale.class)
        .isThrownBy(() -> type(vendor, read, typed("Bol vert", null, line("", "", "", null))));
  }

  private static DraftView type(VendorScope vendor, DraftView read, DraftContent content) {
    return SHOP.real.inTransaction(() -> SHOP.drafts.type(vendor, read.id(), read.mark(), content));
  }

  @Test
  void amountsAreReadAsPeopleTypeThem() {
    VendorScope vendor = SHOP.vendor("Soigneuse");
    DraftView draft =
        begin(
            vendor,
            typed(
                "Bol",
                "ebauches-t",
                line(sku(), "1 234,5", "3", null),
                line(sku(), "12.00 €", null, null)));

    VendorListing made = finish(vendor, draft.id());

    assertThat(made.status()).isEqualTo(ListingStatus.SUBMITTED);
    assertThat(made.variants())
        .extracting(offer -> offer.price().minor())
        .containsExactly(123_450L, 1_200L);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> SHOP.real.inTransaction(() -> SHOP.drafts.get(vendor, draft.id())));
  }

  @Test
  void unitsSoldWhileAListingIsBeingEditedStaySold() {
    VendorScope vendor = SHOP.trustedVendor("Active");
    VendorListing live =
        SHOP.live(vendor, goods("ebauches-t", "Pot", "Pot", variant(sku(), 900, 8)));
    UUID offer = live.variants().get(0).id();
    DraftView draft = SHOP.real.inTransaction(() -> SHOP.drafts.edit(vendor, live.id()));

    SHOP.real.inTransaction(() -> SHOP.stock.take(Map.of(offer, 3)));
    VendorListing edited = finish(vendor, draft.id());

    assertThat(edited.variants().get(0).stock()).isEqualTo(5);
  }

  @Test
  void aListingHasOneDraftAndASecondWindowNoticesTheFirst() {
    VendorScope vendor = SHOP.trustedVendor("Double");
    VendorListing live =
        SHOP.live(vendor, goods("ebauches-t", "Pot", "Pot", variant(sku(), 900, 8)));
    DraftView first = SHOP.real.inTransaction(() -> SHOP.drafts.edit(vendor, live.id()));
    DraftView second = SHOP.real.inTransaction(() -> SHOP.drafts.edit(vendor, live.id()));

    assertThat(second.id()).isEqualTo(first.id());
    SHOP.real.inTransaction(() -> SHOP.drafts.save(vendor, first.id(), 0, first.content()));
    assertThatExceptionOfType(Stale.class)
        .isThrownBy(
            () ->
                SHOP.real.inTransaction(
                    () -> SHOP.drafts.save(vendor, second.id(), 0, second.content())));
  }

  @Test
  void aCopyHasNoNumbersOfItsOriginal() {
    VendorScope vendor = SHOP.vendor("Copiste");
    VendorListing original =
        SHOP.live(vendor, goods("ebauches-t", "Pot", "Pot", variant(sku(), 900, 8, "96385074")));

    DraftView copy = SHOP.real.inTransaction(() -> SHOP.drafts.duplicate(vendor, original.id()));

    assertThat(copy.listingId()).isNull();
    assertThat(copy.content().variants())
        .allSatisfy(
            one -> {
              assertThat(one.sku()).isNull();
              assertThat(one.gtin()).isNull();
              assertThat(one.price()).isEqualTo("9.00");
            });
  }

  @Test
  void anothersDraftsAreNotThere() {
    VendorScope vendor = SHOP.vendor("Une");
    VendorScope other = SHOP.vendor("Autre");
    DraftView draft = begin(vendor, typed("Secret", null));

    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> SHOP.real.inTransaction(() -> SHOP.drafts.get(other, draft.id())));
    assertThat(SHOP.real.inTransaction(() -> SHOP.drafts.list(other, Paging.first())).items())
        .isEmpty();
  }

  @Test
  void aNumberThatOthersSellLeadsToTheirProduct() {
    VendorScope first = SHOP.trustedVendor("Première");
    VendorScope second = SHOP.trustedVendor("Seconde");
    ProductMatching matching = new ProductMatching(SHOP.real.database());
    SHOP.live(
        first, goods("ebauches-t", "Crayon", "Pencil", variant(sku(), 300, 5, "5012345678900")));

    ProductMatch match =
        SHOP.real.inTransaction(() -> matching.find(second, "501 2345 678900")).orElseThrow();
    VendorListing joined =
        SHOP.live(
            second,
            goods("ebauches-t", "Crayon", "Pencil", variant(sku(), 280, 5, "5012345678900")));

    assertThat(match.title().in("en")).isEqualTo("Pencil");
    assertThat(match.vendors()).isEqualTo(1);
    assertThat(SHOP.listings.detail(joined.id()).orElseThrow().otherOffers())
        .extracting(ListingDetail.OtherOffer::vendorName)
        .containsExactly("Première");
    assertThat(SHOP.real.inTransaction(() -> matching.find(second, "96385098"))).isEmpty();
  }

  @Test
  void whatIsSaidOfAUsedPieceIsNotSaidOfAnothers() {
    VendorScope first = SHOP.trustedVendor("Bouquiniste");
    ProductMatching matching = new ProductMatching(SHOP.real.database());
    SHOP.live(first, book("GOOD", "Couverture tachée"));

    ProductMatch used = matching.find(first, "9782070360024").orElseThrow();
    SHOP.live(SHOP.trustedVendor("Libraire"), book("NEW", "Un roman bref"));
    ProductMatch mint = matching.find(first, "9782070360024").orElseThrow();

    assertThat(used.title().in("fr")).isEqualTo("Roman");
    assertThat(used.description().isEmpty()).isTrue();
    assertThat(used.attributes()).isEmpty();
    assertThat(mint.description().in("fr")).contains("Un roman bref");
    assertThat(mint.attributes()).containsEntry("remarques", "Un roman bref");
  }

  private static ListingInput book(String condition, String remark) {
    VariantInput copy =
        new VariantInput(
            sku(),
            Map.of(),
            new PriceInput(400L, "EUR"),
            1,
            condition,
            1,
            200,
            "9782070360024",
            null);
    return new ListingInput(
        "goods",
        Texts.of("Roman", "Novel"),
        Texts.of(remark, remark),
        "ebauches-t",
        Map.of("remarques", remark),
        List.of(copy),
        List.of());
  }

  @Test
  void manyPricesChangeByAShareRoundedToTheCent() {
    VendorScope vendor = SHOP.trustedVendor("Soldeuse");
    VendorListing live =
        SHOP.live(
            vendor,
            goods("ebauches-t", "Pot", "Pot", variant(sku(), 999, 1), variant(sku(), 1, 1)));
    List<UUID> offers = live.variants().stream().map(OfferView::id).toList();

    SHOP.real.inTransaction(() -> SHOP.terms.changeBy(vendor, offers, new BigDecimal("-12.5")));

    assertThat(SHOP.real.inTransaction(() -> SHOP.cataloguing.get(vendor, live.id())).variants())
        .extracting(offer -> offer.price().minor())
        .containsExactly(874L, 1L);
  }

  @Test
  void theShelfIsFilteredAndOrderedInTheDatabase() {
    VendorScope vendor = SHOP.trustedVendor("Étalagiste");
    SHOP.live(vendor, goods("ebauches-t", "Zeste 100 %", "Zest", variant(sku(), 100, 9)));
    SHOP.live(vendor, goods("ebauches-t", "Anis", "Anise", variant(sku(), 300, 2)));
    SHOP.live(vendor, goods("ebauches-t", "Menthe", "Mint", variant(sku(), 200, 5)));
    VendorShelf shelf = new VendorShelf(SHOP.real.database());
    ShelfQuery byTitle = new ShelfQuery(ListingStatus.LIVE, null, "title", false);

    assertThat(shelf.rows(vendor, byTitle, 0, 2))
        .extracting(row -> row.title().in("fr"))
        .containsExactly("Anis", "Menthe");
    assertThat(shelf.rows(vendor, byTitle, 2, 2))
        .extracting(row -> row.title().in("fr"))
        .containsExactly("Zeste 100 %");
    assertThat(shelf.rows(vendor, new ShelfQuery(null, null, "stock", true), 0, 5))
        .extracting(row -> row.offer().stock())
        .containsExactly(9, 5, 2);
    assertThat(shelf.count(vendor, new ShelfQuery(null, "100 %", null, false))).isEqualTo(1);
    assertThat(shelf.count(vendor, new ShelfQuery(ListingStatus.DRAFT, null, null, false)))
        .isZero();
  }
}
