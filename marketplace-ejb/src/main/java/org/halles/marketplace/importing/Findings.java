package org.halles.marketplace.importing;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.catalog.FieldChange;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/** What is known of the articles of a file, in pages. */
@ApplicationScoped
class Findings {

  private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};
  private static final int MOST_CATEGORIES = 200;

  private record Numbered(long id, ImportProblem problem) {}

  private Database database;

  protected Findings() {}

  @Inject
  Findings(Database database) {
    this.database = database;
  }

  Page<ImportItem> items(UUID id, Outcome outcome, Paging paging) {
    int after = paging.keys(1).map(keys -> (int) keys.whole(0)).orElse(0);
    List<ImportItem> rows =
        database.list(
            """
            select no, article, first_row, rows, title, outcome, listing_id, changes
              from import_item
             where import_id = ? and (?::text is null or outcome = ?) and no > ?
             order by no limit ?
            """,
            Findings::item,
            id,
            outcome,
            outcome,
            after,
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.no()));
  }

  private static ImportItem item(Row row) throws SQLException {
    return new ImportItem(
        row.integer("no"),
        row.text("article"),
        row.integer("first_row"),
        row.integer("rows"),
        row.text("title"),
        row.one("outcome", Outcome.class),
        row.uuid("listing_id"),
        row.json("changes", CHANGES));
  }

  /** Errors before notices, by row. */
  Page<ImportProblem> problems(UUID id, Paging paging) {
    Optional<Keys> after = paging.keys(3);
    List<Numbered> rows =
        database.list(
            """
            select id, severity, row_no, field, value, message, fix from import_problem
             where import_id = ?
               and (?::text is null or (severity, coalesce(row_no, 0), id) > (?, ?::int, ?::bigint))
             order by severity, coalesce(row_no, 0), id limit ?
            """,
            row -> new Numbered(row.whole("id"), problem(row)),
            id,
            after.map(keys -> keys.text(0)).orElse(null),
            after.map(keys -> keys.text(0)).orElse(null),
            after.map(keys -> keys.whole(1)).orElse(null),
            after.map(keys -> keys.whole(2)).orElse(null),
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), Findings::cursor).map(Numbered::problem);
  }

  private static String cursor(Numbered last) {
    ImportProblem problem = last.problem();
    return Paging.cursor(
        problem.error() ? "ERROR" : "NOTICE", problem.row() == null ? 0 : problem.row(), last.id());
  }

  private static ImportProblem problem(Row row) throws SQLException {
    return new ImportProblem(
        row.text("severity").equals("ERROR"),
        row.integerOrNull("row_no"),
        row.text("field"),
        row.text("value"),
        row.json("message", Texts.class),
        row.json("fix", Texts.class));
  }

  List<FileCategory> categories(UUID id) {
    return database.list(
        """
        select f ->> 'value' as name, count(distinct r.article) as articles
          from import_row r, jsonb_array_elements(r.facts) f
         where r.import_id = ? and f ->> 'field' = 'CATEGORY'
         group by 1 order by 2 desc, 1 limit ?
        """,
        row -> new FileCategory(row.text("name"), row.integer("articles"), null),
        id,
        MOST_CATEGORIES);
  }
}
