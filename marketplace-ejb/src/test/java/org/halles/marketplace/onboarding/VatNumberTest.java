package org.halles.marketplace.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.halles.marketplace.shared.VatNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatNumberTest {

  @ParameterizedTest
  @CsvSource({
    "FR,FR44 732 829 320", "BE,BE0403170701", "DE,DE136695976", "IT,IT00743110157",
    "NL,NL004495445B01", "LU,LU15027442", "AT,ATU13585627", "PT,PT501964843",
    "PL,PL8567346215", "GR,EL094259216"
  })
  void aNumberWithItsCheckDigitIsTaken(String country, String number) {
    assertThat(VatNumber.problem(country, number)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FR,FR45732829320,is no valid VAT number",
    "FR,FR4473282932,is no valid VAT number",
    "FR,FR,is no valid VAT number",
    "FR,BE0403170701,must begin with FR",
    "DE,DE136695977,is no valid VAT number",
    "IT,IT00743110158,is no valid VAT number"
  })
  void anotherIsRefusedWithTheReason(String country, String number, String reason) {
    assertThat(VatNumber.problem(country, number).orElseThrow().in("en")).startsWith(reason);
  }
}
