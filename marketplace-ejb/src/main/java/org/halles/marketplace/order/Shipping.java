package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Lets a parcel leave; money that is only held is taken first, outside any transaction. */
@ApplicationScoped
class Shipping {

  private Departures departures;
  private Event<AboutToLeave> leaving;
  private Clock clock;

  protected Shipping() {}

  @Inject
  Shipping(Departures departures, Event<AboutToLeave> leaving, Clock clock) {
    this.departures = departures;
    this.leaving = leaving;
    this.clock = clock;
  }

  /**
   * Records a parcel.
   *
   * @param waits whether there is time to wait for the gateway that holds the money
   * @throws CannotShip if nothing of it is left to ship, or its money could not be taken
   */
  public ShipmentView ship(UUID vendor, String number, ShipRequest parcel, boolean waits) {
    departures.unpaid(vendor, number, parcel, waits).ifPresent(leaving::fire);
    return departures.ship(vendor, number, parcel, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
