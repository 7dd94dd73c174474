package org.halles.marketplace.importing;

import org.halles.marketplace.shared.Texts;

/**
 * Something in the file that its vendor should know.
 *
 * @param error true if the article was left alone because of it; false for a notice
 * @param row as a spreadsheet counts; null for the whole file
 * @param field the column, as the file calls it
 * @param value what stands there, or null
 * @param message what is wrong, by language
 * @param fix what to do, by language
 */
public record ImportProblem(
    boolean error, Integer row, String field, String value, Texts message, Texts fix) {

  private static final int LONGEST_VALUE = 300;

  public ImportProblem {
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }

  /** What is wrong and what to do, in one sentence. */
  public String told(String language) {
    String remedy = fix.in(language);
    String between = language.equals("fr") ? " : " : ": ";
    return remedy.isEmpty() ? message.in(language) : message.in(language) + between + remedy;
  }
}
