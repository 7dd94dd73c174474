package org.halles.plugins.euvat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.halles.spi.Rate;
import org.halles.spi.TaxRules.Supply;
import org.halles.spi.TaxRules.TaxRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EuVatTest {

  private final EuVat vat = new EuVat();

  @ParameterizedTest
  @CsvSource({
    "FR, '',      standard, 20,  FR,    'TVA 20 %'",
    "FR, '',      food,     5.5, FR,    'TVA 5,5 %'",
    "FR, '',      book,     5.5, FR,    'TVA 5,5 %'",
    "FR, 97110,   standard, 8.5, FR-971,'TVA 8,5 %'",
    "FR, 97300,   standard, 0,   FR-973,'TVA 0 %'",
    "DE, '',      digital,  19,  DE,    'MwSt 19 %'",
    "DE, 27498,   standard, 0,   DE-HELGOLAND, 'MwSt 0 %'",
    "ES, '35 001',standard, 0,   ES-CN, 'IVA 0 %'",
    "ES, 28001,   standard, 21,  ES,    'IVA 21 %'",
    "PT, 9000-017,standard, 22,  PT-30, 'IVA 22 %'",
    "AT, A-6691,  standard, 19,  AT-JUNGHOLZ, 'USt 19 %'",
    "FI, '',      standard, 25.5,FI,    'ALV 25,5 %'",
    "IE, '',      book,     0,   IE,    'VAT 0 %'",
    "FR, '',      exempt,   0,   FR,    'TVA 0 %'",
    "FR, '',      unheard,  20,  FR,    'TVA 20 %'",
    "MC, 98000,   standard, 20,  FR,    'TVA 20 %'"
  })
  void goods_from_france_bear_the_rate_of_where_they_go(
      String country, String code, String taxClass, String rate, String where, String label) {
    assertThat(vat.rateFor(supply("FR", true, country, code, taxClass, "2025-10-01")))
        .contains(new TaxRate(Rate.percent(rate), where, label, true));
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 2020-06-30, 19",
    "DE, 2020-07-01, 16",
    "DE, 2020-12-31, 16",
    "DE, 2021-01-01, 19",
    "FI, 2024-08-31, 24",
    "FI, 2024-09-01, 25.5",
    "RO, 2025-07-31, 19",
    "RO, 2025-08-01, 21",
    "FR, 1999-01-01, 19.6"
  })
  void a_rate_holds_from_its_first_day(String country, String day, String rate) {
    assertThat(vat.rateFor(supply("FR", true, country, "", "standard", day)))
        .map(TaxRate::rate)
        .contains(Rate.percent(rate));
  }

  @Test
  void services_bear_the_rate_of_where_their_trader_sits() {
    TaxRate tax = vat.rateFor(supply("FR", true, "DE", "", "service", "2025-10-01")).orElseThrow();

    assertThat(tax.jurisdiction()).isEqualTo("FR");
    assertThat(tax.rate()).isEqualTo(Rate.percent("20"));
  }

  @Test
  void a_private_person_charges_no_vat() {
    assertThat(vat.rateFor(supply("FR", false, "DE", "", "standard", "2025-10-01")))
        .contains(new TaxRate(Rate.ZERO, "DE", "MwSt 0 % (private sale)", true));
    assertThat(vat.rateFor(supply("FR", false, "FR", "", "service", "2025-10-01")))
        .map(TaxRate::rate)
        .contains(Rate.ZERO);
  }

  @Test
  void what_leaves_the_union_bears_none_and_what_never_touches_it_is_not_ours() {
    assertThat(vat.rateFor(supply("FR", true, "CH", "", "standard", "2025-10-01")))
        .contains(new TaxRate(Rate.ZERO, "FR", "TVA 0 % (export)", true));
    assertThat(vat.rateFor(supply("BR", true, "BR", "", "standard", "2025-10-01"))).isEmpty();
    assertThat(vat.rateFor(supply("US", true, "FR", "", "service", "2025-10-01"))).isEmpty();
    assertThat(vat.rateFor(supply("US", true, "FR", "", "standard", "2025-10-01")))
        .map(TaxRate::rate)
        .contains(Rate.percent("20"));
  }

  @Test
  void all_27_member_states_are_there() {
    List<MemberState> states = RateTable.load().states();

    assertThat(states)
        .hasSize(27)
        .allSatisfy(
            state ->
                assertThat(state.on(LocalDate.of(2026, 1, 1)).standard())
                    .isBetween(Rate.percent("17"), Rate.percent("27")));
  }

  @Test
  void a_line_that_cannot_be_read_is_named() {
    assertThatThrownBy(() -> new RateTable(List.of("country FR TVA", "rate FR yesterday 20")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rate FR yesterday 20");
  }

  private static Supply supply(
      String from, boolean trader, String to, String code, String taxClass, String day) {
    return new Supply(from, trader, to, code, taxClass, LocalDate.parse(day));
  }
}
