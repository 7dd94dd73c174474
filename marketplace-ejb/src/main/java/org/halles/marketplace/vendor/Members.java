package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;

/** The people of the vendors. */
@ApplicationScoped
class Members {

  private static final String ALL =
      """
      select m.account_id, a.name, a.email, m.role, m.since
        from vendor_member m join account a on a.id = m.account_id
       where m.vendor_id = ?
      """;

  private Database database;

  protected Members() {}

  @Inject
  Members(Database database) {
    this.database = database;
  }

  void add(UUID vendorId, UUID accountId, MemberRole role) {
    database.update(
        """
        insert into vendor_member (vendor_id, account_id, role) values (?, ?, ?)
        on conflict do nothing
        """,
        vendorId,
        accountId,
        role);
  }

  List<MemberView> of(UUID vendorId) {
    return database.list(
        ALL + " order by lower(a.name), a.id limit ?", Members::read, vendorId, People.MOST);
  }

  /**
   * One of them, while nobody else changes the vendor's people: of two owners who leave at the same
   * moment, one stays.
   *
   * @throws NotFound if they are none
   */
  MemberView take(UUID vendorId, UUID accountId) {
    database.find("select 1 from vendor where id = ? for update", row -> true, vendorId);
    return database
        .find(ALL + " and m.account_id = ?", Members::read, vendorId, accountId)
        .orElseThrow(() -> new NotFound("member", accountId));
  }

  Optional<MemberView> find(UUID vendorId, String email) {
    return database.find(ALL + " and lower(a.email) = lower(?)", Members::read, vendorId, email);
  }

  void assign(UUID vendorId, UUID accountId, MemberRole role) {
    database.update(
        "update vendor_member set role = ? where vendor_id = ? and account_id = ?",
        role,
        vendorId,
        accountId);
  }

  void remove(UUID vendorId, UUID accountId) {
    database.update(
        "delete from vendor_member where vendor_id = ? and account_id = ?", vendorId, accountId);
  }

  /** True if nobody but this member owns the vendor. */
  boolean isLastOwner(UUID vendorId, MemberView member) {
    return member.role() == MemberRole.OWNER
        && database
            .find(
                """
                select 1 from vendor_member
                 where vendor_id = ? and role = 'OWNER' and account_id <> ? limit 1
                """,
                row -> true,
                vendorId,
                member.accountId())
            .isEmpty();
  }

  private static MemberView read(Row row) throws SQLException {
    return new MemberView(
        row.uuid("account_id"),
        row.text("name"),
        row.text("email"),
        row.one("role", MemberRole.class),
        row.instant("since"));
  }
}
