package org.halles.marketplace.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this JVM: real, empty, gone with it. */
public final class TestPostgres {

  private static DataSource dataSource;

  private TestPostgres() {}

  /** Connections to it; the first call starts it. */
  public static synchronized DataSource dataSource() {
    if (dataSource == null) {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("jit", "off")
                // to start helpers takes ten times as long as what they would help with
                .setServerConfig("max_parallel_workers_per_gather", "0")
                .start();
        dataSource =
            new Connections(
                postgres.getJdbcUrl("postgres", "postgres")
                    + "&reWriteBatchedInserts=true&preparedStatementCacheQueries=1024");
      } catch (IOException cannotStart) {
        throw new UncheckedIOException(cannotStart);
      }
    }
    return dataSource;
  }
}
