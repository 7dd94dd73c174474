package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Postal codes are looked at as the country writes them, and never more strictly than that. */
class PostalCodeTest {

  @ParameterizedTest
  @CsvSource({
    "FR, 69002",
    "FR, 69 002",
    "FR, F-69002",
    "FR, 97400",
    "FR, 20000",
    "BE, 1000",
    "BE, B-1000",
    "LU, L-1009",
    "DE, D-10115",
    "NL, 1012 ab",
    "IT, 00184",
    "ES, 28001",
    "PT, 1000-001",
    "AT, 1010",
    "IE, D02 X285",
    "IE, D6W",
    "PL, 00-950",
    "CH, 1204",
    "GB, SW1A 1AA",
    "GB, m1 1ae",
    "US, 10001",
    "US, 10001-1234",
    "CA, K1A 0B1",
    "SE, 111 20",
    "CZ, 110 00",
    "LV, LV-1050",
    "MC, 98000",
    "MT, VLT 1117",
    "JP, 100-0001",
    "XX, whatever"
  })
  void a_code_as_the_country_writes_it_may_be_one(String country, String typed) {
    assertThat(PostalCode.problem(country, typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FR, 6900", "FR, 690022", "FR, Lyon", "BE, 69002", "LU, 69002", "DE, 1011", "NL, 1012",
    "ES, 53001", "PT, 1000", "GB, 69002", "US, 1000", "CA, 10001", "IE, Dublin", "PL, 0950"
  })
  void another_is_refused(String country, String typed) {
    assertThat(PostalCode.problem(country, typed)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"FR, 69002", "GB, SW1A 1AA", "PL, 00-950"})
  void the_reason_shows_how_it_is_written(String country, String example) {
    Texts why = PostalCode.problem(country, "?").orElseThrow();

    assertThat(why.in("en")).contains("[" + example + "]");
    assertThat(why.in("fr")).endsWith(example.replace(' ', '\u00a0'));
    assertThat(PostalCode.problem(country, example)).isEmpty();
  }
}
