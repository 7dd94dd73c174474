package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;
import static org.halles.marketplace.catalog.SampleShop.variant;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.halles.marketplace.shared.Stale;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an edit of a listing on sale does, and what a moderator's answer does to it. */
class ListingChangeTest {

  private static final SampleShop SHOP = new SampleShop();
  private static final String KNIFE = sku();

  private VendorScope smith;
  private String number;
  private UUID listing;

  @BeforeAll
  static void crates() {
    SHOP.category("couteaux", null, "Couteaux", "Knives");
  }

  @BeforeEach
  void aKnifeOnSale() {
    smith = SHOP.vendor("Forge " + KNIFE);
    number = sku();
    listing = in(() -> SHOP.cataloguing.create(smith, words("Couteau", 4_000, 5))).id();
    in(() -> SHOP.cataloguing.submit(smith, listing));
    in(() -> SHOP.reviewing.approve(listing, null));
  }

  @Test
  void buyersGoOnSeeingWhatWasApprovedUntilTheChangeIs() {
    VendorListing edited = edit(words("Couteau de chef", 4_000, 5));

    assertThat(edited.status()).isEqualTo(ListingStatus.LIVE);
    assertThat(edited.title().in("fr")).isEqualTo("Couteau");
    assertThat(edited.change().status()).isEqualTo(ChangeStatus.SUBMITTED);
    assertThat(edited.change().fields()).containsExactly("title");
    assertThat(edited.change().after().title().in("fr")).isEqualTo("Couteau de chef");
    assertThat(onSale()).isEqualTo("Couteau");

    VendorListing approved = in(() -> SHOP.reviewing.approve(listing, null));

    assertThat(approved.change()).isNull();
    assertThat(onSale()).isEqualTo("Couteau de chef");
    assertThat(approved.variants().get(0).id()).isEqualTo(edited.variants().get(0).id());
  }

  @Test
  void pricesAndStockApplyAtOnceAndNobodyHasToLook() {
    VendorListing edited = edit(words("Couteau", 4_500, 9));

    assertThat(edited.change()).isNull();
    assertThat(edited.variants().get(0).price().minor()).isEqualTo(4_500);
    assertThat(edited.variants().get(0).stock()).isEqualTo(9);
  }

  @Test
  void anApprovedChangeKeepsThePriceAndTheStockOfToday() {
    edit(words("Couteau de chef", 4_000, 5));
    UUID offer = own().variants().get(0).id();
    in(() -> SHOP.terms.change(smith, offer, new PriceInput(3_900L, "EUR"), 2, null));

    VendorListing approved = in(() -> SHOP.reviewing.approve(listing, null));

    assertThat(approved.title().in("fr")).isEqualTo("Couteau de chef");
    assertThat(approved.variants().get(0).price().minor()).isEqualTo(3_900);
    assertThat(approved.variants().get(0).stock()).isEqualTo(2);
  }

  @Test
  void aNewVariantWaitsWithItsPriceAndALeftOutOneWaitsWithIt() {
    String added = sku();
    VendorListing edited = edit(goods("couteaux", "Couteau", "Knife", variant(added, 7_000, 3)));

    assertThat(edited.variants()).extracting(OfferView::sku).containsExactly(number);
    assertThat(edited.change().fields()).containsExactly("variants");

    VendorListing approved = in(() -> SHOP.reviewing.approve(listing, null));

    assertThat(approved.variants()).extracting(OfferView::sku).containsExactly(added);
    assertThat(approved.variants().get(0).price().minor()).isEqualTo(7_000);
    assertThat(approved.variants().get(0).stock()).isEqualTo(3);
  }

  @Test
  void aVariantThatIsOnlyLeftOutIsWithdrawnAtOnceAndKeepsItsIdWhenItComesBack() {
    String second = sku();
    edit(
        goods(
            "couteaux", "Couteau", "Knife", variant(number, 4_000, 5), variant(second, 5_000, 1)));
    VendorListing two = in(() -> SHOP.reviewing.approve(listing, null));

    VendorListing one = edit(words("Couteau", 4_000, 5));
    assertThat(one.change()).isNull();
    assertThat(one.variants()).extracting(OfferView::sku).containsExactly(number);

    edit(
        goods(
            "couteaux", "Couteau", "Knife", variant(number, 4_000, 5), variant(second, 5_000, 1)));
    VendorListing again = in(() -> SHOP.reviewing.approve(listing, null));
    assertThat(again.variants().get(1).id()).isEqualTo(two.variants().get(1).id());
  }

  @Test
  void aNewerEditTakesThePlaceOfTheOneThatWaits() {
    UUID first = edit(words("Couteau de chef", 4_000, 5)).change().id();
    VendorListing second = edit(words("Grand couteau", 4_000, 5));

    assertThat(second.change().id()).isNotEqualTo(first);
    assertThat(statuses()).containsExactly("REPLACED", "SUBMITTED");
    in(() -> SHOP.reviewing.approve(listing, null));
    assertThat(onSale()).isEqualTo("Grand couteau");
  }

  @Test
  void theSameEditAgainKeepsItsPlaceInTheQueue() {
    ChangeView first = edit(words("Couteau de chef", 4_000, 5)).change();
    ChangeView second = edit(words("Couteau de chef", 4_000, 5)).change();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.submittedAt()).isEqualTo(first.submittedAt());
  }

  @Test
  void anEditBackToWhatBuyersSeeLeavesNothingToLookAt() {
    edit(words("Couteau de chef", 4_000, 5));
    VendorListing back = edit(words("Couteau", 4_000, 5));

    assertThat(back.change()).isNull();
    assertThat(statuses()).containsExactly("WITHDRAWN");
    assertThat(SHOP.left.events).last().isEqualTo(new ListingLeftReview(listing));
  }

  @Test
  void whatIsSentBackStaysOnSaleAndCanBeHandedInAgain() {
    edit(words("Couteau de chef", 4_000, 5));
    VendorListing sentBack = in(() -> SHOP.reviewing.requestChanges(listing, "which chef?"));

    assertThat(sentBack.status()).isEqualTo(ListingStatus.LIVE);
    assertThat(sentBack.change().note()).isEqualTo("which chef?");
    VendorListing again = in(() -> SHOP.cataloguing.submit(smith, listing));
    assertThat(again.change().status()).isEqualTo(ChangeStatus.SUBMITTED);
  }

  @Test
  void aRejectedChangeIsToldAndChangesNothing() {
    edit(words("Couteau de chef", 4_000, 5));
    VendorListing rejected = in(() -> SHOP.reviewing.reject(listing, "not a chef’s knife"));

    assertThat(rejected.status()).isEqualTo(ListingStatus.LIVE);
    assertThat(rejected.change().status()).isEqualTo(ChangeStatus.REJECTED);
    assertThat(onSale()).isEqualTo("Couteau");
    edit(words("Couteau d’office", 4_000, 5));
    in(() -> SHOP.reviewing.approve(listing, null));
    assertThat(own().change()).as("the old refusal is history").isNull();
  }

  @Test
  void aChangeOfSomethingElseThanBuyersSeeIsRefused() {
    edit(words("Couteau de chef", 4_000, 5));
    SHOP.real.inTransaction(
        () ->
            SHOP.real
                .database()
                .update(
                    "update listing set attributes = '{\"steel\": \"C135\"}' where id = ?",
                    listing));

    assertThatExceptionOfType(ListingMovedOn.class)
        .isThrownBy(() -> in(() -> SHOP.reviewing.approve(listing, null)))
        .withMessageContaining("attributes");
    assertThat(onSale()).isEqualTo("Couteau");
    assertThat(statuses()).containsExactly("SUBMITTED");
  }

  @Test
  void ofTwoModeratorsOneDecidesAndTheOtherIsTold() {
    edit(words("Couteau de chef", 4_000, 5));
    in(() -> SHOP.reviewing.approve(listing, null));

    assertThatExceptionOfType(WrongListingStatus.class)
        .isThrownBy(() -> in(() -> SHOP.reviewing.approve(listing, null)));
  }

  @Test
  void aListingTakenOffSaleTakesItsChangeWithIt() {
    edit(words("Couteau de chef", 4_000, 5));
    VendorListing down = in(() -> SHOP.reviewing.takeDown(listing, "forbidden here"));

    assertThat(down.status()).isEqualTo(ListingStatus.SUSPENDED);
    assertThat(statuses()).containsExactly("WITHDRAWN");
  }

  @Test
  void aVendorWhoReadBeforeTheChangeMayNotOverwriteIt() {
    int read = own().version();
    edit(words("Couteau de chef", 4_000, 5));

    assertThatExceptionOfType(Stale.class)
        .isThrownBy(
            () -> in(() -> SHOP.cataloguing.edit(smith, listing, read, words("Autre", 4_000, 5))));
  }

  @Test
  void aNewVariantIsApprovedThoughAPlaceWasSwitchedOffMeanwhile() {
    StockPlace workshop = place("Atelier");
    place("Réserve");
    String added = sku();
    edit(twoKnives(added));
    in(
        () ->
            SHOP.stockPlaces.change(
                smith, workshop.id(), SampleStockPlaces.input("Atelier", null, false)));

    VendorListing approved = in(() -> SHOP.reviewing.approve(listing, null));

    OfferView large = approved.variants().get(1);
    assertThat(large.stock()).isEqualTo(4);
    assertThat(large.places()).containsEntry("atelier", 3).containsEntry("reserve", 4);
  }

  @Test
  void whoRewordsAChangeInTheEditorLeavesItsUnitsWhereTheyAreToLie() {
    place("Atelier");
    place("Réserve");
    String added = sku();
    edit(twoKnives(added));
    DraftView draft = in(() -> SHOP.drafts.edit(smith, listing));
    in(() -> SHOP.drafts.save(smith, draft.id(), null, reworded(draft.content())));

    in(() -> SHOP.drafts.finish(smith, draft.id()));
    VendorListing approved = in(() -> SHOP.reviewing.approve(listing, null));

    assertThat(approved.title().in("fr")).isEqualTo("Grand couteau");
    assertThat(approved.variants().get(1).places())
        .containsEntry("atelier", 3)
        .containsEntry("reserve", 4);
  }

  private StockPlace place(String name) {
    return in(() -> SHOP.stockPlaces.add(smith, SampleStockPlaces.input(name, null, true)));
  }

  /**
   * The knife there is, and a large one of which three lie in the workshop and four in the store.
   */
  private ListingInput twoKnives(String added) {
    VariantInput large = variant(added, 7_000, null);
    return goods(
        "couteaux",
        "Couteau",
        "Knife",
        variant(number, 4_000, 5),
        large.counted(new OnHand.Held(7, Map.of("atelier", 3, "reserve", 4))));
  }

  private static DraftContent reworded(DraftContent content) {
    return new DraftContent(
        content.kind(),
        Texts.of("Grand couteau", "Large knife"),
        content.description(),
        content.categoryId(),
        content.attributes(),
        content.axes(),
        content.variants(),
        content.images(),
        content.currency());
  }

  private ListingInput words(String title, long cents, Integer stock) {
    return goods("couteaux", title, "Knife", variant(number, cents, stock));
  }

  private VendorListing edit(ListingInput input) {
    return in(() -> SHOP.cataloguing.edit(smith, listing, null, input));
  }

  private VendorListing own() {
    return in(() -> SHOP.cataloguing.get(smith, listing));
  }

  private String onSale() {
    return SHOP.listings.detail(listing).orElseThrow().title().in("fr");
  }

  private List<String> statuses() {
    return SHOP.real
        .database()
        .list(
            "select status from listing_change where listing_id = ? order by id",
            row -> row.text("status"),
            listing);
  }

  private static <T> T in(Supplier<T> work) {
    return SHOP.real.inTransaction(work);
  }
}
