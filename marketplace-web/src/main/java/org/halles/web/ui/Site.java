package org.halles.web.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.halles.marketplace.shared.DemoMode;
import org.halles.spi.Money;

/** What is the same on every page: whether this market is a demonstration, and amounts to show. */
@Named
@ApplicationScoped
public class Site {

  /** True where the demonstration is on: its notices and its style guide are shown. */
  public boolean isDemo() {
    return DemoMode.isOn();
  }

  /** An amount, for pages that show amounts without a record behind them. */
  public Money money(long minor, String currency) {
    return Money.of(minor, currency);
  }
}
