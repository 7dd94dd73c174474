package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.halles.marketplace.catalog.SampleShop.goods;
import static org.halles.marketplace.catalog.SampleShop.sku;
import static org.halles.marketplace.catalog.SampleShop.variant;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.Test;

/** Operators arrange the tree and say who may sell where. */
class CategoryEditingTest {

  private static final SampleShop SHOP = new SampleShop();

  private static CategoryInput input(String parent, String name) {
    return new CategoryInput(parent, null, Texts.of(name), null, null, null, null, null);
  }

  private static CategoryInput reserved(String parent, String name, String access, String... to) {
    return new CategoryInput(parent, null, Texts.of(name), null, null, null, access, List.of(to));
  }

  private static CategoryView add(CategoryInput input) {
    return SHOP.real.inTransaction(() -> SHOP.categoryEditing.add(input));
  }

  private static CategoryView rewrite(CategoryView category, CategoryInput input) {
    return SHOP.real.inTransaction(() -> SHOP.categoryEditing.rewrite(category.slug(), input));
  }

  private static String unique(String name) {
    return name + " " + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String whyNot(VendorScope vendor, CategoryView category) {
    InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> sell(vendor, category));
    return refusal == null ? null : refusal.violations().get(0).message();
  }

  private static VendorListing sell(VendorScope vendor, CategoryView category) {
    return SHOP.real.inTransaction(
        () ->
            SHOP.cataloguing.create(
                vendor, goods(category.slug(), "Chose", "Thing", variant(sku(), 100, 1))));
  }

  @Test
  void whatIsBelowMovesAlong() {
    CategoryView here = add(input(null, unique("Ici")));
    CategoryView there = add(input(null, unique("Là")));
    CategoryView child = add(input(here.slug(), unique("Enfant")));
    CategoryView grandchild = add(input(child.slug(), unique("Petit-enfant")));

    rewrite(child, new CategoryInput(there.slug(), null, child.name(), null, 0, null, null, null));

    CategoryTree tree = SHOP.categories.tree();
    assertThat(tree.find(grandchild.slug()).orElseThrow().path())
        .containsExactly(there.slug(), child.slug(), grandchild.slug());
    assertThat(tree.below(tree.find(here.slug()).orElseThrow())).isEmpty();
  }

  @Test
  void aCategoryComesToItsPlaceAndTheOthersCloseUp() {
    CategoryView above = add(input(null, unique("Dessus")));
    CategoryView elsewhere = add(input(null, unique("Ailleurs")));
    CategoryView first = add(input(above.slug(), unique("Un")));
    CategoryView second = add(input(above.slug(), unique("Deux")));
    CategoryView third = add(input(elsewhere.slug(), unique("Trois")));

    SHOP.real.inTransaction(() -> SHOP.categoryEditing.move(third.slug(), above.slug(), 1));
    SHOP.real.inTransaction(() -> SHOP.categoryEditing.move(first.slug(), above.slug(), 99));

    CategoryTree tree = SHOP.categories.tree();
    assertThat(tree.below(tree.find(above.slug()).orElseThrow()))
        .extracting(CategoryView::slug)
        .containsExactly(third.slug(), second.slug(), first.slug());
    assertThat(tree.find(third.slug()).orElseThrow().path())
        .containsExactly(above.slug(), third.slug());
  }

  @Test
  void aCategoryCannotMoveBelowItself() {
    CategoryView parent = add(input(null, unique("Parent")));
    CategoryView child = add(input(parent.slug(), unique("Enfant")));

    InvalidInput refusal =
        catchThrowableOfType(
            InvalidInput.class, () -> rewrite(parent, input(child.slug(), "Parent")));

    assertThat(refusal.violations()).extracting(Violation::field).containsExactly("parent");
  }

  @Test
  void twoOfOneNameHaveDifferentAddresses() {
    String name = unique("Divers");

    assertThat(add(input(null, name)).slug()).isNotEqualTo(add(input(null, name)).slug());
  }

  @Test
  void nothingNewGoesIntoAnArchivedBranch() {
    CategoryView parent = add(input(null, unique("Fini")));
    CategoryView child = add(input(parent.slug(), unique("Aussi")));
    VendorScope vendor = SHOP.vendor("Marchand");

    rewrite(parent, new CategoryInput(null, null, parent.name(), null, null, true, null, null));

    assertThat(whyNot(vendor, child)).contains("is not used any more");
    assertThat(whereClosed(vendor)).containsEntry(child.slug(), "archived");
  }

  @Test
  void aReservedCategoryIsForTheVendorsNamedAndThoseBelowItToo() {
    VendorScope named = SHOP.vendor("Nommé");
    VendorScope other = SHOP.vendor("Autre");
    CategoryView reserved = add(reserved(null, unique("Réservé"), "named", named.slug()));
    CategoryView below = add(input(reserved.slug(), unique("Dessous")));

    assertThat(sell(named, below).status()).isEqualTo(ListingStatus.DRAFT);
    assertThat(whyNot(other, below)).contains("is for certain vendors only");
    assertThat(closedTo(named, below)).isEmpty();
    assertThat(closedTo(other, below).orElseThrow())
        .as("said before a word of the listing is written")
        .contains("is for certain vendors only");
    assertThat(whereClosed(named)).doesNotContainKeys(reserved.slug(), below.slug());
    assertThat(whereClosed(other))
        .containsEntry(reserved.slug(), "named-only")
        .containsEntry(below.slug(), "named-only");
  }

  private static Map<String, String> whereClosed(VendorScope vendor) {
    CategoryDoors doors = new CategoryDoors(SHOP.categories, new Access(SHOP.real.database()));
    return SHOP.real.inTransaction(() -> doors.closed(vendor)).stream()
        .collect(Collectors.toMap(ClosedCategory::category, ClosedCategory::reason));
  }

  private static Optional<String> closedTo(VendorScope vendor, CategoryView category) {
    CategoryDoors doors = new CategoryDoors(SHOP.categories, new Access(SHOP.real.database()));
    return SHOP.real.inTransaction(
        () -> doors.refusal(vendor, category.id()).map(Violation::message));
  }

  @Test
  void privatePersonsStayOutWhereOnlyTradersMaySell() {
    CategoryView traders = add(reserved(null, unique("Pros"), "professionals"));
    VendorScope trader = SHOP.vendor("Pro");
    VendorScope person = SHOP.vendor("Claire");
    SHOP.real.inTransaction(
        () ->
            SHOP.real
                .database()
                .update("update vendor set kind = 'PRIVATE' where id = ?", person.vendorId()));

    assertThat(sell(trader, traders).status()).isEqualTo(ListingStatus.DRAFT);
    assertThat(whyNot(person, traders)).contains("is for traders only");
    assertThat(whereClosed(trader)).doesNotContainKey(traders.slug());
    assertThat(whereClosed(person)).containsEntry(traders.slug(), "traders-only");
  }

  private static final String ENGLISH =
      """
      # Google_Product_Taxonomy_Version: 2021-09-21
      900001 - Zz Animals
      900002 - Zz Animals > Live Animals
      900003 - Zz Animals > Supplies
      """;

  private static final String FRENCH =
      """
      # Google_Product_Taxonomy_Version: 2015-02-19
      900001 - Zz Animaux
      900002 - Zz Animaux > Animaux vivants
      900004 - Zz Animaux > Terrariums
      """;

  private static TaxonomyReport importing(String english, String french, boolean rehearsal) {
    TaxonomyImport taxonomy =
        new TaxonomyImport(
            SHOP.real.database(),
            SHOP.categories,
            new ListingSummary(SHOP.real.database()),
            new Audit(SHOP.real.database(), new CurrentCaller(), Clock.systemUTC()));
    return SHOP.real.inTransaction(
        () -> taxonomy.run(Map.of("en", english, "fr", french), rehearsal));
  }

  @Test
  void theTaxonomyComesInTwoLanguagesAndTheSecondTimeChangesNothing() {
    TaxonomyReport rehearsal = importing(ENGLISH, FRENCH, true);
    assertThat(rehearsal.added()).isEqualTo(4);
    assertThat(rehearsal.inOneLanguage()).isEqualTo(2);
    assertThat(SHOP.categories.tree().find("zz-animals")).isEmpty();

    assertThat(importing(ENGLISH, FRENCH, false).added()).isEqualTo(4);
    TaxonomyReport again = importing(ENGLISH, FRENCH, false);

    assertThat(again.added() + again.renamed() + again.moved()).isZero();
    assertThat(again.unchanged()).isEqualTo(4);
    CategoryView live = SHOP.categories.tree().find("live-animals").orElseThrow();
    assertThat(live.name())
        .isEqualTo(new Texts(Map.of("en", "Live Animals", "fr", "Animaux vivants")));
    assertThat(live.path()).containsExactly("zz-animals", "live-animals");
    assertThat(SHOP.categories.tree().find("terrariums").orElseThrow().path())
        .containsExactly("zz-animals", "terrariums");
  }

  @Test
  void aNewNameInTheTaxonomyIsTakenOver() {
    String english = ENGLISH.replace("90000", "91000").replace("Zz", "Yy").replace("Live", "Wild");
    importing(english, "", false);

    TaxonomyReport report = importing(english.replace("> Supplies", "> Pet supplies"), "", false);

    assertThat(report.renamed()).isEqualTo(1);
    assertThat(report.unchanged()).isEqualTo(2);
  }

  @Test
  void aLineThatCannotBeReadIsNamedAndNothingChanges() {
    TaxonomyReport report = importing("920001 - Xx Art\nnonsense\n", "", false);

    assertThat(report.applied()).isFalse();
    assertThat(report.errors())
        .containsExactly(
            new TaxonomyReport.Fault("en", 2, "is not a number, a hyphen and a path", "nonsense"));
    assertThat(SHOP.categories.tree().find("xx-art")).isEmpty();
  }
}
