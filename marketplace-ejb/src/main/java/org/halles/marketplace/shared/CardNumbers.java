package org.halles.marketplace.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds card numbers in what people write and hides all but their last four digits. */
public final class CardNumbers {

  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<!\\d)\\d(?:[ .\\-\u00a0]?\\d){12,18}(?!\\d)");
  private static final int SHOWN = 4;

  /**
   * First digits and lengths that networks give out (ISO/IEC 7812): Visa, Mastercard, American
   * Express, Diners Club, JCB, Maestro with Discover and UnionPay, RuPay. A time in milliseconds is
   * none of them, nor is the number below a bar code; Visa's thirteen digits are long gone.
   */
  private static final Pattern ISSUED =
      Pattern.compile(
          "4\\d{15}|4\\d{18}"
              + "|(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}"
              + "|3[47]\\d{13}"
              + "|3(?:0[0-5]|[689]\\d)\\d{11,16}"
              + "|35(?:2[89]|[3-8]\\d)\\d{12,15}"
              + "|(?:5[06-9]|6\\d)\\d{14,17}"
              + "|8[12]\\d{14,17}");

  private CardNumbers() {}

  /** The same text with all card numbers in it hidden. */
  public static String masked(String text) {
    Matcher found = LONG_NUMBER.matcher(text);
    StringBuilder masked = new StringBuilder();
    while (found.find()) {
      String digits = found.group().replaceAll("\\D", "");
      String shown = isCard(digits) ? hidden(digits) : found.group();
      found.appendReplacement(masked, Matcher.quoteReplacement(shown));
    }
    return found.appendTail(masked).toString();
  }

  private static String hidden(String digits) {
    return "•••• " + digits.substring(digits.length() - SHOWN);
  }

  /**
   * One that a network may have given out, with its check digit: every second digit doubled, the
   * sum a multiple of ten.
   */
  private static boolean isCard(String digits) {
    if (!ISSUED.matcher(digits).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 1 ? digit * 2 : digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
