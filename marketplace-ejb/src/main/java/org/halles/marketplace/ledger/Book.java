package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** The book as the operator reads it: from an account to its postings to their source. */
@ApplicationScoped
public class Book {

  /**
   * Accounts by address, with balances up to this moment.
   *
   * @param prefix the beginning of the address, such as {@code vendor_pending}; null: all
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<AccountView> accounts(String prefix, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * What was posted on an account, newest first.
   *
   * @throws org.halles.marketplace.shared.NotFound if there is no such account
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<PostingView> postings(String address, String currency, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Entries, newest first.
   *
   * @param sourceType such as {@code payment-transaction}; null: any
   * @param sourceId of that type; null: any
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<EntryView> entries(String sourceType, String sourceId, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * @throws org.halles.marketplace.shared.NotFound if there is no such entry
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public EntryView entry(long id) {
    throw new UnsupportedOperationException("being written");
  }
}
