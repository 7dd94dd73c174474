package org.halles.marketplace.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.importing.CsvFile;
import org.halles.marketplace.ledger.PostingView;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor's part of the book as a table, newest first, read in parts. */
@ApplicationScoped
public class LedgerTable {

  private Earnings earnings;

  protected LedgerTable() {}

  @Inject
  LedgerTable(Earnings earnings) {
    this.earnings = earnings;
  }

  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_READ)
  public void write(VendorScope scope, OutputStream out) throws IOException {
    try (CsvFile file = CsvFile.to(out)) {
      file.row(
          "posting",
          "entry",
          "at",
          "what",
          "source",
          "source_id",
          "account",
          "side",
          "amount",
          "currency",
          "order_group",
          "vendor_order");
      Page<PostingView> page;
      String cursor = null;
      do {
        page = earnings.ledger(scope, Paging.of(Paging.MOST, cursor));
        page.items().forEach(posting -> row(file, posting));
        cursor = page.next();
      } while (cursor != null);
    }
  }

  private static void row(CsvFile file, PostingView posting) {
    file.row(
        posting.id(),
        posting.entry(),
        posting.at(),
        posting.template(),
        posting.sourceType(),
        posting.sourceId(),
        posting.address(),
        posting.side(),
        posting.amount().toDecimal().toPlainString(),
        posting.amount().currency(),
        posting.orderGroupId(),
        posting.vendorOrderId());
  }
}
