package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CurrencyCode;

/** A vendor watches and steers the import of its files. */
@ApplicationScoped
@Transactional
public class Importing {

  private Runs runs;
  private Findings findings;
  private Categories categories;
  private Audit audit;
  private AfterCommit afterCommit;
  private ImportWorker worker;

  protected Importing() {}

  @Inject
  Importing(
      Runs runs,
      Findings findings,
      Categories categories,
      Audit audit,
      AfterCommit afterCommit,
      ImportWorker worker) {
    this.runs = runs;
    this.findings = findings;
    this.categories = categories;
    this.audit = audit;
    this.afterCommit = afterCommit;
    this.worker = worker;
  }

  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public ImportView get(VendorScope scope, UUID id) {
    return runs.get(scope.vendorId(), id);
  }

  /** The vendor's imports, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public Page<ImportView> list(VendorScope scope, Paging paging) {
    return runs.list(scope.vendorId(), paging);
  }

  /**
   * The articles of the file, in their order.
   *
   * @param outcome only these, or null for all
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public Page<ImportItem> items(VendorScope scope, UUID id, Outcome outcome, Paging paging) {
    runs.get(scope.vendorId(), id);
    return findings.items(id, outcome, paging);
  }

  /** What is wrong, by row; errors before notices. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public Page<ImportProblem> problems(VendorScope scope, UUID id, Paging paging) {
    runs.get(scope.vendorId(), id);
    return findings.problems(id, paging);
  }

  /** The categories the file names, how often, and what they are taken for; the most used first. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public List<FileCategory> categories(VendorScope scope, UUID id) {
    ImportView view = runs.get(scope.vendorId(), id);
    CategoryTree tree = categories.tree();
    CategoryGuess guess = new CategoryGuess(tree, view.settings().categories(), null);
    return findings.categories(id).stream()
        .map(one -> new FileCategory(one.name(), one.articles(), guess.of(one.name()).orElse(null)))
        .toList();
  }

  /** Does what a dry run found out, or goes on where an import was stopped. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public ImportView start(VendorScope scope, UUID id) {
    ImportView view = kept(scope, id);
    if (view.status() == ImportStatus.STOPPED) {
      runs.move(id, ImportStatus.QUEUED, ImportStatus.STOPPED);
    } else if (view.status() == ImportStatus.COMPLETED && view.dryRun()) {
      runs.again(id, false, false);
    } else {
      throw new WrongImportStatus(id, view.status(), "started");
    }
    return told(scope, id, "start-import");
  }

  /** Stops after the articles in hand; what was written stays. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public ImportView stop(VendorScope scope, UUID id) {
    ImportView view = runs.get(scope.vendorId(), id);
    boolean stopped =
        runs.move(id, ImportStatus.STOPPED, ImportStatus.QUEUED)
            || runs.move(id, ImportStatus.STOPPING, ImportStatus.RUNNING);
    if (!stopped) {
      throw new WrongImportStatus(id, view.status(), "stopped");
    }
    return told(scope, id, "stop-import");
  }

  /** Understands the file another way and finds out anew what would change; nothing is written. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public ImportView remap(VendorScope scope, UUID id, ImportSettings settings) {
    ImportView view = kept(scope, id);
    check(settings);
    if (!view.status().isAtRest() || !view.dryRun()) {
      throw new WrongImportStatus(id, view.status(), "mapped anew");
    }
    runs.settle(id, settings);
    runs.remember(scope.vendorId(), view.format(), settings);
    runs.again(id, true, !settings.columns().equals(view.settings().columns()));
    return told(scope, id, "map-import");
  }

  private ImportView kept(VendorScope scope, UUID id) {
    ImportView view = runs.get(scope.vendorId(), id);
    if (view.cleaned()) {
      throw WrongImportStatus.cleaned(id);
    }
    return view;
  }

  private void check(ImportSettings settings) {
    Checklist checklist = new Checklist();
    if (!settings.language().matches("[a-z]{2}")) {
      checklist.reject("language", "must be two letters such as fr", settings.language());
    }
    try {
      CurrencyCode.of(settings.currency());
    } catch (IllegalArgumentException unknown) {
      checklist.reject("currency", "must be an ISO 4217 code such as EUR", settings.currency());
    }
    CategoryTree tree = categories.tree();
    settings
        .categories()
        .forEach(
            (name, slug) -> {
              if (tree.find(slug).isEmpty()) {
                checklist.reject(
                    "categories." + name, "is no category: see /api/v1/categories", slug);
              }
            });
    checklist.done();
  }

  private ImportView told(VendorScope scope, UUID id, String action) {
    ImportView view = runs.get(scope.vendorId(), id);
    audit.record(
        action,
        Subject.of("import", id, scope.vendorId()),
        null,
        Map.of("file", view.fileName(), "format", view.format(), "dryRun", view.dryRun()));
    afterCommit.run(worker::wake);
    return view;
  }
}
