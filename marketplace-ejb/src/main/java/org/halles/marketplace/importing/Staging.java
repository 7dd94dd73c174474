package org.halles.marketplace.importing;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Rows;
import org.halles.spi.CatalogFact;

/**
 * What the job has understood of a file and not yet done: rows, the articles they make, and what is
 * wrong. All of it is written in the transaction of the step, so that a job that is killed goes on
 * at the right row.
 */
@ApplicationScoped
class Staging {

  /** What a row of the file says. */
  record StagedRow(int row, String article, List<CatalogFact> facts) {}

  /** An article whose outcome is not known yet, with all its rows. */
  record StagedItem(int no, String article, List<StagedRow> rows) {}

  private static final Rows.Shape ROWS =
      Rows.Shape.of("import_row", "import_id uuid", "row_no int", "article text", "facts jsonb");
  private static final Rows.Shape PROBLEMS =
      Rows.Shape.of(
          "import_problem",
          "import_id uuid",
          "item_no int",
          "severity text",
          "row_no int",
          "field text",
          "value text",
          "message jsonb",
          "fix jsonb");
  private static final TypeReference<List<CatalogFact>> FACTS = new TypeReference<>() {};

  private Database database;
  private Clock clock;

  protected Staging() {}

  @Inject
  Staging(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Task task(UUID id) {
    return database
        .find(
            """
            select i.id, i.vendor_id, v.slug, account_id, actor, roles, format, charset, separator,
                   header, settings, dry_run, rows_read, rows_done, grouped
              from import_run i join vendor v on v.id = i.vendor_id where i.id = ?
            """,
            row ->
                new Task(
                    row.uuid("id"),
                    row.uuid("vendor_id"),
                    row.text("slug"),
                    new Caller(
                        row.uuid("account_id"),
                        row.text("actor"),
                        row.texts("roles").stream().map(Role::valueOf).collect(Collectors.toSet()),
                        null),
                    row.text("format"),
                    Charset.forName(row.text("charset")),
                    row.text("separator").charAt(0),
                    row.texts("header"),
                    row.json("settings", ImportSettings.class),
                    row.flag("dry_run"),
                    row.integer("rows_read"),
                    row.flag("rows_done"),
                    row.flag("grouped")),
            id)
        .orElseThrow(() -> new NotFound("import", id));
  }

  /** Rows up to and with {@code lastRow} are understood. */
  void rows(UUID id, List<StagedRow> rows, int lastRow) {
    Rows staged = new Rows(ROWS);
    rows.forEach(row -> staged.add(id, row.row(), row.article(), Json.write(row.facts())));
    staged.insertWith(database);
    database.update(
        "update import_run set rows_read = ?, touched_at = ? where id = ?",
        lastRow,
        clock.instant(),
        id);
  }

  void problems(UUID id, Integer item, List<ImportProblem> problems) {
    Rows rows = new Rows(PROBLEMS);
    for (ImportProblem problem : problems) {
      rows.add(
          id,
          item,
          problem.error() ? "ERROR" : "NOTICE",
          problem.row(),
          problem.field(),
          storable(problem.value()),
          Json.write(problem.message()),
          Json.write(problem.fix()));
    }
    rows.insertWith(database);
  }

  /** PostgreSQL keeps no zero character. */
  private static String storable(String value) {
    return value == null ? null : value.replace("\u0000", "");
  }

  /** The whole file is understood. */
  void rowsDone(UUID id) {
    database.update("update import_run set rows_done = true where id = ?", id);
  }

  /** Puts rows together to articles, in the order of their first rows. */
  int group(UUID id) {
    int articles =
        database.update(
            """
            insert into import_item (import_id, no, article, first_row, rows, title)
            select ?, row_number() over (order by min(r.row_no)), r.article, min(r.row_no), count(*),
                   (array_agg(title.value order by r.row_no)
                      filter (where title.value is not null))[1]
              from import_row r
              left join lateral (
                select left(f ->> 'value', 200) as value from jsonb_array_elements(r.facts) f
                 where f ->> 'field' = 'TITLE' limit 1) title on true
             where r.import_id = ? group by r.article
            """,
            id,
            id);
    database.update(
        """
        update import_problem p set item_no = i.no
          from import_row r join import_item i
            on i.import_id = r.import_id and i.article = r.article
         where p.import_id = ? and p.item_no is null and r.import_id = p.import_id
           and r.row_no = p.row_no
        """,
        id);
    database.update(
        "update import_run set grouped = true, articles = ?, touched_at = ? where id = ?",
        articles,
        clock.instant(),
        id);
    return articles;
  }

  /** The next articles whose outcome is not known, after this one. */
  List<StagedItem> todo(UUID id, int after, int most) {
    List<StagedItem> items =
        database.list(
            """
            select no, article from import_item
             where import_id = ? and outcome is null and no > ? order by no limit ?
            """,
            row -> new StagedItem(row.integer("no"), row.text("article"), List.of()),
            id,
            after,
            most);
    List<StagedRow> rows =
        database.list(
            """
            select row_no, article, facts from import_row
             where import_id = ? and article = any(?) order by row_no
            """,
            row ->
                new StagedRow(row.integer("row_no"), row.text("article"), row.json("facts", FACTS)),
            id,
            items.stream().map(StagedItem::article).toArray(String[]::new));
    return items.stream()
        .map(
            item ->
                new StagedItem(
                    item.no(),
                    item.article(),
                    rows.stream().filter(row -> row.article().equals(item.article())).toList()))
        .toList();
  }

  /** The articles of which a row is known to be wrong. */
  List<Integer> broken(UUID id, List<Integer> items) {
    return database.list(
        """
        select distinct item_no from import_problem
         where import_id = ? and severity = 'ERROR' and item_no = any(?)
        """,
        row -> row.integer("item_no"),
        id,
        items.toArray(Integer[]::new));
  }

  private static final Rows.Shape RESULTS =
      Rows.Shape.of("result", "no int", "outcome text", "listing_id uuid", "changes jsonb");

  /** What became of articles, and how many of each kind. */
  void settle(UUID id, List<Settled> settled) {
    Rows rows = new Rows(RESULTS);
    settled.forEach(
        one -> rows.add(one.no(), one.outcome(), one.listingId(), Json.write(one.changes())));
    Object[] columns = rows.columns();
    database.update(
        """
        update import_item i set outcome = r.outcome, listing_id = r.listing_id, changes = r.changes
          from unnest(?::int[], ?::text[], ?::uuid[], ?::jsonb[]) as r (no, outcome, listing_id, changes)
         where i.import_id = ? and i.no = r.no
        """,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        id);
    database.update(
        """
        update import_run set created = created + ?, updated = updated + ?,
          unchanged = unchanged + ?, failed = failed + ?, touched_at = ? where id = ?
        """,
        count(settled, Outcome.CREATED),
        count(settled, Outcome.UPDATED),
        count(settled, Outcome.UNCHANGED),
        count(settled, Outcome.FAILED),
        clock.instant(),
        id);
    settled.forEach(one -> problems(id, one.no(), one.problems()));
  }

  private static int count(List<Settled> settled, Outcome outcome) {
    return (int) settled.stream().filter(one -> one.outcome() == outcome).count();
  }
}
