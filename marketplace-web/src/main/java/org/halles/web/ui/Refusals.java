package org.halles.web.ui;

import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/**
 * A refusal in the reader's language. Where it is about amounts, {0} is what was asked and {1} what
 * there is.
 */
public final class Refusals {

  private Refusals() {}

  public static String told(Refusal refusal, Words words, Locale locale) {
    String key = "refusal." + refusal.code();
    Map<String, Object> facts = refusal.facts();
    if (!words.containsKey(key) || facts == null) {
      return words.orElse(key, refusal.getMessage());
    }
    return facts.get("wanted") instanceof Money wanted && facts.get("left") instanceof Money left
        ? words.of(key, Amounts.text(wanted, locale), Amounts.text(left, locale))
        : words.get(key);
  }
}
