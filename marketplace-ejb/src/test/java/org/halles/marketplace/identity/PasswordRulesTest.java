package org.halles.marketplace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import org.halles.marketplace.shared.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final Optional<EmailAddress> ANA = EmailAddress.parse("ana.lefevre@example.org");

  @ParameterizedTest
  @ValueSource(strings = {"halles-demo", "trois mots simples", "日本語のパスワードです", "x9#kfL2!pq"})
  void acceptsWhatIsLongEnough(String password) {
    assertThat(PasswordRules.check("password", password, ANA)).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"123456789", "court", "🥖🥖🥖🥖🥖"})
  void refusesWhatIsTooShort(String password) {
    assertThat(PasswordRules.check("password", password, ANA))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("at least 10"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password123",
        "azertyuiop",
        "1234567890",
        "aaaaaaaaaaaa",
        "abababababab",
        "qwerty123456"
      })
  void refusesWhatAThiefTriesFirst(String password) {
    assertThat(PasswordRules.check("password", password, ANA))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("thief"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana.lefevre@example.org", "Ana.Lefevre2026"})
  void refusesTheAddressItself(String password) {
    assertThat(PasswordRules.check("password", password, ANA)).hasSize(1);
  }

  @Test
  void refusesWhatOnlyKeepsTheServerBusy() {
    assertThat(PasswordRules.check("password", "long word ".repeat(21), ANA)).hasSize(1);
  }

  @Test
  void neverRepeatsThePassword() {
    assertThat(PasswordRules.check("newPassword", "geheim", ANA))
        .extracting(Violation::field, Violation::value)
        .containsExactly(tuple("newPassword", null));
  }
}
