package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;
import org.junit.jupiter.api.Test;

class ListingChecksTest {

  private static final CategoryTree TREE =
      CategoryTree.of(
          List.of(
              new CategoryView(
                  UUID.randomUUID(),
                  null,
                  "pains",
                  Texts.of("Pains", "Breads"),
                  List.of("pains"),
                  "food")));

  private static VariantInput variant(String sku, Long minor, String currency) {
    return new VariantInput(
        sku, Map.of(), new PriceInput(minor, currency), 3, null, null, null, null, null);
  }

  private static ListingInput listing(VariantInput... variants) {
    return new ListingInput(
        "goods", Texts.of("Pain", "Bread"), null, "pains", null, List.of(variants), null);
  }

  private static CheckedListing check(ListingInput input) {
    Checklist checklist = new Checklist();
    CheckedListing checked = new ListingChecks(checklist, TREE).check(input);
    checklist.done();
    return checked;
  }

  private static List<String> fieldsRefused(ListingInput input) {
    InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> check(input));
    return refusal.violations().stream().map(Violation::field).toList();
  }

  @Test
  void whatIsLeftOutHasItsUsualValue() {
    CheckedVariant variant = check(listing(variant("A", 450L, "EUR"))).variants().get(0);

    assertThat(variant.condition()).isEqualTo(Condition.NEW);
    assertThat(variant.leadTimeDays()).isEqualTo(1);
    assertThat(variant.shippingFee()).isNull();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    ListingInput input =
        new ListingInput(
            "food",
            new Texts(Map.of()),
            new Texts(Map.of("fr", "x".repeat(20_001))),
            "nowhere",
            Map.of("brand", "n\0ir"),
            List.of(
                variant("", 0L, "EUR"),
                new VariantInput(
                    "B",
                    null,
                    null,
                    -1,
                    "shiny",
                    999,
                    -5,
                    "4006381333932",
                    new PriceInput(-1L, "EUR"))),
            List.of(new ImageInput("../../etc/passwd", null)));

    assertThat(fieldsRefused(input))
        .containsExactlyInAnyOrder(
            "title",
            "description.fr",
            "kind",
            "categoryId",
            "attributes.brand",
            "variants[0].sku",
            "variants[0].price.minor",
            "variants[1].price",
            "variants[1].stock",
            "variants[1].condition",
            "variants[1].leadTimeDays",
            "variants[1].weightGrams",
            "variants[1].gtin",
            "variants[1].shippingFee.minor",
            "images[0].media");
  }

  @Test
  void pricesAreAboveZeroNotAbsurdAndOfACurrencyThereIs() {
    assertThat(fieldsRefused(listing(variant("A", -1L, "EUR"))))
        .containsExactly("variants[0].price.minor");
    assertThat(fieldsRefused(listing(variant("A", Long.MAX_VALUE, "EUR"))))
        .containsExactly("variants[0].price.minor");
    assertThat(fieldsRefused(listing(variant("A", 1L, "XYZ"))))
        .containsExactly("variants[0].price.currency");
    assertThat(fieldsRefused(listing(variant("A", null, "EUR"))))
        .containsExactly("variants[0].price");
  }

  @Test
  void variantsOfOneListingHaveDifferentNumbersAndOneCurrency() {
    assertThat(fieldsRefused(listing(variant("A", 1L, "EUR"), variant("A", 2L, "JPY"))))
        .containsExactly("variants[1].sku", "variants[1].price.currency");
  }
}
