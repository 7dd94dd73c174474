package org.halles.marketplace.onboarding;

import org.halles.marketplace.shared.Texts;

/**
 * One thing to be typed on the checklist.
 *
 * @param kind {@code text}, {@code long-text}, {@code email}, {@code phone}, {@code date}, {@code
 *     country} or {@code yes}
 * @param autocomplete what browsers fill in, or null
 */
public record AskedField(
    String name, String kind, boolean required, Texts label, Texts help, String autocomplete) {

  static AskedField text(String name, String french, String english, String autocomplete) {
    return new AskedField(name, "text", true, Texts.of(french, english), Texts.NONE, autocomplete);
  }

  AskedField of(String otherKind) {
    return new AskedField(name, otherKind, required, label, help, autocomplete);
  }

  AskedField optional() {
    return new AskedField(name, kind, false, label, help, autocomplete);
  }

  AskedField helped(String french, String english) {
    return new AskedField(name, kind, required, label, Texts.of(french, english), autocomplete);
  }
}
