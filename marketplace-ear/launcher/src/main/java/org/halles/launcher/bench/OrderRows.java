package org.halles.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The rows that one order wrote into one table, to be written again as another order: ids and
 * numbers are new each time, everything else is as the marketplace wrote it.
 */
final class OrderRows {
  private static final Set<String> NUMBERS = Set.of("number", "source_id", "access_key", "cart_id");

  private final String insert;
  private final List<String> columns;
  private final List<Object[]> rows;

  private OrderRows(String insert, List<String> columns, List<Object[]> rows) {
    this.insert = insert;
    this.columns = columns;
    this.rows = rows;
  }

  /** Reads the rows of an order; the condition's one parameter is the order group. */
  static OrderRows read(Connection connection, String table, String condition, UUID order)
      throws SQLException {
    String query = "select * from public." + table + " where " + condition;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setObject(1, order);
      try (ResultSet found = statement.executeQuery()) {
        return read(table, found);
      }
    }
  }

  private static OrderRows read(String table, ResultSet found) throws SQLException {
    ResultSetMetaData meta = found.getMetaData();
    List<String> columns = new ArrayList<>();
    List<String> holders = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      if (!meta.getColumnTypeName(i).equals("xid8")) {
        columns.add(meta.getColumnName(i));
        holders.add("?");
      }
    }
    List<Object[]> rows = new ArrayList<>();
    while (found.next()) {
      Object[] row = new Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = found.getObject(columns.get(i));
      }
      rows.add(row);
    }
    String insert =
        "insert into "
            + JdbcLimit.SCHEMA
            + "."
            + table
            + " ("
            + String.join(", ", columns)
            + ") values ("
            + String.join(", ", holders)
            + ")";
    return new OrderRows(insert, columns, rows);
  }

  int count() {
    return rows.size();
  }

  /** Writes all rows as one batch. */
  void write(Connection connection, Renaming renaming) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, renaming.value(columns.get(i), row[i]));
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** New ids for one more copy of the order: the same old one becomes the same new one. */
  static final class Renaming {
    private final long copy;
    private final Map<Object, Object> names = new HashMap<>();

    Renaming(long copy) {
      this.copy = copy;
    }

    Object value(String column, Object value) {
      if (value instanceof UUID && (column.equals("id") || column.endsWith("_id"))) {
        return names.computeIfAbsent(value, old -> UUID.randomUUID());
      }
      if (value instanceof Long && (column.equals("id") || column.equals("entry_id"))) {
        return names.computeIfAbsent(value, old -> copy * 1000 + names.size());
      }
      return value instanceof String && NUMBERS.contains(column) ? value + "/" + copy : value;
    }
  }
}
