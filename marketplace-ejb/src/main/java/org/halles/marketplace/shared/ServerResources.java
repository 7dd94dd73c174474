package org.halles.marketplace.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.mail.Session;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/**
 * What the server lends: the only class that looks it up, so that tests can lend their own. The
 * TransactionSynchronizationRegistry is not among it: the server has a bean for that already.
 */
@ApplicationScoped
class ServerResources {

  @Produces @PersistenceContext private EntityManager entityManager;

  @Produces
  @Resource(lookup = "java:jboss/datasources/HallesDS")
  private DataSource dataSource;

  @Produces
  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  /** Where the operator's mail server is. */
  @Produces
  @Resource(lookup = "java:jboss/mail/Default")
  private Session mail;
}
