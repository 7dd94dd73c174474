package org.halles.marketplace.vendor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.CleanHtml;
import org.halles.marketplace.shared.Texts;

/** What a storefront says about how it deals. */
public final class Policies {

  /** The subjects, in the order in which buyers read them. */
  public static final List<String> SUBJECTS =
      List.of("returns", "shipping", "privacy", "imprint", "contact");

  private static final int LONGEST = 20_000;

  private Policies() {}

  /** Those that mean something, cleaned, whatever else was given. */
  static Map<String, Texts> readable(Map<String, Texts> given) {
    Map<String, Texts> readable = new LinkedHashMap<>();
    if (given != null) {
      for (String subject : SUBJECTS) {
        Texts texts = given.get(subject);
        if (texts != null && !texts.isEmpty()) {
          readable.put(subject, CleanHtml.clean(texts));
        }
      }
    }
    return readable;
  }

  static Map<String, Texts> checked(Checklist checklist, Map<String, Texts> given) {
    Map<String, Texts> checked = new LinkedHashMap<>();
    if (given != null) {
      given.forEach(
          (subject, texts) -> {
            if (SUBJECTS.contains(subject)) {
              checked.put(
                  subject,
                  CleanHtml.clean(checklist.texts("policies." + subject, texts, LONGEST, false)));
            } else {
              checklist.reject("policies", "knows " + String.join(", ", SUBJECTS), subject);
            }
          });
    }
    checked.values().removeIf(Texts::isEmpty);
    return checked;
  }
}
