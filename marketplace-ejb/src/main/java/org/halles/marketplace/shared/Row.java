package org.halles.marketplace.shared;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** One row of an answer of the database, read by column name in the domain's types. */
public final class Row {

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  private final ResultSet columns;

  Row(ResultSet columns) {
    this.columns = columns;
  }

  public UUID uuid(String column) throws SQLException {
    return columns.getObject(column, UUID.class);
  }

  public String text(String column) throws SQLException {
    return columns.getString(column);
  }

  public int integer(String column) throws SQLException {
    return columns.getInt(column);
  }

  /** A whole number, or null. */
  public Integer integerOrNull(String column) throws SQLException {
    int value = columns.getInt(column);
    return columns.wasNull() ? null : value;
  }

  public long whole(String column) throws SQLException {
    return columns.getLong(column);
  }

  /** A whole number, or null. */
  public Long wholeOrNull(String column) throws SQLException {
    long value = columns.getLong(column);
    return columns.wasNull() ? null : value;
  }

  public byte[] bytes(String column) throws SQLException {
    return columns.getBytes(column);
  }

  public boolean flag(String column) throws SQLException {
    return columns.getBoolean(column);
  }

  /** An instant, or null. */
  public Instant instant(String column) throws SQLException {
    OffsetDateTime value = columns.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public LocalDate day(String column) throws SQLException {
    return columns.getObject(column, LocalDate.class);
  }

  /** Minor units in {@code column}, in the currency of the row's {@code currency} column. */
  public Money money(String column) throws SQLException {
    return money(column, CurrencyCode.of(columns.getString("currency")));
  }

  public Money money(String column, CurrencyCode currency) throws SQLException {
    return Money.of(columns.getLong(column), currency);
  }

  public <E extends Enum<E>> E one(String column, Class<E> type) throws SQLException {
    String name = columns.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** An array of texts; empty for null. */
  public List<String> texts(String column) throws SQLException {
    Array values = columns.getArray(column);
    return values == null ? List.of() : List.of((String[]) values.getArray());
  }

  /** A JSON column as a record, or null. */
  public <T> T json(String column, Class<T> type) throws SQLException {
    return Json.read(columns.getString(column), type);
  }

  /** A JSON column as a generic type such as a map of records, or null. */
  public <T> T json(String column, TypeReference<T> type) throws SQLException {
    return Json.read(columns.getString(column), type);
  }

  /** A flat JSON object; empty for null. */
  public Map<String, String> words(String column) throws SQLException {
    String json = columns.getString(column);
    return json == null || json.equals("{}") ? Map.of() : Json.readWords(json);
  }
}
