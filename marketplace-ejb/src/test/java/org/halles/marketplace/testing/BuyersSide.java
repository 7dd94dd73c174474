package org.halles.marketplace.testing;

import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.cart.Carts;
import org.halles.marketplace.commission.CommissionRules;
import org.halles.marketplace.credit.CreditsOfCart;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CodeLimit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.pricing.Pricing;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shipping.Shipping;
import org.halles.plugins.commissions.PercentageCommission;
import org.halles.plugins.shipping.TableRates;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * Carts, prices and commission, wired as on the server over a real PostgreSQL, with plugins found
 * in their real jars.
 */
public final class BuyersSide {

  private static WeldContainer container;

  private BuyersSide() {}

  private static synchronized WeldContainer container() {
    if (container == null) {
      container =
          new Weld("buyers-side")
              .disableDiscovery()
              .addExtension(new Marketplace.WithoutServer())
              .addPackages(
                  false,
                  Database.class,
                  Carts.class,
                  Pricing.class,
                  CommissionRules.class,
                  Shipping.class,
                  Plugins.class,
                  Audit.class)
              .addBeanClasses(
                  CurrentCaller.class,
                  CodeLimit.class,
                  CreditsOfCart.class,
                  PercentageCommission.class,
                  TableRates.class,
                  TemporaryVault.class,
                  LocalTransactions.Resources.class,
                  LocalTransactions.Required.class,
                  LocalTransactions.RequiresNew.class,
                  LocalTransactions.Mandatory.class)
              .addBeanClass(named(CurrentCaller.class, "AllowedInterceptor"))
              .addBeanClass(named(CurrentCaller.class, "Throttle"))
              .addBeanClass(named(CreditsOfCart.class, "CreditRows"))
              .initialize();
    }
    return container;
  }

  /** A bean that its package keeps to itself. */
  private static Class<?> named(Class<?> neighbour, String name) {
    try {
      return Class.forName(neighbour.getPackageName() + "." + name);
    } catch (ClassNotFoundException renamed) {
      throw new IllegalStateException(renamed);
    }
  }

  /** A bean of the marketplace. */
  public static <T> T get(Class<T> type) {
    return container().select(type).get();
  }

  /** What buyers do with carts. */
  public static Carts carts() {
    return get(Carts.class);
  }

  /** Does some work as the platform, which may do everything. */
  public static void asSystem(Runnable work) {
    get(CurrentCaller.class).run(Caller.SYSTEM, work);
  }

  /** A vendor with one thing on sale, who ships for 4.90, or for 2.90 slowly. */
  public static Market.Article onSale(long cents, int stock) {
    Market.Article article = Market.article(cents, stock);
    ship(article.vendor(), "Fast", 490, 1);
    ship(article.vendor(), "Slow", 290, 6);
    return article;
  }

  private static void ship(UUID vendor, String label, long cents, int days) {
    change(
        """
        insert into shipping_method (id, vendor_id, position, label, mode, price_minor, currency,
          min_days, max_days)
        values (?, ?, ?, ?, 'flat', ?, 'EUR', ?, ?)
        """,
        UUID.randomUUID(),
        vendor,
        days,
        label,
        cents,
        days,
        days);
  }

  /** What somebody else does meanwhile. */
  public static void change(String sql, Object... parameters) {
    Marketplace.inTransaction(() -> Market.database().update(sql, parameters));
  }
}
