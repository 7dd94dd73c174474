package org.halles.hostile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.halles.spi.MarketplaceObserver;
import org.halles.spi.PluginEvent;

/** Observers that would like to stop what has already happened. */
public final class HostileObservers {

  private HostileObservers() {}

  /** Must be told everything, and takes nothing. */
  @ApplicationScoped
  public static class Vetoing implements MarketplaceObserver {
    @Override
    public String id() {
      return "hostile-vetoing";
    }

    @Override
    public boolean durable() {
      return true;
    }

    @Override
    public void on(PluginEvent event) {
      throw new IllegalStateException("vetoed: " + event.id());
    }
  }

  /** Takes far longer than anybody waits. */
  @ApplicationScoped
  public static class Dawdling implements MarketplaceObserver {
    @Override
    public String id() {
      return "hostile-dawdling";
    }

    @Override
    public void on(PluginEvent event) {
      try {
        TimeUnit.MINUTES.sleep(1);
      } catch (InterruptedException goingOn) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
