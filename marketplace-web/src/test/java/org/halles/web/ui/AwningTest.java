package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwningTest {

  @ParameterizedTest
  @CsvSource({
    "#1F5A3D, GREEN",
    "#c0392b, TOMATO",
    "#F1C40F, SAFFRON",
    "#336699, SLATE",
    "#80406A, PLUM",
    "#808030, OLIVE"
  })
  void a_stall_takes_the_cloth_nearest_to_its_colour(String accent, Awning cloth) {
    assertThat(Awning.nearest(accent)).isEqualTo(cloth);
  }

  @ParameterizedTest
  @CsvSource({"red", "#12", "javascript:alert(1)", "''", ","})
  void what_is_no_colour_gets_green(String accent) {
    assertThat(Awning.nearest(accent)).isEqualTo(Awning.GREEN);
  }
}
