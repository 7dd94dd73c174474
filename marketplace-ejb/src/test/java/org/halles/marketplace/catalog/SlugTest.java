package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource({
    "Pain au levain d’été, pain-au-levain-d-ete",
    "Œufs & bœuf, oeufs-boeuf",
    "  --  Straße  , strasse",
    "日本, article"
  })
  void titlesBecomeReadableAddresses(String title, String slug) {
    assertThat(Slug.of(title)).isEqualTo(slug);
  }

  @Property
  void whateverTheTitleTheSlugFitsAnAddress(@ForAll String title) {
    assertThat(Slug.of(title)).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(80);
  }
}
