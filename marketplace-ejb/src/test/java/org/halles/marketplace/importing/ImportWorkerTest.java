package org.halles.marketplace.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports and their jobs while PostgreSQL comes and goes. */
class ImportWorkerTest {

  @TempDir Path home;
  private final BatchJobs jobs = new BatchJobs();
  private SampleImports imports;
  private VendorScope vendor;
  private UUID id;

  @BeforeEach
  void aFileIsQueued() {
    imports = new SampleImports(home);
    vendor = imports.vendor();
    byte[] file = "sku,title,price\nA,Bowl,12\n".getBytes(StandardCharsets.UTF_8);
    id = imports.receive(vendor, "halles", false, new ByteArrayInputStream(file));
  }

  @Test
  void an_import_whose_job_cannot_begin_is_tried_again_without_a_restart() {
    jobs.away();
    assertThatThrownBy(this::look).isInstanceOf(BatchRuntimeException.class);
    assertThat(status()).isEqualTo(ImportStatus.RUNNING);

    jobs.back();
    look();
    assertThat(status()).isEqualTo(ImportStatus.QUEUED);
    imports.aWhileAfter(id);
    look();

    assertThat(status()).isEqualTo(ImportStatus.RUNNING);
    assertThat(jobs.begun()).containsExactly(id.toString());
  }

  @Test
  void an_import_is_stopped_although_its_job_never_began() {
    jobs.away();
    assertThatThrownBy(this::look).isInstanceOf(BatchRuntimeException.class);

    imports.real.inTransaction(() -> imports.importing.stop(vendor, id));
    jobs.back();
    look();

    assertThat(status()).isEqualTo(ImportStatus.STOPPED);
  }

  @Test
  void a_job_that_works_is_left_alone_and_one_whose_end_was_not_told_is_ended() {
    look();
    look();
    assertThat(status()).isEqualTo(ImportStatus.RUNNING);

    jobs.end(1, BatchStatus.COMPLETED);
    look();

    assertThat(status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(jobs.begun()).hasSize(1);
  }

  @Test
  void while_nobody_knows_how_a_job_is_it_is_not_begun_a_second_time() {
    look();
    jobs.away();
    assertThatThrownBy(this::look).isInstanceOf(BatchRuntimeException.class);
    jobs.back();
    look();

    assertThat(status()).isEqualTo(ImportStatus.RUNNING);
    assertThat(jobs.begun()).hasSize(1);
  }

  private void look() {
    imports.look(id, jobs.operator());
  }

  private ImportStatus status() {
    return imports.importing.get(vendor, id).status();
  }
}
