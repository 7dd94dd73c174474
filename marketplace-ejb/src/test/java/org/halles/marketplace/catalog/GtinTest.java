package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

  @ParameterizedTest
  @CsvSource({
    "4006381333931, 04006381333931",
    "978-2-07-036822-8, 09782070368228",
    "96385074, 00000096385074",
    "036000291452, 00036000291452",
    "10614141000415, 10614141000415"
  })
  void numbersWithTheRightCheckDigitAreRead(String written, String digits) {
    assertThat(Gtin.parse(written)).contains(new Gtin(digits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4006381333932", "", "123", "400638133393x", "٤٠٠٦٣٨١٣٣٣٩٣١", "0"})
  void anythingElseIsNoNumber(String written) {
    assertThat(Gtin.parse(written)).isEmpty();
  }

  @Property(tries = 200)
  void oneWrongDigitIsAlwaysNoticed(
      @ForAll @IntRange(max = 12) int place, @ForAll @IntRange(min = 1, max = 9) int shift) {
    char[] digits = "4006381333931".toCharArray();
    digits[place] = (char) ('0' + (digits[place] - '0' + shift) % 10);

    assertThat(Gtin.parse(new String(digits))).isEmpty();
  }
}
