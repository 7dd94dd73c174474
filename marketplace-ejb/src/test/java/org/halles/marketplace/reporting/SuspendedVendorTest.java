package org.halles.marketplace.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScopes;
import org.junit.jupiter.api.Test;

class SuspendedVendorTest {

  private final Database database = Marketplace.get(Database.class);
  private final VendorFigures figures = new VendorFigures(database, Clock.systemUTC());
  private final UUID vendor = Market.article(1000, 9).vendor();

  @Test
  void aSuspendedVendorReadsWhyAmongWhatWaits() {
    stands("SUSPENDED", "The papers are out of date");

    assertThat(waiting().suspended()).isEqualTo("The papers are out of date");
    assertThat(waiting().isNothing()).isFalse();
  }

  @Test
  void whoSellsAgainReadsNothingOfIt() {
    stands("APPROVED", "The papers are here");

    assertThat(waiting().suspended()).isNull();
  }

  private void stands(String status, String reason) {
    database.update(
        "update vendor set status = ?, reason = ? where id = ?", status, reason, vendor);
  }

  private VendorFigures.Waiting waiting() {
    return Marketplace.asSystem(() -> figures.waiting(VendorScopes.of(vendor, "potter")));
  }
}
