package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.halles.marketplace.attribute.SampleAttributes.input;
import static org.halles.marketplace.catalog.SampleShop.sku;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.attribute.Assignment;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a category asks for, its listings say, in the words of the dictionary. */
class AttributesOfListingsTest {

  private static final SampleShop SHOP = new SampleShop();

  @BeforeAll
  static void dictionary() {
    CategoryView dairy = SHOP.category("cremerie-t", null, "Crémerie", "Dairy");
    CategoryView cheese = SHOP.category("fromages-t", "cremerie-t", "Fromages", "Cheese");
    SHOP.real.inTransaction(
        () -> {
          SHOP.attributes.define("milk-t", input("choice", false, "Vache", "Cow", "Brebis", "Ewe"));
          SHOP.attributes.define("allergens-t", input("text", true, "lait", "milk", "œuf", "egg"));
          SHOP.attributes.define("age-t", input("number", false));
          SHOP.attributes.define("raw-t", input("yes-no", false));
          SHOP.attributes.define("made-t", input("date", false));
          SHOP.attributes.define("size-t", input("text", false, "entier", "whole"));
          SHOP.attributes.assign(
              dairy.id(),
              List.of(
                  new Assignment("allergens-t", false, false),
                  new Assignment("size-t", true, true)));
          return SHOP.attributes.assign(
              cheese.id(),
              List.of(
                  new Assignment("milk-t", true, false),
                  new Assignment("age-t", false, false),
                  new Assignment("raw-t", false, false),
                  new Assignment("made-t", false, false)));
        });
  }

  private static ListingInput cheese(Map<String, String> said, Map<String, String> options) {
    VariantInput variant =
        new VariantInput(
            sku(), options, new PriceInput(900L, "EUR"), 3, null, null, null, null, null);
    return new ListingInput(
        "goods", Texts.of("Tomme", "Tomme"), null, "fromages-t", said, List.of(variant), null);
  }

  private static VendorListing create(ListingInput input) {
    VendorScope vendor = SHOP.vendor("Fromager");
    return SHOP.real.inTransaction(() -> SHOP.cataloguing.create(vendor, input));
  }

  private static List<String> refused(ListingInput input) {
    return catchThrowableOfType(InvalidInput.class, () -> create(input)).violations().stream()
        .map(Violation::field)
        .toList();
  }

  @Test
  void namesAndValuesAreFoundByTheirWordsInAnyLanguage() {
    VendorListing listing =
        create(
            cheese(
                Map.of(
                    "milk-t", "BREBIS",
                    "allergens-t", "milk, Œuf, sel",
                    "age-t", "10,50",
                    "raw-t", "oui",
                    "made-t", "2026-05-01",
                    "farm", "Les Essarts"),
                Map.of("size-t", "Entier")));

    assertThat(listing.attributes())
        .containsEntry("milk-t", "ewe")
        .containsEntry("allergens-t", "milk,egg,sel")
        .containsEntry("age-t", "10.5")
        .containsEntry("raw-t", "yes")
        .containsEntry("made-t", "2026-05-01")
        .as("what nobody asked for stays as it was written")
        .containsEntry("farm", "Les Essarts");
    assertThat(listing.variants().get(0).options()).containsEntry("size-t", "whole");
  }

  @Test
  void everythingThatIsMissingOrDoesNotFitIsSaidAtOnce() {
    assertThat(
            refused(
                cheese(
                    Map.of("age-t", "old", "raw-t", "perhaps", "made-t", "yesterday"), Map.of())))
        .containsExactlyInAnyOrder(
            "attributes.age-t",
            "attributes.raw-t",
            "attributes.made-t",
            "attributes.milk-t",
            "attributes.size-t");
    assertThat(refused(cheese(Map.of("milk-t", "goat"), Map.of("size-t", "half"))))
        .containsExactly("attributes.milk-t");
  }

  @Test
  void aCategoryAboveAsksAsWell() {
    ListingInput noSize = cheese(Map.of("milk-t", "cow"), Map.of());

    assertThat(refused(noSize)).containsExactly("attributes.size-t");
  }

  @Test
  void theKindOfAnAttributeStays() {
    InvalidInput refusal =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                SHOP.real.inTransaction(
                    () -> SHOP.attributes.define("milk-t", input("text", true, "Vache", "Cow"))));

    assertThat(refusal.violations())
        .extracting(Violation::field)
        .containsExactly("type", "several");
  }

  @Test
  void valuesThatAreLeftOutAreKeptForWhatWasSold() {
    var first =
        SHOP.real.inTransaction(
            () ->
                SHOP.attributes.define(
                    "glaze-t", input("choice", false, "Bleu", "Blue", "Ocre", "Ochre")));
    var second =
        SHOP.real.inTransaction(
            () -> SHOP.attributes.define("glaze-t", input("choice", false, "Bleu", "Blue")));

    assertThat(first.offered()).hasSize(2);
    assertThat(second.offered()).extracting("code").containsExactly("blue");
    assertThat(second.read("ochre", "fr")).isEqualTo("Ocre");
  }
}
