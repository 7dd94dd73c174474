package org.halles.marketplace.payout;

import java.util.UUID;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.testing.Marketplace;

/** Tells payouts that an account is erased. */
public final class Leaving {

  private Leaving() {}

  public static void account(UUID account) {
    Marketplace.inTransaction(
        () -> {
          Marketplace.get(ForgottenPayee.class)
              .on(new AccountErased(account, "w@it.example", false));
          return true;
        });
  }
}
