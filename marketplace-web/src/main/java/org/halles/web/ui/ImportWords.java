package org.halles.web.ui;

import java.util.Map;
import org.halles.marketplace.importing.ImportProblem;
import org.halles.marketplace.shared.Texts;

/**
 * What is wrong with a row in the language of whoever reads it. What the catalogue refuses it says
 * in English only; the translations are those of the forms.
 */
public final class ImportWords {

  private ImportWords() {}

  /** The same problem; as it stands if it is told in this language, or nobody translated it. */
  public static ImportProblem in(ImportProblem problem, String language) {
    if (problem.message().byLanguage().containsKey(language)) {
      return problem;
    }
    Language reader = new Language();
    reader.speak(language);
    String english = problem.told("en");
    String told = FieldErrors.told(english, new Words(reader));
    return told.equals(english)
        ? problem
        : new ImportProblem(
            problem.error(),
            problem.row(),
            problem.field(),
            problem.value(),
            new Texts(Map.of(language, told)),
            Texts.NONE);
  }
}
