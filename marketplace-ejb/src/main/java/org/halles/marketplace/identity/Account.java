package org.halles.marketplace.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody who may sign in; without a password, somebody who was invited and has not yet. */
@Entity
@Table(name = "account")
class Account {

  /** Whether the account can be used. */
  enum Status {
    ACTIVE,
    LOCKED,
    ERASED
  }

  @Id private UUID id;
  private String email;
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 2)
  private String language;

  @Enumerated(EnumType.STRING)
  private Status status = Status.ACTIVE;

  @Column(name = "email_verified_at")
  private Instant emailVerifiedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = EnumSet.noneOf(Role.class);

  protected Account() {}

  Account(EmailAddress email, String name, String language, Instant createdAt) {
    this.id = Ids.next();
    this.email = email.value();
    this.name = name;
    this.language = language;
    this.createdAt = createdAt;
  }

  UUID id() {
    return id;
  }

  boolean isActive() {
    return status == Status.ACTIVE;
  }

  Optional<PasswordHash> password() {
    return Optional.ofNullable(passwordHash).map(PasswordHash::new);
  }

  void choosePassword(PasswordHash password) {
    passwordHash = password.value();
  }

  /** The address is known to be this person's. */
  void prove(Instant now) {
    if (emailVerifiedAt == null) {
      emailVerifiedAt = now;
    }
  }

  void introduce(String name, String language) {
    this.name = name;
    this.language = language;
  }

  /** True if the role is new. */
  boolean grant(Role role) {
    return roles.add(role);
  }

  /** True if the role was there. */
  boolean withdraw(Role role) {
    return roles.remove(role);
  }

  /** Forgets who this was; what was bought stays in the books under the id. */
  void erase() {
    email = "erased-" + id + "@halles.invalid";
    name = "—";
    passwordHash = null;
    status = Status.ERASED;
    roles.clear();
  }

  AccountView view() {
    return new AccountView(id, email, name, language, roles, createdAt);
  }
}
