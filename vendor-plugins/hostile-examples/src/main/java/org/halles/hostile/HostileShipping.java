package org.halles.hostile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.halles.spi.Money;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;

/** Ways to ship that nobody should be offered. */
public final class HostileShipping {

  private HostileShipping() {}

  /** Throws. */
  @ApplicationScoped
  public static class Throwing implements ShippingRates {
    @Override
    public String id() {
      return "hostile-throwing";
    }

    @Override
    public List<ShippingOption> options(Parcel parcel) {
      throw new UnsupportedOperationException("no parcels today");
    }
  }

  /** Answers null. */
  @ApplicationScoped
  public static class AnsweringNull implements ShippingRates {
    @Override
    public String id() {
      return "hostile-null";
    }

    @Override
    public List<ShippingOption> options(Parcel parcel) {
      return null;
    }
  }

  /** Pays the buyer for taking the parcel. */
  @ApplicationScoped
  public static class Negative implements ShippingRates {
    @Override
    public String id() {
      return "hostile-negative";
    }

    @Override
    public List<ShippingOption> options(Parcel parcel) {
      return List.of(new ShippingOption("gift", "A gift", Money.of(-500, parcel.currency()), 1, 2));
    }
  }
}
