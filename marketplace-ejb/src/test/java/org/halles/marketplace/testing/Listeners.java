package org.halles.marketplace.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.halles.marketplace.shared.DomainEvent.OrderExpired;

/** Hears what comes out of the outbox. */
@ApplicationScoped
public class Listeners {

  /** An order number whose events it cannot take. */
  public static final String FAILS = "fails";

  private static final List<OrderExpired> HEARD = new CopyOnWriteArrayList<>();

  void on(@Observes OrderExpired event) {
    if (event.number().equals(FAILS)) {
      throw new IllegalStateException("no listener today");
    }
    HEARD.add(event);
  }

  public static List<OrderExpired> heard() {
    return HEARD;
  }
}
