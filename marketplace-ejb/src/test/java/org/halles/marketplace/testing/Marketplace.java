package org.halles.marketplace.testing;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.util.concurrent.Callable;
import org.halles.marketplace.affiliate.Affiliates;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.cash.CashPolicy;
import org.halles.marketplace.catalog.Stock;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.commission.RuleBooks;
import org.halles.marketplace.credit.CreditDesk;
import org.halles.marketplace.dispute.Disputes;
import org.halles.marketplace.exporting.AuditFile;
import org.halles.marketplace.hold.Holds;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CodeLimit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.invoicing.Invoices;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.onboarding.VendorAccounts;
import org.halles.marketplace.onboarding.VendorIdentities;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payout.Payouts;
import org.halles.marketplace.promotion.Campaigns;
import org.halles.marketplace.reconciliation.Reconciliations;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.screening.HeldOrders;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Vault;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * The money part of the marketplace, wired by the same CDI annotations as on the server, with the
 * same interceptors, over a real PostgreSQL; no server. Prices and gateway are prepared by tests.
 */
public final class Marketplace {

  private static WeldContainer container;

  private Marketplace() {}

  /** Leaves out what only a server can lend, and the vault whose key would outlive the tests. */
  public static class WithoutServer implements Extension {
    void veto(@Observes ProcessAnnotatedType<?> type) {
      Class<?> bean = type.getAnnotatedType().getJavaClass();
      if (bean.getSimpleName().equals("ServerResources") || bean == Vault.class) {
        type.veto();
      }
    }
  }

  private static synchronized WeldContainer container() {
    if (container == null) {
      container =
          new Weld()
              .disableDiscovery()
              .addExtension(new WithoutServer())
              .addPackages(
                  false,
                  Database.class,
                  Ledger.class,
                  Payments.class,
                  CashPolicy.class,
                  Orders.class,
                  Payouts.class,
                  Checkout.class,
                  Books.class,
                  Reconciliations.class,
                  Refunding.class,
                  Holds.class,
                  Affiliates.class,
                  Campaigns.class,
                  CreditDesk.class,
                  Invoices.class,
                  Disputes.class,
                  SendingBack.class,
                  HeldOrders.class,
                  Audit.class)
              .addBeanClasses(
                  CurrentCaller.class,
                  CodeLimit.class,
                  Stock.class,
                  RuleBooks.class,
                  AuditFile.class,
                  VendorAccounts.class,
                  VendorIdentities.class,
                  TemporaryVault.class,
                  OneGateway.class,
                  PreparedQuotes.class,
                  Listeners.class,
                  LocalTransactions.Resources.class)
              .addBeanClass(allowedInterceptor())
              .addBeanClass(named(CodeLimit.class.getPackageName() + ".Throttle"))
              .addBeanClass(named(AuditFile.class.getPackageName() + ".AuditFileLines"))
              .addBeanClass(named(RuleBooks.class.getPackageName() + ".RuleStore"))
              .addBeanClass(named(VendorAccounts.class.getPackageName() + ".FactsReading"))
              .addBeanClass(named(VendorAccounts.class.getPackageName() + ".AccountChanges"))
              .addBeanClasses(
                  LocalTransactions.Required.class,
                  LocalTransactions.RequiresNew.class,
                  LocalTransactions.Mandatory.class)
              .initialize();
    }
    return container;
  }

  private static Class<?> allowedInterceptor() {
    return named(CurrentCaller.class.getPackageName() + ".AllowedInterceptor");
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException renamed) {
      throw new IllegalStateException(renamed);
    }
  }

  /** A bean of the marketplace. */
  public static <T> T get(Class<T> type) {
    return container().select(type).get();
  }

  /** Does some work in a transaction, as the platform. */
  public static <T> T inTransaction(Callable<T> work) {
    return asSystem(() -> LocalTransactions.required(work));
  }

  /** Does some work as the platform. */
  public static <T> T asSystem(Callable<T> work) {
    return as(Caller.SYSTEM, work);
  }

  /** Does some work as this caller. */
  public static <T> T as(Caller caller, Callable<T> work) {
    try {
      return get(CurrentCaller.class).as(caller, work);
    } catch (RuntimeException unchecked) {
      throw unchecked;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }
}
