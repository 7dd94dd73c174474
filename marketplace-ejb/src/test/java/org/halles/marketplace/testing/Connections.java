package org.halles.marketplace.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A small pool that counts, on the data source itself, what each thread sends: every execution,
 * every batch and every commit. So what the marketplace says of its round trips can be checked.
 */
public final class Connections implements DataSource {

  private static final ThreadLocal<AtomicInteger> TRIPS =
      ThreadLocal.withInitial(AtomicInteger::new);

  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  public Connections(String url) {
    source.setUrl(url);
  }

  /** What this thread has sent since it lives. */
  public static int tripsOfThisThread() {
    return TRIPS.get().get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = idle.poll();
    if (connection == null) {
      connection = source.getConnection();
    }
    connection.setAutoCommit(true);
    return counting(connection);
  }

  /** A commit of a transaction that sent nothing goes nowhere. */
  private Connection counting(Connection real) {
    AtomicInteger committed = new AtomicInteger(TRIPS.get().get());
    AtomicBoolean closed = new AtomicBoolean();
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            if (closed.compareAndSet(false, true)) {
              idle.push(real); // the latest is taken first: its statements are prepared
            }
            return null;
          }
          if (method.getName().equals("commit") && TRIPS.get().get() > committed.get()) {
            committed.set(TRIPS.get().incrementAndGet());
          }
          Object result = call(real, method, arguments);
          return result instanceof Statement statement ? counting(statement) : result;
        });
  }

  private static Statement counting(Statement real) {
    Class<? extends Statement> type =
        real instanceof CallableStatement
            ? CallableStatement.class
            : real instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            TRIPS.get().incrementAndGet();
          }
          return call(real, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Connections.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // nothing to say
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // it is local
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
