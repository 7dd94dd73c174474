package org.halles.marketplace.shared;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the database to this release's schema while Hibernate starts, before Hibernate checks that
 * schema and entities agree. Several servers may start at once: Flyway lets one of them migrate.
 */
public final class MigrationIntegrator implements Integrator {
  private static final String DATA_SOURCE = "java:jboss/datasources/HallesDS";

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessions) {
    try {
      DataSource database = (DataSource) new InitialContext().lookup(DATA_SOURCE);
      Flyway.configure(MigrationIntegrator.class.getClassLoader())
          .dataSource(database)
          .locations("classpath:db/migration")
          .callbacks(new PatientMigrations())
          .load()
          .migrate();
    } catch (NamingException e) {
      throw new IllegalStateException("the server has no data source " + DATA_SOURCE, e);
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessions, SessionFactoryServiceRegistry services) {
    // a schema outlives the server that migrated it
  }
}
