package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;
import static org.halles.marketplace.catalog.SampleShop.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Stale;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CataloguingTest {

  private static final SampleShop SHOP = new SampleShop();

  @BeforeAll
  static void crates() {
    SHOP.category("pains", null, "Pains", "Breads");
  }

  private VendorListing create(VendorScope scope, ListingInput input) {
    return SHOP.real.inTransaction(() -> SHOP.cataloguing.create(scope, input));
  }

  private VendorListing edit(VendorScope scope, UUID id, Integer version, ListingInput input) {
    return SHOP.real.inTransaction(() -> SHOP.cataloguing.edit(scope, id, version, input));
  }

  private VendorListing get(VendorScope scope, UUID id) {
    return SHOP.real.inTransaction(() -> SHOP.cataloguing.get(scope, id));
  }

  @Test
  void whatIsCreatedIsReadBack() {
    VendorScope baker = SHOP.vendor("Fournil");
    VendorListing made = create(baker, goods("pains", "Miche", "Loaf", variant(sku(), 680, 12)));

    VendorListing read = get(baker, made.id());

    assertThat(read).isEqualTo(made);
    assertThat(read.status()).isEqualTo(ListingStatus.DRAFT);
    assertThat(read.slug()).isEqualTo("miche");
    assertThat(read.variants())
        .extracting(OfferView::price, OfferView::stock)
        .containsExactly(tuple(Money.of(680, "EUR"), 12));
  }

  @Test
  void theListIsSortedAndLeafedThroughInTheDatabase() {
    VendorScope baker = SHOP.vendor("Fournil");
    create(baker, goods("pains", "épeautre", "Spelt", variant(sku(), 680, 12)));
    create(baker, goods("pains", "Miche", "Loaf", variant(sku(), 680, 12)));
    create(baker, goods("pains", "Baguette", "Baguette", variant(sku(), 120, 12)));

    assertThat(titles(baker, ListingSort.TITLE)).containsExactly("Baguette", "épeautre", "Miche");
    assertThat(titles(baker, ListingSort.TITLE_DESC))
        .containsExactly("Miche", "épeautre", "Baguette");
    assertThat(titles(baker, ListingSort.OLDEST)).containsExactly("épeautre", "Miche", "Baguette");
    assertThat(titles(baker, ListingSort.NEWEST)).containsExactly("Baguette", "Miche", "épeautre");
  }

  private static List<String> titles(VendorScope scope, ListingSort sort) {
    List<String> titles = new ArrayList<>();
    String cursor = null;
    do {
      Paging paging = Paging.of(1, cursor);
      Page<VendorListing> page =
          SHOP.real.inTransaction(() -> SHOP.cataloguing.list(scope, null, sort, paging));
      page.items().forEach(one -> titles.add(one.title().in("fr")));
      cursor = page.next();
    } while (cursor != null);
    return titles;
  }

  @Test
  void anEditFindsOffersAgainByTheirNumberAndWithdrawsTheRest() {
    VendorScope baker = SHOP.vendor("Fournil");
    String kept = sku();
    String gone = sku();
    VendorListing made =
        create(
            baker, goods("pains", "Pain", "Bread", variant(gone, 100, 1), variant(kept, 200, 2)));
    UUID keptId = made.variants().get(1).id();

    VendorListing edited =
        edit(
            baker,
            made.id(),
            made.version(),
            goods("pains", "Pain", "Bread", variant(kept, 200, null), variant(sku(), 300, 3)));

    assertThat(edited.variants().get(0).id()).isEqualTo(keptId);
    assertThat(edited.variants().get(0).version())
        .as("same terms, same version")
        .isEqualTo(made.variants().get(1).version());
    assertThat(edited.variants()).extracting(OfferView::stock).containsExactly(null, 3);
    assertThat(SHOP.offers.find(List.of(made.variants().get(0).id())).values())
        .extracting(OfferForSale::onSale)
        .containsExactly(false);
  }

  @Test
  void aNumberIsUsedByOneListingOfAVendorAndFreeAgainOnceWithdrawn() {
    VendorScope baker = SHOP.vendor("Fournil");
    String number = sku();
    VendorListing first = create(baker, goods("pains", "Un", "One", variant(number, 100, 1)));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> create(baker, goods("pains", "Deux", "Two", variant(number, 100, 1))))
        .satisfies(
            refusal ->
                assertThat(refusal.violations().get(0).field()).isEqualTo("variants[0].sku"));

    edit(baker, first.id(), null, goods("pains", "Un", "One", variant(sku(), 100, 1)));
    assertThat(create(baker, goods("pains", "Deux", "Two", variant(number, 100, 1))).variants())
        .hasSize(1);
    assertThat(create(SHOP.vendor("Autre"), goods("pains", "T", "T", variant(number, 1, 1))).id())
        .as("another vendor has numbers of its own")
        .isNotNull();
  }

  @Test
  void anEditOfAnOldVersionIsRefused() {
    VendorScope baker = SHOP.vendor("Fournil");
    String number = sku();
    VendorListing read = create(baker, goods("pains", "Pain", "Bread", variant(number, 100, 1)));
    edit(baker, read.id(), read.version(), goods("pains", "Neuf", "New", variant(number, 100, 1)));

    assertThatExceptionOfType(Stale.class)
        .isThrownBy(
            () ->
                edit(
                    baker,
                    read.id(),
                    read.version(),
                    goods("pains", "Pain", "Bread", variant(number, 90, 1))));
  }

  @Test
  void aNewPriceIsANewVersionAndANewStockIsNot() {
    VendorScope baker = SHOP.vendor("Fournil");
    VendorListing made = create(baker, goods("pains", "Pain", "Bread", variant(sku(), 100, 1)));
    OfferView offer = made.variants().get(0);

    OfferView restocked =
        SHOP.real.inTransaction(() -> SHOP.terms.change(baker, offer.id(), null, 40, null));
    OfferView repriced =
        SHOP.real.inTransaction(
            () -> SHOP.terms.change(baker, offer.id(), new PriceInput(120L, "EUR"), null, null));

    assertThat(restocked.version()).isEqualTo(offer.version());
    assertThat(repriced.version()).isEqualTo(offer.version() + 1);
    assertThat(repriced.stock()).isEqualTo(40);
    assertThat(get(baker, made.id()).version()).isGreaterThan(made.version());
  }

  @Test
  void anothersListingsAndOffersAreNotThere() {
    VendorScope baker = SHOP.vendor("Fournil");
    VendorScope other = SHOP.vendor("Autre");
    VendorListing made = create(baker, goods("pains", "Pain", "Bread", variant(sku(), 100, 1)));

    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> get(other, made.id()));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                SHOP.real.inTransaction(
                    () -> SHOP.terms.change(other, made.variants().get(0).id(), null, 0, null)));
  }

  @Test
  void moderatorsSeeANewVendorsListingsAndItsNewWordsAgain() {
    VendorScope baker = SHOP.vendor("Fournil");
    VendorScope trusted = SHOP.trustedVendor("Connu");
    VendorListing submitted =
        SHOP.live(baker, goods("pains", "Pain", "Bread", variant(sku(), 100, 1)));
    String number = sku();
    VendorListing live = SHOP.live(trusted, goods("pains", "Pain", "Bread", variant(number, 1, 1)));

    assertThat(submitted.status()).isEqualTo(ListingStatus.SUBMITTED);
    assertThat(live.status()).isEqualTo(ListingStatus.LIVE);
    assertThat(
            edit(trusted, live.id(), null, goods("pains", "Autre", "Other", variant(number, 1, 1)))
                .status())
        .isEqualTo(ListingStatus.LIVE);
  }

  @Test
  void unstorableAndUnknownThingsAreRefusedByField() {
    VendorScope baker = SHOP.vendor("Fournil");
    ListingInput input =
        new ListingInput(
            "goods",
            Texts.of("Pain", "Bread"),
            null,
            "pains",
            null,
            List.of(variant(sku(), 100, 1)),
            List.of(new ImageInput("0".repeat(64), null)));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> create(baker, input))
        .satisfies(
            refusal ->
                assertThat(refusal.violations().get(0).field()).isEqualTo("images[0].media"));
  }
}
