package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers that networks publish for trials, and long numbers that are something else. */
class CardNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, 1111",
    "5555 5555 5555 4444, 4444",
    "2223-0031-2200-3222, 3222",
    "378282246310005, 0005",
    "30569309025904, 5904",
    "3530111333300000, 0000",
    "6011.1111.1111.1117, 1117",
    "6304000000000000, 0000",
  })
  void aCardNumberIsHiddenButForItsLastDigits(String number, String last) {
    assertThat(CardNumbers.masked("Card " + number + ", thanks"))
        .isEqualTo("Card •••• " + last + ", thanks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buyer-1763855432128@example.com",
        "84512345678901",
        "4111111111111112",
        "0033 6 12 34 56 78",
        "EAN 4006381333932"
      })
  void otherLongNumbersAreLeftAlone(String text) {
    assertThat(CardNumbers.masked(text)).isEqualTo(text);
  }
}
