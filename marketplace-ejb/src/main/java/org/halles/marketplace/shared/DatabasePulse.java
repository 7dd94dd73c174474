package org.halles.marketplace.shared;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Asks the database every second whether it is there, on a connection of its own, so that a request
 * can be told at once that it is not, instead of waiting together with all others.
 */
@ApplicationScoped
public class DatabasePulse {

  private static final Logger LOG = Logger.getLogger(DatabasePulse.class);
  private static final String DATA_SOURCE = "java:jboss/datasources/HallesPulseDS";

  private ManagedThreadFactory threads;
  private BackgroundLoop loop;
  private volatile boolean lost;

  protected DatabasePulse() {}

  @Inject
  public DatabasePulse(ManagedThreadFactory threads) {
    this.threads = threads;
    this.loop = new BackgroundLoop("database-pulse", Duration.ofSeconds(1), this::feel);
  }

  void start(@Observes Startup serverStarted) {
    loop.startAlways(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** True while the database does not answer. */
  public boolean isLost() {
    return lost;
  }

  /** Always has nothing more to do at once. */
  private boolean feel() {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select 1");
      told(false, "answers again");
    } catch (SQLException silence) {
      told(true, "does not answer: " + silence.getMessage());
    }
    return false;
  }

  private void told(boolean now, String what) {
    if (now != lost) {
      LOG.warnf("the database %s", what);
    }
    lost = now;
  }

  private static DataSource dataSource() {
    try {
      return (DataSource) new InitialContext().lookup(DATA_SOURCE);
    } catch (NamingException missing) {
      throw new IllegalStateException("the server has no data source " + DATA_SOURCE, missing);
    }
  }
}
