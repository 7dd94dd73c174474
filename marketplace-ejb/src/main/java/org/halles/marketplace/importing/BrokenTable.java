package org.halles.marketplace.importing;

import java.util.List;
import org.halles.marketplace.shared.Texts;

/** From a row on, a file is no table any more. */
final class BrokenTable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ImportProblem problem;

  private BrokenTable(ImportProblem problem) {
    super(problem.told("en"));
    this.problem = problem;
  }

  ImportProblem problem() {
    return problem;
  }

  static BrokenTable openQuote(int row, String value) {
    return new BrokenTable(
        new ImportProblem(
            true,
            row,
            "\"",
            value,
            Texts.of(
                "un guillemet ouvert sur cette ligne n’est jamais refermé, et tout ce qui suit en"
                    + " ferait partie",
                "a quote that opens in this row never closes, so all that follows would be part"
                    + " of it"),
            Texts.of(
                "fermez le guillemet, ou doublez-le s’il fait partie du texte",
                "close the quote, or write it twice if it is part of the text")));
  }

  static BrokenTable tooManyColumns(int row, int count) {
    return new BrokenTable(
        new ImportProblem(
            true,
            row,
            "",
            String.valueOf(count),
            Texts.of("la ligne a " + count + " colonnes", "the row has " + count + " columns"),
            Texts.of("vérifiez le séparateur et les guillemets", "check separator and quotes")));
  }

  static BrokenTable tooManyRows(int most) {
    return new BrokenTable(
        new ImportProblem(
            true,
            most,
            "",
            null,
            Texts.of(
                "le fichier a plus de " + most + " lignes",
                "the file has more than " + most + " rows"),
            Texts.of("partagez-le en plusieurs fichiers", "split it into several files")));
  }

  static BrokenTable missing(String layout, String columns, List<String> header) {
    return new BrokenTable(
        new ImportProblem(
            true,
            1,
            columns,
            String.join(", ", header),
            Texts.of(
                "le format " + layout + " demande des colonnes qui manquent : " + columns,
                "the layout " + layout + " needs columns that are not there: " + columns),
            Texts.of(
                "ajoutez-les, ou dites lesquelles de vos colonnes en tiennent lieu",
                "add them, or say which of your columns stand for them")));
  }

  static BrokenTable plugin(String layout) {
    return new BrokenTable(
        new ImportProblem(
            true,
            null,
            "",
            layout,
            Texts.of(
                "le module du format " + layout + " ne répond pas",
                "the plugin for the layout " + layout + " does not answer"),
            Texts.of("écrivez à la place de marché", "tell the marketplace")));
  }

  static BrokenTable malformed(int row, String why) {
    return new BrokenTable(
        new ImportProblem(
            true,
            row,
            "\"",
            why,
            Texts.of(
                "à partir de cette ligne le fichier n’est plus un tableau",
                "from this row on the file is no table"),
            Texts.of(
                "vérifiez les guillemets de cette ligne et de celle d’avant",
                "check the quotes of this row and of the one before")));
  }
}
