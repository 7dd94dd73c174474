package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** A download goes on sale with a file behind each of its variants: nobody buys nothing. */
@ApplicationScoped
class FilesBehind {

  private Database database;

  protected FilesBehind() {}

  @Inject
  FilesBehind(Database database) {
    this.database = database;
  }

  /** What is missing before this may go on sale; empty for all that is no download. */
  List<Violation> missing(CheckedListing listing, UUID vendorId) {
    return missing(
        listing.kind(), listing.variants().stream().map(CheckedVariant::sku).toList(), vendorId);
  }

  List<Violation> missing(VendorListing listing) {
    return missing(
        listing.kind(),
        listing.variants().stream().map(OfferView::sku).toList(),
        listing.vendorId());
  }

  /**
   * @throws org.halles.marketplace.shared.InvalidInput naming each variant without a file
   */
  void require(VendorListing listing) {
    done(missing(listing));
  }

  /**
   * @throws org.halles.marketplace.shared.InvalidInput naming each variant without a file
   */
  void require(CheckedListing listing, UUID vendorId) {
    done(missing(listing, vendorId));
  }

  private static void done(List<Violation> missing) {
    if (!missing.isEmpty()) {
      throw new InvalidInput(missing);
    }
  }

  private List<Violation> missing(ListingKind kind, List<String> skus, UUID vendorId) {
    Checklist checklist = new Checklist();
    if (kind == ListingKind.DIGITAL) {
      Set<String> there = there(skus, vendorId);
      for (int index = 0; index < skus.size(); index++) {
        if (!there.contains(skus.get(index))) {
          checklist.reject(
              "variants[" + index + "].file",
              "is missing: hand in the file that buyers get",
              skus.get(index));
        }
      }
    }
    return checklist.violations();
  }

  private Set<String> there(List<String> skus, UUID vendorId) {
    return new HashSet<>(
        database.list(
            "select sku from sold_file where vendor_id = ? and sku = any(?)",
            row -> row.text("sku"),
            vendorId,
            skus.toArray(String[]::new)));
  }
}
