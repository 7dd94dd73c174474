package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.vendor.VendorScope;

/** Writes down that a file was taken in; apart from its upload, which may take minutes. */
@ApplicationScoped
class Registering {

  private Runs runs;
  private Audit audit;
  private AfterCommit afterCommit;
  private ImportWorker worker;

  protected Registering() {}

  @Inject
  Registering(Runs runs, Audit audit, AfterCommit afterCommit, ImportWorker worker) {
    this.runs = runs;
    this.audit = audit;
    this.afterCommit = afterCommit;
    this.worker = worker;
  }

  @Transactional
  public void register(VendorScope scope, UUID id, Upload upload) {
    runs.add(id, scope.vendorId(), upload);
    audit.record(
        "upload-import",
        Subject.of("import", id, scope.vendorId()),
        null,
        Map.of(
            "file", upload.fileName(),
            "format", upload.format(),
            "sha256", upload.kept().sha256(),
            "dryRun", upload.dryRun()));
    afterCommit.run(worker::wake);
  }

  @Transactional
  public Optional<Map.Entry<UUID, String>> byKey(UUID vendorId, String key) {
    return runs.byKey(vendorId, key);
  }

  /** As the vendor mapped its last file in this layout. */
  @Transactional
  public ImportSettings settings(UUID vendorId, String format) {
    return runs.remembered(vendorId, format)
        .orElseGet(() -> new ImportSettings(null, null, null, null));
  }
}
