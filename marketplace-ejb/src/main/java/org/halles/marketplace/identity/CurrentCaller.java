package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/**
 * The caller of the work on this thread: set by the web's filter for a request, by workers for the
 * platform; a guest where nobody set one.
 */
@ApplicationScoped
public class CurrentCaller {

  private static final ThreadLocal<Caller> CALLER = ThreadLocal.withInitial(() -> Caller.GUEST);

  /** Who is asking; never null. */
  public Caller get() {
    return CALLER.get();
  }

  /** Does some work as this caller, and restores the former one. */
  public <T> T as(Caller caller, Callable<T> work) throws Exception {
    Caller former = CALLER.get();
    CALLER.set(caller);
    try {
      return work.call();
    } finally {
      CALLER.set(former);
    }
  }

  /** Does some work as this caller, and restores the former one. */
  public void run(Caller caller, Runnable work) {
    Caller former = CALLER.get();
    CALLER.set(caller);
    try {
      work.run();
    } finally {
      CALLER.set(former);
    }
  }
}
