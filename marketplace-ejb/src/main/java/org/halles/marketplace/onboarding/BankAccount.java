package org.halles.marketplace.onboarding;

import java.util.Locale;
import java.util.Optional;
import org.halles.marketplace.shared.Texts;
import org.iban4j.Iban4jException;
import org.iban4j.IbanFormatException;
import org.iban4j.IbanUtil;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;

/** International bank account numbers (ISO 13616). */
final class BankAccount {

  private static final int SHOWN = 4;
  private static final Texts FOREIGN =
      Texts.of(
          "doit commencer par le code d’un pays qui utilise l’IBAN, tel que FR",
          "must begin with the code of a country that uses IBAN, such as FR");
  private static final Texts MISSHAPEN =
      Texts.of(
          "n’a pas la longueur ou la forme d’un IBAN de ce pays",
          "has not the length or shape of that country’s IBAN");

  private BankAccount() {}

  static String tidy(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
  }

  /** Why this is no IBAN; empty if it is one. */
  static Optional<Texts> problem(String typed) {
    try {
      IbanUtil.validate(tidy(typed));
      return Optional.empty();
    } catch (InvalidCheckDigitException wrong) {
      return Optional.of(
          Texts.of(
              "a une clé de contrôle fausse : vérifiez chaque caractère",
              "has wrong check digits: look at each character again"));
    } catch (UnsupportedCountryException unknown) {
      return Optional.of(FOREIGN);
    } catch (IbanFormatException malformed) {
      boolean foreign =
          malformed.getFormatViolation()
              == IbanFormatException.IbanFormatViolation.COUNTRY_CODE_EXISTS;
      return Optional.of(foreign ? FOREIGN : MISSHAPEN);
    } catch (Iban4jException | IndexOutOfBoundsException other) {
      return Optional.of(Texts.of("n’est pas un IBAN", "is no IBAN"));
    }
  }

  /** The end of it, as one recognises one's own. */
  static String masked(String iban) {
    String tidy = tidy(iban);
    return tidy.length() <= 2 * SHOWN
        ? "•••• "
        : tidy.substring(0, 2) + "•• •••• " + tidy.substring(tidy.length() - SHOWN);
  }
}
