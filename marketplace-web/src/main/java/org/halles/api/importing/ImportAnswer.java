package org.halles.api.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.halles.marketplace.importing.ImportPhase;
import org.halles.marketplace.importing.ImportProblem;
import org.halles.marketplace.importing.ImportSettings;
import org.halles.marketplace.importing.ImportStatus;
import org.halles.marketplace.importing.ImportView;
import org.halles.marketplace.shared.Page;
import org.halles.web.ui.ImportWords;

/** An import, with the first things that are wrong. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportAnswer(
    UUID id,
    ImportStatus status,
    ImportPhase phase,
    @Schema(description = "In percent.") int progress,
    String format,
    String fileName,
    long bytes,
    String charset,
    boolean dryRun,
    ImportSettings settings,
    @Schema(description = "Rows of the file read, without its header.") int rows,
    @Schema(description = "Articles (listings) in the file; 0 until it is read to its end.")
        int articles,
    @Schema(description = "Articles of which it is known what becomes of them.") int read,
    int created,
    int updated,
    int unchanged,
    int failed,
    @Schema(description = "What is wrong, by row; the first 100. `/errors` has all of it.")
        List<Trouble> errors,
    @Schema(description = "Where `/errors` goes on, or null.") String moreErrors,
    List<Trouble> notices,
    @Schema(description = "Addresses that pictures are fetched from.") int pictures,
    @Schema(description = "Those of which it is known what is there.") int picturesFetched,
    @Schema(description = "True once the file was thrown away: it can only be looked at.")
        boolean cleaned,
    Instant createdAt,
    Instant startedAt,
    Instant finishedAt) {

  /**
   * Something wrong with a row.
   *
   * @param row as a spreadsheet counts: the header is 1; null for the whole file
   */
  @Schema(name = "ImportTrouble")
  public record Trouble(Integer row, String field, String message, String value, String fix) {

    static Trouble of(ImportProblem given, String language) {
      ImportProblem problem = ImportWords.in(given, language);
      return new Trouble(
          problem.row(),
          problem.field(),
          problem.message().in(language),
          problem.value(),
          problem.fix().in(language));
    }
  }

  static ImportAnswer of(ImportView view, Page<ImportProblem> problems, String language) {
    return new ImportAnswer(
        view.id(),
        view.status(),
        view.phase(),
        view.percent(),
        view.format(),
        view.fileName(),
        view.bytes(),
        view.charset(),
        view.dryRun(),
        view.settings(),
        view.rows(),
        view.articles(),
        view.read(),
        view.created(),
        view.updated(),
        view.unchanged(),
        view.failed(),
        told(problems, true, language),
        problems.next(),
        told(problems, false, language),
        view.pictures(),
        view.picturesFetched(),
        view.cleaned(),
        view.createdAt(),
        view.startedAt(),
        view.finishedAt());
  }

  private static List<Trouble> told(Page<ImportProblem> page, boolean errors, String language) {
    return page.items().stream()
        .filter(problem -> problem.error() == errors)
        .map(problem -> Trouble.of(problem, language))
        .toList();
  }
}
