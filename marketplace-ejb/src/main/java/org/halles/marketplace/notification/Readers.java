package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;

/** Finds out who is to be told. */
@ApplicationScoped
class Readers {

  private Database database;

  protected Readers() {}

  @Inject
  Readers(Database database) {
    this.database = database;
  }

  /** The people of a vendor who fill one of these roles; owners always. */
  List<Reader> ofVendor(UUID vendorId, String... roles) {
    return database.list(
        """
        select a.email, a.name, a.language from vendor_member m join account a on a.id = m.account_id
         where m.vendor_id = ? and (m.role = 'OWNER' or m.role = any(?)) and a.status = 'ACTIVE'
         order by a.id limit 50
        """,
        Readers::read,
        vendorId,
        roles);
  }

  /**
   * One of a vendor's people.
   *
   * @param slug of the vendor's place in the portal
   */
  record OfVendor(UUID vendorId, String slug, Reader reader) {}

  /** The people of several vendors who fill one of these roles; owners always. */
  List<OfVendor> ofVendors(Collection<UUID> vendorIds, String... roles) {
    return database.list(
        """
        select v.id as vendor_id, v.slug, r.email, r.name, r.language
          from vendor v cross join lateral (
            select a.id, a.email, a.name, a.language
              from vendor_member m join account a on a.id = m.account_id
             where m.vendor_id = v.id and (m.role = 'OWNER' or m.role = any(?))
               and a.status = 'ACTIVE'
             order by a.id limit 50) r
         where v.id = any((select ?)::uuid[]) order by v.id, r.id
        """,
        row -> new OfVendor(row.uuid("vendor_id"), row.text("slug"), read(row)),
        roles,
        vendorIds.toArray(UUID[]::new));
  }

  /** Who has this account, if it is still used. */
  Optional<Reader> account(UUID accountId) {
    return database.find(
        "select email, name, language from account where id = ? and status = 'ACTIVE'",
        Readers::read,
        accountId);
  }

  /** Who bought. */
  Optional<Reader> buyer(UUID orderGroupId) {
    return database.find(
        "select email, name, language from order_group where id = ?", Readers::read, orderGroupId);
  }

  /** The operator's people who fill one of these roles. */
  List<Reader> operators(String... roles) {
    return database.list(
        """
        select distinct a.email, a.name, a.language
          from account_role r join account a on a.id = r.account_id
         where (r.role = 'ADMIN' or r.role = any(?)) and a.status = 'ACTIVE' order by a.email limit 50
        """,
        Readers::read,
        (Object) roles);
  }

  private static Reader read(Row row) throws SQLException {
    return new Reader(row.text("email"), row.text("name"), row.text("language"));
  }
}
