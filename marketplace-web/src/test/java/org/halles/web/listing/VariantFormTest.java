package org.halles.web.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.catalog.DraftContent;
import org.junit.jupiter.api.Test;

/** A variant in the fields of the editor. */
class VariantFormTest {

  private static final DraftContent.Variant LAMP =
      new DraftContent.Variant(
          "LUM-1",
          Map.of(),
          "63.20",
          "4",
          "4",
          null,
          "new",
          "1",
          null,
          "4.90",
          List.of(new DraftContent.Break("10", "60.00")),
          new DraftContent.Quantity("4", "2", "12"));

  @Test
  void amounts_stand_in_the_fields_as_their_reader_writes_them() {
    VariantForm french = VariantForm.readBy(LAMP, Locale.FRENCH);
    VariantForm english = VariantForm.readBy(LAMP, Locale.ENGLISH);

    assertThat(french.getPrice()).isEqualTo("63,20");
    assertThat(french.getShippingFee()).isEqualTo("4,90");
    assertThat(french.getSteps().get(0).getPrice()).isEqualTo("60,00");
    assertThat(english.getPrice()).isEqualTo("63.20");
  }

  @Test
  void what_is_no_amount_stays_as_it_was_typed() {
    DraftContent.Variant wrong =
        new DraftContent.Variant(null, null, "douze", null, null, null, null, null, null, null);

    assertThat(VariantForm.readBy(wrong, Locale.FRENCH).getPrice()).isEqualTo("douze");
  }

  @Test
  void how_many_are_sold_at_once_is_kept_as_it_was_typed() {
    assertThat(VariantForm.readBy(LAMP, Locale.FRENCH).content().orderQuantity())
        .isEqualTo(LAMP.orderQuantity());
  }
}
