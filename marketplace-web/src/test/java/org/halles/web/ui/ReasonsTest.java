package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 % of 16.85 EUR | 10 % de 16,85 €",
        "10 % of the price + 0.20 EUR per line | 10 % du prix + 0,20 € par ligne",
        "8.5 % of the price without tax, at least 0.50 EUR"
            + " | 8,5 % du prix hors taxe, au moins 0,50 €",
        "VAT on the commission 0.38 EUR | TVA sur la commission 0,38 €",
        "8 % of the price, the season from June to August | 8 % du prix, la saison de juin à août",
        "12 % of the price, outside the season from May to March"
            + " | 12 % du prix, hors de la saison de mai à mars",
        "plan Premium: 6 % | formule Premium: 6 %",
        "price, tax included | prix, taxe comprise",
        "no commission rule applies | aucune règle de commission ne s’applique"
      })
  void aFrozenReasonIsReadInFrench(String frozen, String french) {
    assertThat(plain(Reasons.in(Locale.FRENCH, frozen))).isEqualTo(french);
  }

  @Test
  void whatAPluginSaysInItsOwnWordsStays() {
    assertThat(Reasons.in(Locale.FRENCH, "Tarif des amis du marché, 3 XYZ"))
        .isEqualTo("Tarif des amis du marché, 3 XYZ");
    assertThat(Reasons.in(Locale.FRENCH, "hasty"))
        .as("a phrase is not found inside a word")
        .isEqualTo("hasty");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
