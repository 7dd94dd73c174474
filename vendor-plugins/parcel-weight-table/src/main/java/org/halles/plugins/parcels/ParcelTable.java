package org.halles.plugins.parcels;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.halles.spi.Configurable;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;

/**
 * {@code parcel-weight-table}: one way to ship for all vendors, priced by the weight of the parcel.
 * The operator keeps the table, for everybody, for a country or for one vendor; until then, and for
 * parcels that are heavier than its last line, nothing is offered.
 */
@ApplicationScoped
public class ParcelTable implements ShippingRates, Configurable<Table> {

  private static final String ID = "parcel-weight-table";

  private final Table table;

  /** As the server makes it: nothing is offered. */
  public ParcelTable() {
    this(null);
  }

  private ParcelTable(Table table) {
    this.table = table;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Class<Table> configurationType() {
    return Table.class;
  }

  @Override
  public ParcelTable with(Table configuration) {
    return new ParcelTable(configuration);
  }

  @Override
  public List<ShippingOption> options(Parcel parcel) {
    boolean concerned =
        table != null && !parcel.items().isEmpty() && table.currency().equals(parcel.currency());
    return concerned
        ? table.stepFor(gramsOf(parcel)).map(this::option).map(List::of).orElse(List.of())
        : List.of();
  }

  private long gramsOf(Parcel parcel) {
    return parcel.items().stream()
        .mapToLong(
            item ->
                Math.multiplyExact(
                    (long) (item.weightGrams() == 0 ? table.unknownGrams() : item.weightGrams()),
                    item.quantity()))
        .sum();
  }

  private ShippingOption option(Step step) {
    return new ShippingOption(ID, table.label(), step.price(), table.minDays(), table.maxDays());
  }
}
