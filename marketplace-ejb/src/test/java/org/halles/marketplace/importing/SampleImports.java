package org.halles.marketplace.importing;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.catalog.CompanySelling;
import org.halles.marketplace.catalog.SampleShop;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.plugin.TestPlugins;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.RealDatabase;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.plugins.catalogs.halles.HallesCatalog;
import org.halles.plugins.catalogs.magento.MagentoCatalog;
import org.halles.plugins.catalogs.shopify.ShopifyCatalog;
import org.halles.plugins.catalogs.woocommerce.WooCommerceCatalog;

/** The import on a real database, step by step as the job does it, with a knife to cut it off. */
public final class SampleImports {

  final RealDatabase real = RealDatabase.get();
  final SampleShop shop = new SampleShop();
  final Importing importing;
  final Feeds feeds;
  final CompanySelling companySelling;
  final CompanyTable companies;
  final Staging staging;
  private final Reception reception;
  private final ListingTable table;
  private final UploadFolder folder;
  private final Layouts layouts;
  private final Endings endings;
  private final Turns turns;
  private final Shelving shelving;
  private final CurrentCaller current = new CurrentCaller();
  private final ImportWorker worker;

  SampleImports(Path home) {
    Database database = real.database();
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    Plugins plugins =
        TestPlugins.with(
            new ShopifyCatalog(),
            new WooCommerceCatalog(),
            new MagentoCatalog(),
            new HallesCatalog());
    folder = new UploadFolder(home);
    layouts = new Layouts(plugins);
    Runs runs = new Runs(database, clock);
    staging = new Staging(database, clock);
    turns = new Turns(database, staging, clock);
    endings = new Endings(runs, turns, staging);
    worker = new ImportWorker(turns, endings, null);
    Audit audit = new Audit(database, current, clock);
    reception =
        new Reception(
            folder, layouts, new Registering(runs, audit, real.afterCommit(), worker), current);
    importing =
        new Importing(
            runs, new Findings(database), shop.categories, audit, real.afterCommit(), worker);
    shelving =
        new Shelving(
            shop.assortment,
            shop.categories,
            new FilePictures(database),
            new Shelf(shop.assortment, staging),
            database);
    feeds = new Feeds(new SentTable(folder), shop.termsInBulk, shop.stockPlaces);
    companySelling = new CompanySelling(database, audit);
    companies = new CompanyTable(new SentTable(folder), companySelling);
    table = new ListingTable(layouts, shop.cataloguing, shop.categories, database);
  }

  /** A vendor whose listings go live at once, in a market with a category for everything. */
  VendorScope vendor() {
    shop.category("divers", null, "Divers", "Other things");
    shop.category("bijoux", null, "Bijoux", "Bracelet");
    return shop.trustedVendor("Import");
  }

  UUID receive(VendorScope scope, String format, boolean dry, InputStream content) {
    Caller caller = new Caller(Ids.next(), "tests", Set.of(), scope.vendorId());
    try {
      return current.as(
          caller,
          () ->
              real.inTransaction(
                  () -> {
                    try {
                      return reception.receive(scope, format, dry, "file.csv", null, content).id();
                    } catch (IOException disk) {
                      throw new UncheckedIOException(disk);
                    }
                  }));
    } catch (RuntimeException refusal) {
      throw refusal;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  ImportView run(VendorScope scope, Path file, boolean dry) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return finish(scope, receive(scope, null, dry, in));
    }
  }

  ImportView run(VendorScope scope, String csv, Charset charset) {
    return finish(
        scope, receive(scope, null, false, new ByteArrayInputStream(csv.getBytes(charset))));
  }

  ImportView run(VendorScope scope, String csv) {
    return run(scope, csv, StandardCharsets.UTF_8);
  }

  /** Works on it to its end. */
  ImportView finish(VendorScope scope, UUID id) {
    work(scope, id, Integer.MAX_VALUE);
    return importing.get(scope, id);
  }

  /** Works on it, as the job does, and is killed after so many chunks. */
  void work(VendorScope scope, UUID id, int chunks) {
    real.inTransaction(
        () -> {
          real.database().update("update import_run set status = 'RUNNING' where id = ?", id);
          return null;
        });
    try {
      int left = chunks - read(id, chunks);
      if (left <= 0) {
        return;
      }
      real.inTransaction(
          () -> {
            if (!staging.task(id).grouped()) {
              endings.grouped(id);
            }
            return null;
          });
      settle(scope, id, left);
    } catch (BrokenTable broken) {
      real.inTransaction(
          () -> {
            endings.unreadable(id, broken.problem());
            return null;
          });
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private int read(UUID id, int chunks) throws IOException {
    Task task = staging.task(id);
    if (task.rowsDone()) {
      return 0;
    }
    int done = 0;
    try (FileReading reading =
        FileReading.open(folder.fileOf(id), task, layouts.get(task.format()))) {
      List<Object> chunk = chunk(reading);
      while (!chunk.isEmpty() && done < chunks) {
        List<Object> rows = chunk;
        real.inTransaction(
            () -> {
              StagedRows.write(staging, id, rows);
              return null;
            });
        done++;
        chunk = chunk(reading);
      }
    }
    return done;
  }

  private static List<Object> chunk(FileReading reading) {
    List<Object> chunk = new ArrayList<>();
    Optional<Understood> row = reading.next();
    while (row.isPresent()) {
      chunk.add(row.get());
      row = chunk.size() < 100 ? reading.next() : Optional.empty();
    }
    return chunk;
  }

  private void settle(VendorScope scope, UUID id, int chunks) {
    Task task = staging.task(id);
    CategoryGuess guess = shelving.guess(scope, task.settings());
    for (int done = 0; done < chunks; done++) {
      boolean more =
          real.inTransaction(
              () -> {
                List<Staging.StagedItem> items = staging.todo(id, 0, 20);
                List<Integer> broken =
                    staging.broken(id, items.stream().map(Staging.StagedItem::no).toList());
                List<Settled> settled =
                    shelving.settle(
                        scope, id, task.settings(), guess, items, broken, !task.dryRun());
                staging.settle(id, settled);
                return !items.isEmpty();
              });
      if (!more) {
        real.inTransaction(
            () -> {
              endings.ended(id, BatchStatus.COMPLETED);
              return null;
            });
        return;
      }
    }
  }

  /** One look of the server around its imports, where only this one is left to do. */
  void look(UUID id, JobOperator jobs) {
    real.inTransaction(
        () ->
            real.database()
                .update(
                    """
                    update import_run set status = 'STOPPED'
                     where status in ('QUEUED', 'RUNNING', 'STOPPING') and id <> ?
                    """,
                    id));
    real.inTransaction(() -> step(jobs)).ifPresent(SampleImports::fail);
  }

  /** What failed; what was written before it did is written. */
  private Optional<RuntimeException> step(JobOperator jobs) {
    try {
      worker.step(jobs);
      return Optional.empty();
    } catch (RuntimeException failure) {
      return Optional.of(failure);
    }
  }

  private static void fail(RuntimeException failure) {
    throw failure;
  }

  /** So long after the last attempt that the next one is due. */
  void aWhileAfter(UUID id) {
    real.inTransaction(
        () ->
            real.database()
                .update(
                    "update import_run set touched_at = touched_at - interval '1 minute' where id = ?",
                    id));
  }

  /** Throws away what has been at rest for a month. */
  void clean() {
    ImportCleaning cleaning =
        new ImportCleaning(real.database(), folder, Clock.systemUTC(), Duration.ofDays(30));
    while (real.inTransaction(cleaning::clean)) {
      // the next one
    }
  }

  List<ImportProblem> problems(VendorScope scope, UUID id) {
    return importing.problems(scope, id, Paging.of(100, null)).items();
  }

  String export(VendorScope scope, String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      real.inTransaction(
          () -> {
            try {
              table.write(scope, format, "fr", "https://market.example", out);
            } catch (IOException impossible) {
              throw new UncheckedIOException(impossible);
            }
            return null;
          });
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  int listings(VendorScope scope) {
    return real.database()
        .find(
            "select count(*) as n from listing where vendor_id = ?",
            row -> row.integer("n"),
            scope.vendorId())
        .orElse(0);
  }
}
