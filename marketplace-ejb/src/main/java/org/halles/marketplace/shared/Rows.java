package org.halles.marketplace.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows to be inserted by one statement, however many they are: the columns travel as arrays. The
 * statement's text does not depend on the number of rows, so the server prepares it once.
 *
 * <pre>{@code
 * Rows lines = new Rows(LINES);
 * lines.add(id, title, quantity);
 * lines.insertWith(database);
 * }</pre>
 */
public final class Rows {

  /**
   * A table and the columns to fill.
   *
   * @param table its name
   * @param columns name and type each, such as {@code quantity int}
   * @param generated columns that an expression fills, such as {@code id=nextval('x_seq')}
   */
  public record Shape(String table, List<String> columns, List<String> generated) {

    /** Columns given by rows, and generated ones, which carry an equals sign. */
    public static Shape of(String table, String... columns) {
      return new Shape(
          table,
          Arrays.stream(columns).filter(column -> !column.contains("=")).toList(),
          Arrays.stream(columns).filter(column -> column.contains("=")).toList());
    }

    /**
     * {@code insert into ... select ... from unnest(...) as given}, with one array parameter a
     * column; generated ones may name given ones. Where one of those asks the database, the arrays
     * are hidden from the planner, which would make a plan for each call (see {@link Database}).
     */
    public String insert() {
      boolean asks = generated.stream().anyMatch(one -> one.contains("select "));
      String parameter = asks ? "(select ?)::" : "?::";
      return "insert into "
          + table
          + " ("
          + join(generated, "=", 0)
          + join(columns, " ", 0)
          + ") select "
          + join(generated, "=", 1)
          + "given.* from unnest("
          + columns.stream()
              .map(column -> parameter + part(column, " ", 1) + "[]")
              .collect(Collectors.joining(", "))
          + ") as given ("
          + join(columns, " ", 0)
          + ")";
    }

    private String join(List<String> specifications, String separator, int side) {
      String joined =
          specifications.stream()
              .map(specification -> part(specification, separator, side))
              .collect(Collectors.joining(", "));
      return specifications == generated && !generated.isEmpty() ? joined + ", " : joined;
    }

    private static String part(String specification, String separator, int side) {
      int at = specification.indexOf(separator);
      return side == 0 ? specification.substring(0, at) : specification.substring(at + 1);
    }
  }

  private final Shape shape;
  private final List<Object[]> rows = new ArrayList<>();

  public Rows(Shape shape) {
    this.shape = shape;
  }

  /** One more row, values in the order of the shape's columns. */
  public Rows add(Object... values) {
    if (values.length != shape.columns().size()) {
      throw new IllegalArgumentException(
          shape.table() + " takes " + shape.columns() + ", not " + values.length + " values");
    }
    rows.add(values);
    return this;
  }

  /** Inserts them by one statement; none, no statement. */
  public void insertWith(Database database) {
    database.update(changes());
  }

  /** The statement that inserts them, to be sent along with others; none if there are no rows. */
  public List<Database.Change> changes() {
    return rows.isEmpty() ? List.of() : List.of(new Database.Change(shape.insert(), columns()));
  }

  /** One array a column, for a statement that contains {@link Shape#insert}. */
  public Object[] columns() {
    return IntStream.range(0, shape.columns().size()).mapToObj(this::column).toArray();
  }

  private String[] column(int index) {
    return rows.stream().map(row -> text(row[index])).toArray(String[]::new);
  }

  private static String text(Object value) {
    return value == null ? null : value instanceof Instant at ? at.toString() : value.toString();
  }
}
