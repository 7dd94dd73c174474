package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxLabelsTest {

  @ParameterizedTest
  @CsvSource({
    "'TVA 20 %', TVA 20\u202f%, VAT 20%",
    "'TVA 5,5 %', 'TVA 5,5\u202f%', VAT 5.5%",
    "'MwSt. 19 %', TVA 19\u202f%, VAT 19%",
    "'VAT 13.5 %', 'TVA 13,5\u202f%', VAT 13.5%",
    "'TVA 0 % (private sale)', TVA 0\u202f% (vente d’un particulier), VAT 0% (private sale)",
    "'MwSt 0 % (export)', TVA 0\u202f% (exportation), VAT 0% (export)",
    "Eco-participation, Eco-participation, Eco-participation"
  })
  void aTaxIsNamedInTheReadersLanguage(String label, String french, String english) {
    assertThat(TaxLabels.in(Locale.FRENCH, label)).isEqualTo(french);
    assertThat(TaxLabels.in(Locale.ENGLISH, label)).isEqualTo(english);
  }
}
