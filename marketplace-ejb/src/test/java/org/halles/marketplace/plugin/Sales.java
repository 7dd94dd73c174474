package org.halles.marketplace.plugin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.VendorFacts;

/** A sale to ask rules about. */
final class Sales {

  static final SaleFacts BREAD =
      new SaleFacts(
          new VendorFacts("v1", "fournil", "FR", true, Map.of()),
          "l1",
          "goods",
          List.of("epicerie", "pain"),
          Map.of(),
          2,
          Money.of(500, "EUR"),
          Money.of(1_000, "EUR"),
          Money.of(52, "EUR"),
          Money.of(0, "EUR"),
          "FR",
          Instant.parse("2026-03-02T10:00:00Z"),
          LocalDateTime.parse("2026-03-02T11:00:00"));

  private Sales() {}
}
