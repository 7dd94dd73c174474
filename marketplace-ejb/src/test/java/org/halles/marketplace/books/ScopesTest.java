package org.halles.marketplace.books;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

/**
 * What a check of what is new reads of large tables. The tables stand in front of the real ones,
 * filled with as many rows each as make the database think twice before it reads all of one.
 */
class ScopesTest {

  private static final int ROWS = 5_000;

  /** Two rows an account, the guards of tables, who is paid, and what is left of credits. */
  private static final Set<String> READ_WHOLE =
      Set.of(
          "balance",
          "checked_balance",
          "pg_trigger",
          "vendor",
          "affiliate",
          "fund",
          "store_credit",
          "order_credit");

  /** Indexes of what is under way only: all of them may be read. */
  private static final String OF_FEW =
      """
      select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
       where pg_get_expr(i.indpred, i.indrelid) ~ '^[(]+(status|released_at) '
      """;

  private static final Mark MARK =
      new Mark(Integer.toString(ROWS), 0, Instant.parse("2100-01-01T00:00:00Z"));

  private static final Arrived ONE_PURCHASE =
      new Arrived(
          List.of("17", "18", "19"),
          List.of("17", "18", "19"),
          List.of("70efdf2e-c9b0-8607-9795-c442636b55fb"));

  private static final List<Invariant> ALL =
      Stream.of(
              LedgerInvariants.ALL,
              OrderInvariants.ALL,
              PaymentInvariants.ALL,
              RefundInvariants.ALL,
              FeeInvariants.ALL,
              AffiliateInvariants.ALL)
          .flatMap(List::stream)
          .toList();

  @Test
  void whatIsNewIsFoundThroughIndexesAndNoTableIsReadWhole() {
    Map<String, List<String>> whole =
        Marketplace.inTransaction(
            () -> {
              Market.database().update("savepoint before");
              tables().forEach(ScopesTest::fill);
              List<String> ofFew = Market.database().list(OF_FEW, row -> row.text("name"));
              Map<String, List<String>> found = new TreeMap<>();
              for (Invariant invariant : ALL) {
                List<String> read = readWhole(plan(Scopes.since(MARK, invariant)), ofFew);
                if (!read.isEmpty()) {
                  found.put(invariant.id(), read);
                }
              }
              Market.database().update("rollback to savepoint before");
              return found;
            });

    assertThat(whole).isEmpty();
  }

  @Test
  void theCheckOfEverythingReadsWholeTablesWhichThisTestWouldSee() {
    List<String> read =
        Marketplace.inTransaction(() -> readWhole(plan(ALL.get(0), new Object[0]), List.of()));

    assertThat(read).isNotEmpty();
  }

  /** Those that the equations name. */
  private static List<String> tables() {
    String words = ALL.stream().map(Invariant::sql).collect(Collectors.joining());
    return Market.database()
        .list(
            "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE'",
            row -> row.text("table_name"))
        .stream()
        .filter(table -> words.matches("(?s).*\\b" + table + "\\b.*"))
        .toList();
  }

  private static void fill(String table) {
    Market.database()
        .update(
            "create temporary table %1$s (like public.%1$s including indexes) on commit drop"
                .formatted(table));
    String values =
        Market.database()
            .find(
                """
                select string_agg(case
                         when column_name = 'kind' then '''CHARGE'''
                         when data_type = 'uuid' then 'md5(i::text)::uuid'
                         when data_type = 'character' and character_maximum_length = 1 then '''D'''
                         when data_type = 'character' then 'left(''EUR'', ' || character_maximum_length || ')'
                         when data_type = 'boolean' then 'false'
                         when data_type = 'jsonb' then '''{}'''
                         when data_type = 'bytea' then 'decode(md5(i::text), ''hex'')'
                         when data_type = 'ARRAY' then '''{}'''
                         when data_type like 'timestamp%' or data_type = 'date'
                           then 'now() - i * interval ''1 minute'''
                         else 'i::text::' || udt_name end, ', ' order by ordinal_position) as list
                  from information_schema.columns
                 where table_schema = 'public' and table_name = ?
                """,
                row -> row.text("list"), table)
            .orElseThrow();
    Market.database()
        .update(
            "insert into %s select %s from generate_series(1, %d) as i"
                .formatted(table, values, ROWS));
    Market.database().update("analyze " + table);
  }

  private static JsonNode plan(Invariant narrow) {
    return plan(narrow, ONE_PURCHASE.parameters());
  }

  private static JsonNode plan(Invariant invariant, Object[] parameters) {
    String plan =
        Market.database()
            .find(
                "explain (format json) " + invariant.sql(),
                row -> row.text("QUERY PLAN"),
                parameters)
            .orElseThrow();
    try {
      return new ObjectMapper().readTree(plan);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The scans of tables that no index leads to the rows of. */
  private static List<String> readWhole(JsonNode node, List<String> ofFew) {
    List<String> found = new ArrayList<>();
    String table = node.path("Relation Name").asText("");
    String kind = node.path("Node Type").asText();
    if (!table.isEmpty()
        && !READ_WHOLE.contains(table)
        && !kind.startsWith("Bitmap Heap")
        && !node.has("Index Cond")
        && !ofFew.contains(node.path("Index Name").asText())) {
      found.add(kind + " of " + table + " " + node.path("Filter").asText());
    }
    node.forEach(child -> found.addAll(readWhole(child, ofFew)));
    return found;
  }
}
