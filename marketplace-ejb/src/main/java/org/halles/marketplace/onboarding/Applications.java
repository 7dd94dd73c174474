package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.EmailAddress;
import org.halles.marketplace.identity.Registration;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Vault;
import org.halles.marketplace.vendor.VendorKind;

/** Applications that wait for their address to be proved. Of a link only a hash is kept. */
@ApplicationScoped
class Applications {

  /** What somebody answered on the public form. */
  record Answers(
      String email,
      VendorKind kind,
      String name,
      String person,
      String country,
      String registration,
      String vatNumber,
      String language) {

    /** What a requirement of this type need not ask any more. */
    Map<String, String> known(String type) {
      Map<String, String> known = new LinkedHashMap<>();
      if (type.equals("profile")) {
        put(known, "contact", person);
      } else if (type.equals(TraderIdentity.TYPE)) {
        put(known, "legalName", kind == VendorKind.PRIVATE ? person : null);
        put(known, "country", country);
        put(known, "email", email);
        put(known, "registration", registration);
        put(known, "vatNumber", vatNumber);
      }
      return known;
    }

    private static void put(Map<String, String> known, String field, String answer) {
      if (answer != null) {
        known.put(field, answer);
      }
    }
  }

  private Database database;
  private Vault vault;
  private Registration registration;

  protected Applications() {}

  @Inject
  Applications(Database database, Vault vault, Registration registration) {
    this.database = database;
    this.vault = vault;
    this.registration = registration;
  }

  void add(UUID id, CheckedApplication a, UUID account, Instant now, Instant expires) {
    database.update(
        """
        insert into vendor_application (id, email, account_id, language, kind, name, person, country,
          registration, vat_number, token_hash, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        a.email().value(),
        account,
        a.language(),
        a.kind(),
        a.name(),
        a.person(),
        a.country(),
        a.registration(),
        a.vatNumber(),
        hash(token(id, 1)),
        now,
        expires);
  }

  /** The link's secret: made again when it is needed, so that it need not be kept. */
  String token(UUID id, int round) {
    return vault.secretFor("application:" + id + ":" + round);
  }

  /** A new link, the old one is dead; empty if there is nothing to prove any more. */
  Optional<Integer> renew(UUID id, Instant expires) {
    Optional<Integer> round =
        database.find(
            "select round from vendor_application where id = ? and confirmed_at is null for update",
            row -> row.integer("round") + 1,
            id);
    round.ifPresent(
        next ->
            database.update(
                "update vendor_application set round = ?, token_hash = ?, expires_at = ? where id = ?",
                next,
                hash(token(id, next)),
                expires,
                id));
    return round;
  }

  Optional<ApplicationView> find(String token, Instant now) {
    if (token == null || token.length() > 100) {
      return Optional.empty();
    }
    return database.find(
        """
        select a.id, a.email, a.name, a.kind, v.slug
          from vendor_application a left join vendor v on v.id = a.vendor_id
         where a.token_hash = ? and a.expires_at > ?
        """,
        row ->
            new ApplicationView(
                row.uuid("id"),
                row.text("email"),
                row.text("name"),
                row.one("kind", VendorKind.class),
                registration.needsPassword(EmailAddress.parse(row.text("email")).orElseThrow()),
                row.text("slug")),
        hash(token),
        now);
  }

  /** The answers; nobody else confirms them meanwhile. */
  Answers take(UUID id) {
    return database
        .find(
            "select * from vendor_application where id = ? and confirmed_at is null for update",
            row ->
                new Answers(
                    row.text("email"),
                    row.one("kind", VendorKind.class),
                    row.text("name"),
                    row.text("person"),
                    row.text("country"),
                    row.text("registration"),
                    row.text("vat_number"),
                    row.text("language")),
            id)
        .orElseThrow(() -> new NotFound("open application", id));
  }

  void confirmed(UUID id, UUID vendorId, Instant now) {
    database.update(
        "update vendor_application set confirmed_at = ?, vendor_id = ? where id = ?",
        now,
        vendorId,
        id);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
