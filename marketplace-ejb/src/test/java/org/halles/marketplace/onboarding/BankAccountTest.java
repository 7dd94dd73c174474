package org.halles.marketplace.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankAccountTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FR14 2004 1010 0505 0001 3M02 606",
        "DE89370400440532013000",
        "be68 5390 0754 7034",
        "GB29NWBK60161331926819"
      })
  void anIbanIsTakenHoweverItIsSpaced(String iban) {
    assertThat(BankAccount.problem(iban)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FR1420041010050500013M02607,has wrong check digits",
    "FR1420041010050500013M0260,has not the length",
    "ZZ1420041010050500013M02606,must begin with",
    "1,is no IBAN",
    "FR,has not the length"
  })
  void anythingElseIsRefusedWithTheReason(String typed, String reason) {
    assertThat(BankAccount.problem(typed).orElseThrow().in("en")).isNotBlank();
    if (!reason.equals("is no IBAN") && typed.length() > 2) {
      assertThat(BankAccount.problem(typed).orElseThrow().in("en")).startsWith(reason);
    }
  }

  @Test
  void onlyItsEndIsShown() {
    assertThat(BankAccount.masked("FR14 2004 1010 0505 0001 3M02 606")).isEqualTo("FR•• •••• 2606");
  }
}
