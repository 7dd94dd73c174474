package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;

/** Checks the invariants I1 to I20 over the whole database. */
@ApplicationScoped
public class Books {

  @Allowed(Role.FINANCE)
  @Transactional
  public BooksReport check() {
    throw new UnsupportedOperationException("being written");
  }
}
