package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.plugin.Plugins;
import org.halles.spi.PaymentGateway;

/**
 * Every gateway there is: those that came as plugins, the marketplace's own bank account, and cash.
 */
@ApplicationScoped
class KnownGateways {

  private Plugins plugins;
  private BankAccountGateway bank;
  private CashGateway cash;

  protected KnownGateways() {}

  @Inject
  KnownGateways(Plugins plugins, BankAccountGateway bank, CashGateway cash) {
    this.plugins = plugins;
    this.bank = bank;
    this.cash = cash;
  }

  /** Those a buyer can pay with now; the bank account comes last, for it is the slowest. */
  List<String> ready() {
    Stream<String> own = bank.isReady() ? Stream.of(BankTransfers.GATEWAY) : Stream.empty();
    return Stream.concat(plugins.gateways().stream(), own).toList();
  }

  /** All, and whether each has all it needs. */
  Map<String, Boolean> installed() {
    Map<String, Boolean> all = new TreeMap<>(plugins.gatewaysInstalled());
    all.put(BankTransfers.GATEWAY, bank.isReady());
    return all;
  }

  /** Those whose own journal can be held against the books. */
  List<String> withJournal() {
    return Stream.concat(plugins.gateways().stream(), Stream.of(BankTransfers.GATEWAY)).toList();
  }

  Optional<PaymentGateway> find(String id) {
    if (id.equals(CashGateway.ID)) {
      return Optional.of(cash);
    }
    if (id.equals(Transactions.STORE_CREDIT)) {
      return Optional.of(StoreCreditGateway.INSTANCE);
    }
    return id.equals(BankTransfers.GATEWAY) ? Optional.of(bank) : plugins.gateway(id);
  }
}
