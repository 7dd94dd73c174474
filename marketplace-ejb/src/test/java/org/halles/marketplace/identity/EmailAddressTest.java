package org.halles.marketplace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.co",
        "ana+halles@example.org",
        "o'brien@example.org",
        "josé@exämple.fr",
        "用户@例子.广告",
        "owner@maison-lumen.example"
      })
  void knowsAnAddress(String typed) {
    assertThat(EmailAddress.parse(typed)).isPresent();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "ana",
        "ana@",
        "@b.co",
        "a b@c.de",
        "a@b",
        "a@b..co",
        "a@-b.co",
        "a@b.c",
        "a@b.co\nBcc: x@y.zz",
        "<a@b.co>",
        "a@b.co, c@d.ef",
        "a\u0000@b.co",
        "a@[127.0.0.1]"
      })
  void knowsWhatIsNone(String typed) {
    assertThat(EmailAddress.parse(typed)).isEmpty();
  }

  @Test
  void keepsTheSpellingAndComparesWithoutCase() {
    EmailAddress typed = EmailAddress.parse("  Ana@Example.ORG ").orElseThrow();

    assertThat(typed.value()).isEqualTo("Ana@Example.ORG");
    assertThat(typed.key()).isEqualTo("ana@example.org");
  }

  @Test
  void refusesMoreThanAnAddressCanHave() {
    assertThat(EmailAddress.parse("a@" + "b".repeat(60) + "." + "c".repeat(250) + ".org"))
        .isEmpty();
  }
}
