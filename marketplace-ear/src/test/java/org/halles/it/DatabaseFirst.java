package org.halles.it;

import org.jboss.arquillian.container.spi.event.container.BeforeStart;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Starts the database before Arquillian starts the server that needs it. */
public final class DatabaseFirst implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Starting.class);
  }

  /** What Arquillian calls. */
  public static final class Starting {

    /** The server is about to start. */
    public void on(@Observes BeforeStart server) {
      RealEar.startDatabase();
    }
  }
}
