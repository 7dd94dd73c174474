package org.halles.web.ui;

import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/**
 * A refusal in the reader's language. Where it is about amounts, {0} is what was asked and {1} what
 * there is; about a coupon, {0} is its code; about how many are sold at once, {0} says how many and
 * {1} what may be taken instead.
 */
public final class Refusals {

  private Refusals() {}

  public static String told(Refusal refusal, Words words, Locale locale) {
    String key = "refusal." + refusal.code();
    Map<String, Object> facts = refusal.facts();
    if (!words.containsKey(key) || facts == null) {
      return words.orElse(key, refusal.getMessage());
    }
    Object[] told = inWords(facts, words, locale);
    if (told.length > 0) {
      return words.of(key, told);
    }
    return words.get(key).contains("{0}") ? refusal.getMessage() : words.get(key);
  }

  /** What stands in the text's places; nothing where it has none. */
  private static Object[] inWords(Map<String, Object> facts, Words words, Locale locale) {
    if (facts.get("wanted") instanceof Money wanted && facts.get("left") instanceof Money left) {
      return new Object[] {Amounts.text(wanted, locale), Amounts.text(left, locale)};
    }
    if (facts.get("coupon") instanceof String coupon) {
      return new Object[] {coupon};
    }
    return facts.get("least") instanceof Integer least
            && facts.get("packSize") instanceof Integer size
            && facts.get("most") instanceof Integer most
        ? new Object[] {PackWords.told(new Packs(least, size, most), words), facts.get("next")}
        : new Object[0];
  }
}
