package org.halles.launcher.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.halles.launcher.Refusal;

/**
 * The limit that the database sets: the statements of a checkout's two transactions by plain JDBC,
 * with the rows that real checkouts have just written, into copies of their tables (constraints and
 * indexes too, foreign keys and triggers not).
 */
final class JdbcLimit {
  static final String SCHEMA = "bench_limit";
  private static final String OF_GROUP = "order_group_id = ?";
  private static final String[][] OPENING = {
    {"order_group", "id = ?"},
    {"vendor_order", OF_GROUP},
    {"order_line", OF_GROUP},
    {"allocation_line", OF_GROUP},
    {"payment", OF_GROUP},
    {"payment_split", "payment_id in (select id from public.payment where order_group_id = ?)"},
    {"payment_transaction", OF_GROUP},
  };
  private static final String[][] SETTLING = {
    {"journal_entry", "id in (select entry_id from public.posting where order_group_id = ?)"},
    {"posting", OF_GROUP},
    {"order_event", OF_GROUP},
    {"outbox", "payload::text like '%' || cast(? as text) || '%'"},
  };

  private final String url;
  private final String user;
  private final String password;
  private final AtomicLong copies = new AtomicLong(1);

  JdbcLimit(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Runs it with so many connections; the scratch tables are dropped afterwards. */
  Load.Result run(int connections, Duration warmUp, Duration measured, CpuMeter meter)
      throws SQLException, InterruptedException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      prepare(statement);
      List<UUID> orders = latestPaid(statement, connections);
      try {
        return new Load(connections, warmUp, measured)
            .run(meter, person -> new OneConnection(orders.get(person))::checkout);
      } finally {
        statement.execute("drop schema " + SCHEMA + " cascade");
      }
    }
  }

  /** The settings that decide whether an acknowledged commit survives a power cut. */
  String durability() throws SQLException {
    List<String> settings = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        try (ResultSet row = statement.executeQuery("show " + name)) {
          row.next();
          settings.add(name + "=" + row.getString(1));
        }
      }
    }
    return String.join(", ", settings);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  private static void prepare(Statement statement) throws SQLException {
    statement.execute("drop schema if exists " + SCHEMA + " cascade");
    statement.execute("create schema " + SCHEMA);
    for (String[][] tables : List.of(OPENING, SETTLING)) {
      for (String[] table : tables) {
        copy(statement, table[0]);
      }
    }
    copy(statement, "stock");
    statement.execute("insert into " + SCHEMA + ".stock select * from public.stock");
  }

  private static void copy(Statement statement, String table) throws SQLException {
    statement.execute(
        "create table " + SCHEMA + "." + table + " (like public." + table + " including all)");
  }

  private static List<UUID> latestPaid(Statement statement, int count) throws SQLException {
    List<UUID> orders = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            "select id from public.order_group where status = 'PAID' and email ="
                + " 'bench@bench.example' order by placed_at desc limit "
                + count)) {
      while (found.next()) {
        orders.add(found.getObject(1, UUID.class));
      }
    }
    if (orders.size() < count) {
      throw new Refusal("Only %d paid orders to copy from; %d are needed.", orders.size(), count);
    }
    return orders;
  }

  /** A connection that checks out the same cart over and over. */
  private final class OneConnection {
    private final Connection connection;
    private final UUID order;
    private final List<OrderRows> opening;
    private final List<OrderRows> settling;

    OneConnection(UUID order) {
      this.order = order;
      try {
        connection = connect();
        connection.setAutoCommit(false);
        opening = rows(OPENING);
        settling = rows(SETTLING);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private List<OrderRows> rows(String[][] tables) throws SQLException {
      List<OrderRows> rows = new ArrayList<>();
      for (String[] table : tables) {
        OrderRows found = OrderRows.read(connection, table[0], table[1], order);
        if (found.count() > 0) {
          rows.add(found);
        }
      }
      return rows;
    }

    void checkout() throws SQLException {
      OrderRows.Renaming renaming = new OrderRows.Renaming(copies.getAndIncrement());
      read(
          "select c.* from public.cart c join public.order_group g on g.cart_id = c.id where g.id = ?");
      read(
          "select o.*, s.quantity from public.order_line l join public.offer o on o.id = l.offer_id"
              + " join public.stock s on s.offer_id = o.id where l.order_group_id = ?");
      write(opening, renaming);
      change(
          "update "
              + SCHEMA
              + ".stock s set quantity = s.quantity - l.quantity from"
              + " public.order_line l where l.offer_id = s.offer_id and l.order_group_id = ?"
              + " and s.quantity >= l.quantity",
          order);
      connection.commit();
      Object group = renaming.value("id", order);
      read(
          "select * from " + SCHEMA + ".payment_transaction where order_group_id = ? for update",
          group);
      change(
          "update "
              + SCHEMA
              + ".payment_transaction set version = version + 1 where order_group_id = ?",
          group);
      change("update " + SCHEMA + ".order_group set version = version + 1 where id = ?", group);
      change(
          "update " + SCHEMA + ".vendor_order set version = version + 1 where order_group_id = ?",
          group);
      write(settling, renaming);
      connection.commit();
    }

    private void write(List<OrderRows> tables, OrderRows.Renaming renaming) throws SQLException {
      for (OrderRows rows : tables) {
        rows.write(connection, renaming);
      }
    }

    private void read(String query) throws SQLException {
      read(query, order);
    }

    private void read(String query, Object id) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setObject(1, id);
        try (ResultSet found = statement.executeQuery()) {
          while (found.next()) {
            found.getObject(1);
          }
        }
      }
    }

    private void change(String update, Object id) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(update)) {
        statement.setObject(1, id);
        statement.executeUpdate();
      }
    }
  }
}
