package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/** When money is taken, as stored; part of the caller's transaction. */
@ApplicationScoped
class CaptureRows {

  /**
   * @param vendor null for everybody without a moment of its own
   */
  record Stored(UUID vendor, CaptureMoment moment) {}

  private Database database;
  private Clock clock;

  protected CaptureRows() {}

  @Inject
  CaptureRows(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  List<Stored> all() {
    return database.list(
        "select vendor_id, moment from capture_terms",
        row -> new Stored(row.uuid("vendor_id"), row.one("moment", CaptureMoment.class)));
  }

  Optional<CaptureMoment> of(UUID vendor) {
    return database.find(
        "select moment from capture_terms where vendor_id is not distinct from ?",
        row -> row.one("moment", CaptureMoment.class),
        vendor);
  }

  void write(UUID vendor, CaptureMoment moment) {
    remove(vendor);
    database.update(
        "insert into capture_terms (vendor_id, moment, changed_at) values (?, ?, ?)",
        vendor,
        moment,
        clock.instant());
  }

  void remove(UUID vendor) {
    database.update("delete from capture_terms where vendor_id is not distinct from ?", vendor);
  }
}
