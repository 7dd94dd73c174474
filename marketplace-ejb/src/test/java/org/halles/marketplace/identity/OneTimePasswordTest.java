package org.halles.marketplace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimePasswordTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59,287082", "1111111109,081804", "1111111111,050471",
    "1234567890,005924", "2000000000,279037", "20000000000,353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(OneTimePassword.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void aCodeIsGoodHalfAMinuteEarlyOrLateAndNeverAgain() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long step = 1_111_111_111 / 30;

    assertThat(OneTimePassword.stepOf(SECRET, "050471", now.plusSeconds(30), 0)).hasValue(step);
    assertThat(OneTimePassword.stepOf(SECRET, "050471", now.minusSeconds(30), 0)).hasValue(step);
    assertThat(OneTimePassword.stepOf(SECRET, "050471", now.plusSeconds(90), 0)).isEmpty();
    assertThat(OneTimePassword.stepOf(SECRET, "050471", now, step)).isEmpty();
  }

  @Test
  void theSecretIsWrittenInBase32() {
    assertThat(OneTimePassword.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(OneTimePassword.base32("fooba".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("MZXW6YTB");
  }
}
