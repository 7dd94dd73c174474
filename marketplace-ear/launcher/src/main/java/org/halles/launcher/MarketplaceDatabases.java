package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The database of a marketplace inside the embedded PostgreSQL, and beside it the gateways' own
 * corners: each a role that owns one schema and can read nothing of the marketplace.
 */
public final class MarketplaceDatabases {
  private static final String OWNER = "halles";
  private static final List<String> GATEWAYS = List.of("sandbox", "stripe");
  private static final String BATCHED = "?reWriteBatchedInserts=true&tcpKeepAlive=true";

  private final EmbeddedDatabase server;
  private final Secrets secrets;

  /** In the given server, with passwords kept in the given home. */
  public MarketplaceDatabases(EmbeddedDatabase server, Path home) throws IOException {
    this.server = server;
    this.secrets = Secrets.keptIn(home);
  }

  /** Makes roles, database and schema where they are missing. */
  public void prepare(String database) throws SQLException, IOException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      role(statement, OWNER);
      for (String gateway : GATEWAYS) {
        role(statement, corner(gateway));
      }
      if (!exists(statement, "select 1 from pg_database where datname = '" + database + "'")) {
        statement.execute("create database " + database + " owner " + OWNER);
      }
    }
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      for (String gateway : GATEWAYS) {
        String corner = corner(gateway);
        statement.execute("create schema if not exists " + corner + " authorization " + corner);
      }
      statement.execute("revoke all on schema public from public");
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("grant pg_read_all_stats to " + OWNER);
    }
  }

  /** How the marketplace itself reaches the database of a home. */
  static Settings.Credentials credentials(Path home, int port) throws IOException {
    return new Settings.Credentials(
        EmbeddedDatabase.url(port, "halles") + BATCHED, OWNER, Secrets.keptIn(home).secret(OWNER));
  }

  /** What the server must find in its environment to reach this database. */
  public Map<String, String> environment(String database) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("HALLES_DB_URL", server.url(database) + BATCHED);
    environment.put("HALLES_DB_USER", OWNER);
    environment.put("HALLES_DB_PASSWORD", secrets.secret(OWNER));
    for (String gateway : GATEWAYS) {
      String corner = corner(gateway);
      String prefix = "HALLES_" + gateway.toUpperCase(Locale.ROOT) + "_DB_";
      environment.put(prefix + "URL", server.url(database) + "?currentSchema=" + corner);
      environment.put(prefix + "USER", corner);
      environment.put(prefix + "PASSWORD", secrets.secret(corner));
    }
    return environment;
  }

  /** The name of a gateway's role, and of its schema. */
  private static String corner(String gateway) {
    return gateway + "_gateway";
  }

  private void role(Statement statement, String name) throws SQLException, IOException {
    if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
      statement.execute("create role " + name + " login");
    }
    // set at every start, so that a home whose keys were lost works again
    statement.execute("alter role " + name + " password '" + secrets.secret(name) + "'");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return found.next();
    }
  }
}
