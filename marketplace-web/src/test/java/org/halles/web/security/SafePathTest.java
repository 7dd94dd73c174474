package org.halles.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/vendor", "/fr/p/pain-1?size=M&x=%C3%A9#top", "/a//b"})
  void leadsToPathsOfThisSite(String path) {
    assertThat(SafePath.or(path, "/home")).isEqualTo(path);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "/a b",
        "/\tevil",
        "/é",
        "/\"><script>"
      })
  void leadsHomeInsteadOfElsewhere(String path) {
    assertThat(SafePath.or(path, "/home")).isEqualTo("/home");
  }
}
