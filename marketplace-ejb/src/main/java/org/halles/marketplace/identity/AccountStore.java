package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.NotFound;

/** Where accounts are kept. */
@ApplicationScoped
class AccountStore {

  private EntityManager entityManager;

  protected AccountStore() {}

  @Inject
  AccountStore(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  void add(Account account) {
    entityManager.persist(account);
    entityManager.flush();
  }

  Optional<Account> find(EmailAddress email) {
    return entityManager
        .createQuery("select a from Account a where lower(a.email) = :email", Account.class)
        .setParameter("email", email.key())
        .getResultStream()
        .findFirst();
  }

  Optional<Account> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Account.class, id)).filter(Account::isActive);
  }

  Account get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("account", id));
  }
}
