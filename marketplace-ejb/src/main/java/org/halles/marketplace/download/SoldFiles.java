package org.halles.marketplace.download;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.PrivateFiles;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Files that a vendor sells, one behind each of its numbers. Who bought before keeps the file that
 * was there then.
 */
@ApplicationScoped
@Transactional
public class SoldFiles {

  private static final int MOST_DOWNLOADS = 1_000;
  private static final int MOST_DAYS = 3_650;
  private static final int LONGEST_SKU = 100;

  private Database database;
  private PrivateFiles files;
  private Clock clock;

  protected SoldFiles() {}

  @Inject
  public SoldFiles(Database database, PrivateFiles files, Clock clock) {
    this.database = database;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Puts a file behind a number; it takes the place of the one before and keeps its terms.
   *
   * @throws FileRefused if it may not be sold here
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public SoldFile put(VendorScope scope, String sku, String name, byte[] content) {
    Checklist checklist = new Checklist();
    String number = checklist.text("sku", sku, LONGEST_SKU);
    checklist.done();
    FileKind kind = FileKind.of(content);
    database.update(
        """
        insert into sold_file (vendor_id, sku, file, name, content_type, bytes, uploaded_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (vendor_id, sku) do update set file = excluded.file, name = excluded.name,
          content_type = excluded.content_type, bytes = excluded.bytes,
          uploaded_at = excluded.uploaded_at
        """,
        scope.vendorId(),
        number,
        files.put(content),
        FileKind.tidyName(name),
        kind.contentType(),
        content.length,
        clock.instant());
    return get(scope, number);
  }

  /**
   * Says how often and how long each buyer may download it. Who bought before keeps the terms of
   * then.
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public SoldFile limit(VendorScope scope, String sku, Integer mostDownloads, Integer days) {
    Checklist checklist = new Checklist();
    if (mostDownloads != null) {
      checklist.number("mostDownloads", mostDownloads, 1, MOST_DOWNLOADS, 1);
    }
    if (days != null) {
      checklist.number("days", days, 1, MOST_DAYS, 1);
    }
    checklist.done();
    int changed =
        database.update(
            "update sold_file set most_downloads = ?, days = ? where vendor_id = ? and sku = ?",
            mostDownloads,
            days,
            scope.vendorId(),
            sku);
    if (changed == 0) {
      throw new NotFound("file", sku);
    }
    return get(scope, sku);
  }

  /**
   * Takes the file away; who bought it keeps it.
   *
   * @throws FileRefused as long as a listing that needs it is on sale, or may be
   */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public void remove(VendorScope scope, String sku) {
    if (needed(scope, sku)) {
      throw FileRefused.onSale();
    }
    database.update("delete from sold_file where vendor_id = ? and sku = ?", scope.vendorId(), sku);
  }

  private boolean needed(VendorScope scope, String sku) {
    return database
        .find(
            """
            select o.id from offer o join listing l on l.id = o.listing_id
             where o.vendor_id = ? and o.sku = ? and o.active and l.kind = 'DIGITAL'
               and l.status in ('LIVE', 'SUBMITTED', 'SUSPENDED')
            """,
            row -> row.uuid("id"),
            scope.vendorId(),
            sku)
        .isPresent();
  }

  /**
   * The file behind a number.
   *
   * @throws NotFound if there is none
   */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public SoldFile get(VendorScope scope, String sku) {
    return of(scope, List.of(sku)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("file", sku));
  }

  /** The files behind these numbers, where there are any. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public List<SoldFile> of(VendorScope scope, Collection<String> skus) {
    return database.list(
        "select * from sold_file where vendor_id = ? and sku = any(?) order by sku",
        SoldFile::read,
        scope.vendorId(),
        skus.toArray(String[]::new));
  }

  /**
   * The number of an offer.
   *
   * @throws NotFound if it is none of the vendor's
   */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public String skuOf(VendorScope scope, UUID offer) {
    return database
        .find(
            "select sku from offer where id = ? and vendor_id = ? and active",
            row -> row.text("sku"),
            offer,
            scope.vendorId())
        .orElseThrow(() -> new NotFound("offer", offer));
  }
}
