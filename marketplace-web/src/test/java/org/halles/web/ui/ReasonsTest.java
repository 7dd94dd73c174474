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
        "17.80 EUR less 2.97 EUR tax | 17,80 € moins 2,97 € de taxe",
        "17.80 EUR and 2.90 EUR of the shipping | 17,80 € et 2,90 € de port",
        "17.80 EUR and 5.00 EUR that was taken off | 17,80 € et 5,00 € de remise",
        "17.80 EUR and 5.00 EUR that was taken off, less 2.97 EUR tax"
            + " | 17,80 € et 5,00 € de remise, moins 2,97 € de taxe",
        "of 0.50 EUR: 0.25 EUR | de 0,50 € : 0,25 €",
        "10 % of the price before discounts | 10 % du prix avant remises",
        "10 % of the price before discounts, without tax"
            + " | 10 % du prix avant remises, hors taxe",
        "VAT in the fee 0.10 EUR | TVA comprise dans les frais 0,10 €",
        "20 % in 0.60 EUR | 20 % compris dans 0,60 €",
        "affiliate 1.00 EUR | affilié 1,00 €",
        "fallback rate, the rule could not answer | taux de repli, la règle n’a pas pu répondre",
        "8 % of the price (brand: Opinel) | 8 % du prix (brand: Opinel)",
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
