package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1         | 1.0.0      | true",
        "1         | 1.99.3     | true",
        "1         | 2.0.0      | false",
        "1.2       | 1.1.9      | false",
        "1.2       | 1.10.0     | true",
        "1.2.3     | 1.2.3-rc1  | true",
        "[1.2,3.0) | 2.9.9+b7   | true",
        "[1.2,3.0) | 3.0.0      | false",
        "[1.2,3.0) | 1.1        | false"
      })
  void a_version_suits_or_it_does_not(String range, String version, boolean suits) {
    assertThat(VersionRange.parse(range).contains(version)).isEqualTo(suits);
  }

  @Test
  void an_empty_or_unreadable_range_says_what_is_wrong() {
    assertThatThrownBy(() -> VersionRange.parse("[3,2)")).hasMessageContaining("3.0", "2.0");
    assertThatThrownBy(() -> VersionRange.parse("latest")).hasMessageContaining("'latest'");
    assertThatThrownBy(() -> VersionRange.parse("")).hasMessageContaining("[1.2,3.0)");
  }

  @Test
  void it_is_written_as_its_two_ends() {
    assertThat(VersionRange.parse("1.2")).hasToString("[1.2,2.0)");
  }
}
