package org.halles.marketplace.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds card numbers in what people write and hides all but their last four digits. */
public final class CardNumbers {

  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<!\\d)\\d(?:[ .\\-\u00a0]?\\d){12,18}(?!\\d)");
  private static final int SHOWN = 4;

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

  /** The check digit of card numbers: every second digit doubled, the sum a multiple of ten. */
  private static boolean isCard(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 1 ? digit * 2 : digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
