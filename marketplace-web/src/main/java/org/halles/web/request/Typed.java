package org.halles.web.request;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;

/**
 * What people type into plain forms. What is none becomes something that the checks refuse, so that
 * it is told beside its field together with everything else.
 */
final class Typed {

  private Typed() {}

  /** Null for nothing; below zero for what is no number. */
  static Integer number(String typed) {
    try {
      return typed == null ? null : Integer.valueOf(typed);
    } catch (NumberFormatException noNumber) {
      return -1;
    }
  }

  /** Null for nothing; below zero for what is no amount. */
  static Money amount(String typed, String currency) {
    return typed == null
        ? null
        : Amounts.typed(typed, CurrencyCode.of(currency)).orElse(Money.of(-1, currency));
  }

  /** Null for nothing; long ago for what is no day. */
  static LocalDate day(String typed) {
    try {
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException noDay) {
      return LocalDate.EPOCH;
    }
  }
}
