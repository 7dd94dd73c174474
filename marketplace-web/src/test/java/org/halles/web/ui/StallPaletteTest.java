package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StallPaletteTest {

  @ParameterizedTest
  @CsvSource({
    "#000000, #FFFFFF, 21.0",
    "#FFFFFF, #FFFFFF, 1.0",
    "#767676, #FFFFFF, 4.5",
    "#777777, #FFFFFF, 4.4",
    "#1F5A3D, #FBF8F1, 7.6"
  })
  void contrastIsThatOfTheGuidelinesAndNeverRoundedUp(
      String accent, String ground, BigDecimal ratio) {
    StallPalette palette = StallPalette.of(accent, ground);

    assertThat(palette.ratio()).isEqualTo(ratio);
    assertThat(palette.isReadable()).isEqualTo(ratio.compareTo(new BigDecimal("4.5")) >= 0);
  }

  @ParameterizedTest
  @CsvSource({"#FFFF00, #FFFFFF", "#111111, #000000", "#808080, #808080", "#E8B23A, #FBF8F1"})
  void wordsStayReadableWhateverWasChosen(String accent, String ground) {
    Colour paper = Colour.of(ground, Colour.WHITE);

    assertThat(Colour.of(accent, Colour.INK).readableOn(paper).contrast(paper))
        .isGreaterThanOrEqualTo(Colour.READABLE);
  }

  @Test
  void itsStyleSheetHasAnAddressOfItsOwn() {
    assertThat(StallPalette.of("#1F5A3D", "#FBF8F1").href())
        .isEqualTo("/stall-colours/1f5a3d-fbf8f1.css");
    assertThat(StallPalette.of("red", null).css()).contains("--stall:light-dark(#1f5a3d,");
  }
}
