package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.exception.GenericJDBCException;

/**
 * Plain SQL inside the caller's transaction, for statements that work on sets or whose round trips
 * count. Runs on the connection of Hibernate's session, so that entities and SQL share one
 * transaction, and tells {@link RoundTrips}. Outside a transaction each statement stands alone, on
 * a connection that goes back at once: what public pages read needs no more, and saves the commit.
 *
 * <p>Parameters may be any of the domain's types: ids, texts, numbers, instants, days, enums (by
 * name), and arrays of ids, texts and numbers.
 *
 * <p>PostgreSQL makes a plan for each call as long as it expects the value at hand to be rarer, or
 * the array shorter, than usual: for what was just written that is always. A statement that every
 * purchase sends therefore hides the value from the planner, {@code where id = (select ?::uuid)} or
 * {@code = any((select ?)::uuid[])}, and one plan serves all calls.
 */
@ApplicationScoped
public class Database {

  /** For the transaction that the statement stands alone in; nothing is asked of the disk then. */
  private static final String SWIFTLY = "select set_config('synchronous_commit', 'off', true);\n";

  private EntityManager entityManager;
  private DataSource dataSource;
  private BooleanSupplier inTransaction;

  protected Database() {}

  @Inject
  public Database(
      EntityManager entityManager,
      DataSource dataSource,
      TransactionSynchronizationRegistry transactions) {
    this.entityManager = entityManager;
    this.dataSource = dataSource;
    this.inTransaction = () -> transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
  }

  /** Always within the entity manager's transaction. */
  Database(EntityManager entityManager) {
    this.entityManager = entityManager;
    this.inTransaction = () -> true;
  }

  /** All rows, in the statement's order. */
  public <T> List<T> list(String sql, Row.Reader<T> reader, Object... parameters) {
    return run(sql, parameters, statement -> read(statement, reader));
  }

  private static <T> List<T> read(PreparedStatement statement, Row.Reader<T> reader)
      throws SQLException {
    try (ResultSet columns = statement.executeQuery()) {
      return read(columns, reader);
    }
  }

  private static <T> List<T> read(ResultSet columns, Row.Reader<T> reader) throws SQLException {
    List<T> found = new ArrayList<>();
    Row row = new Row(columns);
    while (columns.next()) {
      found.add(reader.read(row));
    }
    return found;
  }

  /** The first row, if there is one. */
  public <T> Optional<T> find(String sql, Row.Reader<T> reader, Object... parameters) {
    return list(sql, reader, parameters).stream().findFirst();
  }

  /** Changes rows and says how many. */
  public int update(String sql, Object... parameters) {
    return run(sql, parameters, PreparedStatement::executeUpdate);
  }

  /**
   * Changes rows and says how many, and outside a transaction does not wait until that is on disk.
   * Only for what nobody was told of, and what means nothing by itself: a power cut may take it
   * back, never without all that was committed after it, for PostgreSQL's log is written in one
   * order. Inside a transaction nothing is different from {@link #update}.
   */
  public int updateSwiftly(String sql, Object... parameters) {
    return inTransaction.getAsBoolean()
        ? update(sql, parameters)
        : run(
            SWIFTLY + sql,
            parameters,
            statement -> {
              statement.execute();
              statement.getMoreResults(); // the setting's own
              return statement.getUpdateCount();
            });
  }

  /**
   * The first row of a statement that adds up whole tables: it may take minutes, where others are
   * ended after seconds.
   */
  public <T> Optional<T> findPatiently(String sql, Row.Reader<T> reader, Object... parameters) {
    return listPatiently(sql, reader, parameters).stream().findFirst();
  }

  /** All rows of a statement that may take minutes. */
  public <T> List<T> listPatiently(String sql, Row.Reader<T> reader, Object... parameters) {
    return run(
        sql,
        parameters,
        statement -> Patience.on(statement.getConnection(), () -> read(statement, reader)));
  }

  /**
   * A statement that changes something.
   *
   * @param sql with a question mark for each parameter
   */
  public record Change(String sql, Object... parameters) {}

  /**
   * What a change followed by a question came to.
   *
   * @param rows that were changed
   * @param found by the question afterwards
   */
  public record Changed<T>(int rows, List<T> found) {}

  /** Makes several changes, in this order, in one trip; outside a transaction all or none. */
  public void update(List<Change> changes) {
    if (!changes.isEmpty()) {
      run(
          changes.stream().map(Change::sql).collect(Collectors.joining(";\n")),
          changes.stream().flatMap(change -> Arrays.stream(change.parameters())).toArray(),
          PreparedStatement::execute);
    }
  }

  /** Makes a change and asks a question that sees it, in one trip. */
  public <T> Changed<T> updateThenList(
      Change change, String question, Row.Reader<T> reader, Object... parameters) {
    return run(
        change.sql() + ";\n" + question,
        Stream.of(change.parameters(), parameters).flatMap(Arrays::stream).toArray(),
        statement -> {
          statement.execute();
          int rows = statement.getUpdateCount();
          statement.getMoreResults();
          try (ResultSet columns = statement.getResultSet()) {
            return new Changed<>(rows, read(columns, reader));
          }
        });
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Object[] parameters, Work<T> work) {
    return inTransaction.getAsBoolean()
        ? entityManager
            .unwrap(Session.class)
            .doReturningWork(
                connection -> {
                  RoundTrips.statement();
                  return run(connection, sql, parameters, work);
                })
        : runAlone(sql, parameters, work);
  }

  /** Hibernate's session would outlive the call where no transaction ends it. */
  private <T> T runAlone(String sql, Object[] parameters, Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      RoundTrips.loneStatement();
      return run(connection, sql, parameters, work);
    } catch (SQLException e) {
      throw new GenericJDBCException("a statement outside a transaction failed", e, sql);
    }
  }

  private static <T> T run(Connection connection, String sql, Object[] parameters, Work<T> work)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        bind(connection, statement, index + 1, parameters[index]);
      }
      return work.on(statement);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof Instant instant) {
      statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Enum<?> constant) {
      statement.setString(index, constant.name());
    } else if (value instanceof Object[] values) {
      statement.setArray(index, array(connection, values));
    } else {
      statement.setObject(index, value);
    }
  }

  private static Array array(Connection connection, Object[] values) throws SQLException {
    return connection.createArrayOf(typeOf(values.getClass().getComponentType()), values);
  }

  private static String typeOf(Class<?> element) {
    if (element == UUID.class) {
      return "uuid";
    }
    if (element == Long.class) {
      return "int8";
    }
    return element == Integer.class ? "int4" : "text";
  }
}
