package org.halles.marketplace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

  private static final PasswordHash HASH = PasswordHash.of("trois mots simples");

  @Test
  void knowsItsPasswordAndNoOther() {
    assertThat(HASH.matches("trois mots simples")).isTrue();
    assertThat(HASH.matches("trois mots simple")).isFalse();
    assertThat(HASH.matches("")).isFalse();
  }

  @Test
  void isAnotherEachTime() {
    assertThat(PasswordHash.of("trois mots simples").value()).isNotEqualTo(HASH.value());
  }

  @Test
  void saysNothingOfThePassword() {
    assertThat(HASH.value()).startsWith("pbkdf2-sha512$210000$").doesNotContain("trois");
    assertThat(HASH.toString()).doesNotContain(HASH.value().substring(22));
  }

  @Test
  void keepsKnowingPasswordsHashedWithFewerRounds() {
    // PBKDF2-HMAC-SHA-512 of "password", salt "saltsaltsaltsalt", 1000 rounds, 32 bytes
    PasswordHash old =
        new PasswordHash(
            "pbkdf2-sha512$1000$c2FsdHNhbHRzYWx0c2FsdA$715rqIr5dXOVPpBhqqsugl037zT5bWJTWYmZtIcK8hA");

    assertThat(old.matches("password")).isTrue();
    assertThat(old.matches("Password")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "md5$1$a$b", "pbkdf2-sha512$1$"})
  void matchesNothingWhereTheSchemeIsUnknown(String value) {
    assertThat(new PasswordHash(value).matches(value)).isFalse();
  }
}
