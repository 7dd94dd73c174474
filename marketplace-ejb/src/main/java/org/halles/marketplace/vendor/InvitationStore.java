package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Row;

/** Invitations that wait for an answer; of their tokens only a hash is kept. */
@ApplicationScoped
class InvitationStore {

  private static final Duration LIFETIME = Duration.ofDays(14);

  private static final String OPEN =
      """
      select i.id as invitation_id, i.email, i.role, i.created_at, i.expires_at,
             v.id, v.slug, v.name
        from member_invitation i join vendor v on v.id = i.vendor_id
       where i.accepted_at is null and i.revoked_at is null and i.expires_at > ? and
      """;

  private Database database;

  protected InvitationStore() {}

  @Inject
  InvitationStore(Database database) {
    this.database = database;
  }

  List<InvitationView> of(UUID vendorId, Instant now) {
    return database.list(
        OPEN + " i.vendor_id = ? order by i.created_at desc limit ?",
        InvitationStore::read,
        now,
        vendorId,
        People.MOST);
  }

  Optional<InvitationView> find(String token, Instant now) {
    return database.find(OPEN + " i.token_hash = ?", InvitationStore::read, now, hash(token));
  }

  /** A new invitation in the place of one that the address may have had. */
  Invited add(VendorScope scope, String email, MemberRole role, Instant now) {
    database.update(
        """
        update member_invitation set revoked_at = ?
         where vendor_id = ? and lower(email) = lower(?) and accepted_at is null
           and revoked_at is null
        """,
        now,
        scope.vendorId(),
        email);
    String token = Ids.secret();
    database.update(
        """
        insert into member_invitation
          (id, vendor_id, email, role, token_hash, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        scope.vendorId(),
        email,
        role,
        hash(token),
        now,
        now.plus(LIFETIME));
    return new Invited(find(token, now).orElseThrow(), token);
  }

  boolean accept(UUID id, UUID accountId, Instant now) {
    return database.update(
            """
            update member_invitation set accepted_at = ?, accepted_by = ?
             where id = ? and accepted_at is null and revoked_at is null
            """,
            now,
            accountId,
            id)
        == 1;
  }

  boolean revoke(UUID vendorId, UUID id, Instant now) {
    return database.update(
            """
            update member_invitation set revoked_at = ?
             where id = ? and vendor_id = ? and accepted_at is null and revoked_at is null
            """,
            now,
            id,
            vendorId)
        == 1;
  }

  private static InvitationView read(Row row) throws SQLException {
    return new InvitationView(
        row.uuid("invitation_id"),
        Cards.read(row),
        row.text("email"),
        row.one("role", MemberRole.class),
        row.instant("created_at"),
        row.instant("expires_at"));
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
