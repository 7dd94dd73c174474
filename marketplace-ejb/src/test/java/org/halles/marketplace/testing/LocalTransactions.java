package org.halles.marketplace.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * The server's transactions without the server: one entity manager a transaction, bound to its
 * thread, over the real persistence unit with the real migrations. Whoever uses the database
 * outside a transaction is told so.
 */
public final class LocalTransactions {

  private static final class Running {
    final EntityManager entityManager;
    final List<Synchronization> synchronizations = new ArrayList<>();

    Running(EntityManager entityManager) {
      this.entityManager = entityManager;
    }
  }

  private static final ThreadLocal<Running> CURRENT = new ThreadLocal<>();
  private static EntityManagerFactory factory;

  private LocalTransactions() {}

  private static synchronized EntityManagerFactory factory() {
    if (factory == null) {
      LocalJndi.bind("java:jboss/datasources/HallesDS", TestPostgres.dataSource());
      Map<String, Object> local = new HashMap<>();
      local.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
      local.put("jakarta.persistence.nonJtaDataSource", TestPostgres.dataSource());
      local.put("jakarta.persistence.jtaDataSource", null);
      factory = Persistence.createEntityManagerFactory("halles", local);
    }
    return factory;
  }

  /** Does some work in the running transaction, or in one of its own. */
  public static <T> T required(Callable<T> work) throws Exception {
    return CURRENT.get() == null ? requiresNew(work) : work.call();
  }

  /** Does some work in a transaction of its own. */
  public static <T> T requiresNew(Callable<T> work) throws Exception {
    Running outer = CURRENT.get();
    Running inner = new Running(factory().createEntityManager());
    CURRENT.set(inner);
    boolean committed = false;
    try {
      inner.entityManager.getTransaction().begin();
      T result = work.call();
      Trouble.point("before a commit");
      inner.entityManager.getTransaction().commit();
      committed = true;
      Trouble.point("after a commit");
      return result;
    } catch (Trouble.PowerCut nobodyIsLeftToHearOfIt) {
      inner.synchronizations.clear();
      throw nobodyIsLeftToHearOfIt;
    } finally {
      if (inner.entityManager.getTransaction().isActive()) {
        inner.entityManager.getTransaction().rollback();
      }
      inner.entityManager.close();
      CURRENT.set(outer);
      int status = committed ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
      inner.synchronizations.forEach(one -> one.afterCompletion(status));
    }
  }

  private static Running current() {
    Running running = CURRENT.get();
    if (running == null) {
      throw new IllegalStateException("the database is used outside a transaction");
    }
    return running;
  }

  /** The usual: joins a transaction or begins one. */
  @Transactional
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
  public static class Required {

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
      return required(invocation::proceed);
    }
  }

  /** Always begins one. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
  public static class RequiresNew {

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
      return requiresNew(invocation::proceed);
    }
  }

  /** Never begins one. */
  @Transactional(Transactional.TxType.MANDATORY)
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
  public static class Mandatory {

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
      current();
      return invocation.proceed();
    }
  }

  /** Lends what the server would lend. */
  @ApplicationScoped
  public static class Resources {

    @Produces
    EntityManager entityManager() {
      return proxy(EntityManager.class, () -> current().entityManager);
    }

    @Produces
    DataSource dataSource() {
      factory(); // migrates it
      return TestPostgres.dataSource();
    }

    @Produces
    TransactionSynchronizationRegistry registry() {
      return (TransactionSynchronizationRegistry)
          Proxy.newProxyInstance(
              LocalTransactions.class.getClassLoader(),
              new Class<?>[] {TransactionSynchronizationRegistry.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("getTransactionStatus")) {
                  return CURRENT.get() == null
                      ? Status.STATUS_NO_TRANSACTION
                      : Status.STATUS_ACTIVE;
                }
                if (!method.getName().equals("registerInterposedSynchronization")) {
                  throw new UnsupportedOperationException(method.getName());
                }
                current().synchronizations.add((Synchronization) arguments[0]);
                return null;
              });
    }

    /** Threads that do nothing: tests take the workers' steps themselves. */
    @Produces
    ManagedThreadFactory threads() {
      return (ManagedThreadFactory)
          Proxy.newProxyInstance(
              LocalTransactions.class.getClassLoader(),
              new Class<?>[] {ManagedThreadFactory.class},
              (proxy, method, arguments) -> new Thread(() -> {}));
    }

    private static <T> T proxy(Class<T> type, Callable<T> target) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                try {
                  return method.invoke(target.call(), arguments);
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              }));
    }
  }
}
