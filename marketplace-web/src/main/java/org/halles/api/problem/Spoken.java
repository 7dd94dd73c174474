package org.halles.api.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/**
 * Problems in the language a caller asks for. English is what programs get who ask for nothing;
 * what nobody translated stays English. Type, status and facts are the same in every language.
 */
final class Spoken {

  private static final String FRENCH = "fr";

  private Spoken() {}

  /** What the domain refused, as the caller wants to read it. */
  static Problem of(Refusal refusal, HttpHeaders headers) {
    Problem english = Problem.of(refusal);
    if (!isFrenchWanted(headers)) {
      return english;
    }
    return english.violations().isEmpty()
        ? english.saying(Refusals.told(refusal, french(), Locale.FRENCH), List.of())
        : inFrench(english);
  }

  /** What is wrong with the input, as the caller wants to read it. */
  static Problem of(List<Violation> violations, HttpHeaders headers) {
    Problem english = Problem.of(violations);
    return isFrenchWanted(headers) ? inFrench(english) : english;
  }

  private static Problem inFrench(Problem english) {
    Words words = french();
    List<Violation> told =
        english.violations().stream()
            .map(
                one ->
                    new Violation(one.field(), FieldErrors.told(one.message(), words), one.value()))
            .toList();
    String all =
        told.stream()
            .map(one -> one.field() + " : " + one.message())
            .collect(Collectors.joining(" ; "));
    return english.saying(all, told);
  }

  private static Words french() {
    Language language = new Language();
    language.speak(FRENCH);
    return new Words(language);
  }

  private static boolean isFrenchWanted(HttpHeaders headers) {
    try {
      return headers.getAcceptableLanguages().stream()
          .map(Locale::getLanguage)
          .filter(tag -> tag.equals(FRENCH) || tag.equals(Locale.ENGLISH.getLanguage()))
          .findFirst()
          .filter(FRENCH::equals)
          .isPresent();
    } catch (RuntimeException unreadable) { // such a header is refused elsewhere, in English
      return false;
    }
  }
}
