package org.halles.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsrfTest {

  @Test
  void aTokenFitsItsSessionOnly() {
    String token = Csrf.of("halles_one");

    assertThat(Csrf.fits(token, "halles_one")).isTrue();
    assertThat(Csrf.fits(token, "halles_two")).isFalse();
    assertThat(Csrf.fits("", "halles_one")).isFalse();
    assertThat(token).doesNotContain("halles");
  }

  @Test
  void anEmptyCookieIsNoSession() {
    assertThat(Csrf.fits(Csrf.of(""), "halles_one")).isFalse();
  }
}
