package org.halles.plugins.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.MetadataStore;
import com.stripe.param.BalanceTransactionListParams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.GatewayTransaction;

/**
 * What moved on the account. Stripe lists the newest first and has no other order; so the time
 * since is walked in windows that grow while little happens in them.
 */
final class Journal {

  private static final Duration FIRST_WINDOW = Duration.ofHours(1);
  private static final Duration WIDEST_WINDOW = Duration.ofDays(30);
  private static final int FEW = 50;

  /** Stripe opened in 2011; nothing was booked before. */
  private static final Instant BEGINNING = Instant.parse("2011-01-01T00:00:00Z");

  private final Stripe stripe;
  private final Memory memory;
  private final Clock clock;

  Journal(Stripe stripe, Memory memory, Clock clock) {
    this.stripe = stripe;
    this.memory = memory;
    this.clock = clock;
  }

  List<GatewayTransaction> since(Instant since, int limit) {
    List<GatewayTransaction> lines = new ArrayList<>();
    Instant from = since.isBefore(BEGINNING) ? BEGINNING : since;
    Duration window = FIRST_WINDOW;
    try {
      while (lines.size() < limit && !from.isAfter(clock.instant())) {
        List<GatewayTransaction> found = between(from, from.plus(window));
        lines.addAll(found);
        from = from.plus(window);
        if (found.size() < FEW && window.compareTo(WIDEST_WINDOW) < 0) {
          window = window.multipliedBy(2);
        }
      }
    } catch (StripeException error) {
      throw new IllegalStateException("Stripe did not list its transactions", error);
    }
    return lines.size() > limit ? List.copyOf(lines.subList(0, limit)) : lines;
  }

  private List<GatewayTransaction> between(Instant from, Instant to) throws StripeException {
    BalanceTransactionListParams params =
        BalanceTransactionListParams.builder()
            .setLimit(100L)
            .setCreated(
                BalanceTransactionListParams.Created.builder()
                    .setGte(from.getEpochSecond())
                    .setLt(to.getEpochSecond())
                    .build())
            .addExpand("data.source")
            .build();
    List<GatewayTransaction> newestFirst = new ArrayList<>();
    for (BalanceTransaction booked :
        stripe.api().balanceTransactions().list(params).autoPagingIterable()) {
      newestFirst.add(line(booked));
    }
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private GatewayTransaction line(BalanceTransaction booked) {
    BalanceTransactionSource source = booked.getSourceObject();
    boolean dispute = source instanceof Dispute;
    Money amount = Grid.fromStripe(Math.abs(booked.getAmount()), booked.getCurrency());
    return new GatewayTransaction(
        booked.getSource() == null ? booked.getId() : booked.getSource(),
        dispute ? booked.getSource() : keyOf(source, booked),
        dispute ? disputed(booked) : kind(booked.getType()),
        "succeeded",
        amount,
        Grid.fromStripe(Math.max(0, booked.getFee()), booked.getCurrency()),
        Instant.ofEpochSecond(booked.getCreated()));
  }

  private String keyOf(BalanceTransactionSource source, BalanceTransaction booked) {
    Map<String, String> left =
        source instanceof MetadataStore<?> store && store.getMetadata() != null
            ? store.getMetadata()
            : Map.of();
    String own = left.getOrDefault(Stripe.KEY, booked.getId());
    // what was held first carries the key of the hold: what took it is remembered
    return source instanceof Charge charge
        ? memory.byStripeId(charge.getId()).map(Sent::key).orElse(own)
        : own;
  }

  /** Money that a bank took back, or returned when the dispute was won. */
  private static String disputed(BalanceTransaction booked) {
    return booked.getAmount() < 0 ? "chargeback" : "chargeback-reversal";
  }

  /** A transfer to a vendor is what the marketplace calls a payout. */
  private static String kind(String type) {
    return switch (type) {
      case "charge", "payment" -> "charge";
      case "refund", "payment_refund" -> "refund";
      case "transfer" -> "payout";
      case "payout", "transfer_refund", "topup" -> "transfer";
      case "stripe_fee", "application_fee", "network_cost" -> "fee";
      default -> type.replace('_', '-');
    };
  }
}
