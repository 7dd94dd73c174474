package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Optional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Company;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** Whom the invoices of a purchase are made out to: the company it was bought for. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class InvoiceParties {

  private static final String PARTY =
      """
      select g.company, g.purchase_order,
             array(select l.sku from order_line l
                    where l.vendor_order_id = o.id and l.price_list = 'COMPANY'
                    order by l.position) as priced
      """;

  private Orders orders;
  private Database database;

  protected InvoiceParties() {}

  @Inject
  InvoiceParties(Orders orders, Database database) {
    this.orders = orders;
    this.database = database;
  }

  /**
   * For the buyer, an operator, or whoever has the access key; empty for a private person's.
   *
   * @throws org.halles.marketplace.shared.NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  public Optional<InvoiceParty> of(String number, String accessKey) {
    return Optional.ofNullable(orders.get(number, accessKey).party());
  }

  /** The same for the vendor of one part; empty also if the part is another vendor's. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  public Optional<InvoiceParty> ofPart(VendorScope scope, String number) {
    return database.find(
        PARTY
            + """
              from vendor_order o join order_group g on g.id = o.order_group_id
             where o.vendor_id = ? and o.number = ? and g.paid_at is not null
               and (g.company is not null or g.purchase_order is not null)
            """,
        InvoiceParties::read,
        scope.vendorId(),
        number);
  }

  private static InvoiceParty read(Row row) throws SQLException {
    return new InvoiceParty(
        row.json("company", Company.class), row.text("purchase_order"), row.texts("priced"));
  }
}
