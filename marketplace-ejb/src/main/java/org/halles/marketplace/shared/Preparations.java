package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What this server still does before it should be shown to anybody. A feature says so when the
 * server starts and says when it is done; the readiness check asks.
 */
@ApplicationScoped
public class Preparations {

  private final Set<String> underWay = new ConcurrentSkipListSet<>();

  /** This has to be done first. */
  public void begin(String what) {
    underWay.add(what);
  }

  /** This is done. */
  public void done(String what) {
    underWay.remove(what);
  }

  /** What is not done yet; empty if the server is ready. */
  public Set<String> underWay() {
    return Set.copyOf(underWay);
  }
}
