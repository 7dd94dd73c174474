package org.halles.marketplace.testing;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** Names that a server would know, for code that looks them up. */
public final class LocalJndi implements InitialContextFactory {

  private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

  /** Binds a name for the rest of this JVM. */
  public static void bind(String name, Object value) {
    BOUND.put(name, value);
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, LocalJndi.class.getName());
  }

  @Override
  public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
    return new InitialContext(true) {
      @Override
      public Object lookup(String name) throws NamingException {
        Object value = BOUND.get(name);
        if (value == null) {
          throw new NameNotFoundException(name);
        }
        return value;
      }
    };
  }
}
