package org.halles.marketplace.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyRegisterTest {

  @ParameterizedTest
  @CsvSource({
    "FR,732 829 320",
    "FR,73282932000074",
    "FR,35600000000048",
    "BE,0403.170.701",
    "DE,HRB 12345",
    "NL,12345678",
    "LU,B82454",
    "CH,CHE-123.456.789",
    "US,12-3456789"
  })
  void aNumberOfTheRegisterIsTaken(String country, String number) {
    assertThat(CompanyRegister.problem(country, number)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FR,732829321,has a wrong check digit",
    "FR,73282932000075,has a wrong check digit",
    "FR,12345,must be a SIREN",
    "BE,0403170702,has a wrong check digit",
    "DE,12345,must be a register number",
    "US,?,is no number"
  })
  void anotherIsRefusedWithTheReason(String country, String number, String reason) {
    assertThat(CompanyRegister.problem(country, number).orElseThrow().in("en")).startsWith(reason);
    assertThat(CompanyRegister.problem(country, number).orElseThrow().in("fr")).isNotBlank();
  }
}
