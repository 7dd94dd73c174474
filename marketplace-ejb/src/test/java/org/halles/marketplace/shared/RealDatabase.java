package org.halles.marketplace.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.cfg.Configuration;
import org.hibernate.integrator.spi.Integrator;

/**
 * A migrated PostgreSQL for tests of one feature, started once per test run. What the server lends
 * there, this lends here: an entity manager, plain SQL, transactions.
 */
public final class RealDatabase {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static RealDatabase running;

  private final DataSource dataSource;
  private final EntityManager entities;
  private final Database database;

  private RealDatabase(DataSource dataSource) {
    this.dataSource = dataSource;
    Flyway.configure().dataSource(dataSource).locations("classpath:db/migration").load().migrate();
    this.entities = sessions(dataSource).createEntityManager();
    this.database = new Database(entities);
  }

  /** The one database of this run. */
  public static synchronized RealDatabase get() {
    if (running == null) {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
        running = new RealDatabase(postgres.getPostgresDatabase());
      } catch (IOException noDatabase) {
        throw new UncheckedIOException("PostgreSQL does not start", noDatabase);
      }
    }
    return running;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public EntityManager entities() {
    return entities;
  }

  public Database database() {
    return database;
  }

  /** Runs what it is given at once: tests look at what was committed. */
  public AfterCommit afterCommit() {
    return new AfterCommit(
        (TransactionSynchronizationRegistry)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("registerInterposedSynchronization")) {
                    ((Synchronization) arguments[0]).afterCompletion(Status.STATUS_COMMITTED);
                  }
                  return null;
                }));
  }

  /** Does some work in a transaction, as a use case would, and forgets the entities afterwards. */
  public <T> T inTransaction(Supplier<T> work) {
    entities.getTransaction().begin();
    try {
      T result = work.get();
      entities.getTransaction().commit();
      return result;
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.clear();
    }
  }

  private static SessionFactory sessions(DataSource dataSource) {
    Configuration configuration = new Configuration(withoutIntegrators());
    entityClasses().forEach(configuration::addAnnotatedClass);
    configuration.getProperties().put("hibernate.connection.datasource", dataSource);
    configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
    configuration.setProperty("hibernate.jdbc.batch_size", "50");
    configuration.setProperty("hibernate.order_inserts", "true");
    configuration.setProperty("hibernate.order_updates", "true");
    configuration.setProperty("hibernate.session.events.auto", RoundTripListener.class.getName());
    return configuration.buildSessionFactory();
  }

  /**
   * The server's integrator looks up the server's data source; here the schema is there already.
   */
  private static BootstrapServiceRegistry withoutIntegrators() {
    return new BootstrapServiceRegistryBuilder()
        .applyClassLoaderService(
            new ClassLoaderServiceImpl() {
              @Override
              public <S> Collection<S> loadJavaServices(Class<S> contract) {
                return contract == Integrator.class ? List.of() : super.loadJavaServices(contract);
              }
            })
        .build();
  }

  private static List<Class<?>> entityClasses() {
    try {
      Path root =
          Path.of(Database.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .map(file -> root.relativize(file).toString().replace('/', '.').replace('\\', '.'))
            .filter(name -> name.endsWith(".class") && name.startsWith("org.halles."))
            .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
            .filter(type -> type.isAnnotationPresent(Entity.class))
            .toList();
      }
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException("cannot look for entities", unreadable);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, RealDatabase.class.getClassLoader());
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
