package org.halles.plugins.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.ChargebackState;
import org.halles.spi.PaymentGateway.Evidence;

/**
 * What Stripe calls disputes. Only those of charges of ours are told; inquiries, in which no money
 * moved yet, are not chargebacks.
 */
final class Chargebacks {

  private final Stripe stripe;
  private final Memory memory;

  Chargebacks(Stripe stripe, Memory memory) {
    this.stripe = stripe;
    this.memory = memory;
  }

  Optional<Chargeback> find(String reference) {
    try {
      return read(stripe.api().disputes().retrieve(reference));
    } catch (InvalidRequestException unknown) {
      return Optional.empty();
    } catch (StripeException error) {
      throw away(error);
    }
  }

  List<Chargeback> since(Instant since, int limit) {
    DisputeListParams params =
        DisputeListParams.builder()
            .setLimit(100L)
            .setCreated(DisputeListParams.Created.builder().setGte(since.getEpochSecond()).build())
            .build();
    List<Chargeback> newestFirst = new ArrayList<>();
    try {
      for (Dispute dispute : stripe.api().disputes().list(params).autoPagingIterable()) {
        read(dispute).ifPresent(newestFirst::add);
      }
    } catch (StripeException error) {
      throw away(error);
    }
    Collections.reverse(newestFirst);
    return newestFirst.size() > limit ? newestFirst.subList(0, limit) : newestFirst;
  }

  boolean contest(String reference, Evidence evidence) {
    try {
      Dispute now = stripe.api().disputes().retrieve(reference);
      if (state(now) != ChargebackState.OPEN) {
        return state(now) == ChargebackState.CONTESTED;
      }
      stripe
          .api()
          .disputes()
          .update(
              reference,
              DisputeUpdateParams.builder()
                  .setEvidence(new Proof(stripe).of(reference, evidence))
                  .setSubmit(true)
                  .build(),
              Stripe.under("contest-" + reference));
      return true;
    } catch (InvalidRequestException tooLate) {
      return false;
    } catch (StripeException error) {
      throw away(error);
    }
  }

  boolean accept(String reference) {
    try {
      Dispute now = stripe.api().disputes().retrieve(reference);
      if (state(now) == ChargebackState.OPEN) {
        stripe.api().disputes().close(reference, Stripe.under("accept-" + reference));
        return true;
      }
      return state(now) == ChargebackState.LOST;
    } catch (InvalidRequestException tooLate) {
      return false;
    } catch (StripeException error) {
      throw away(error);
    }
  }

  private Optional<Chargeback> read(Dispute dispute) {
    if (dispute.getStatus().startsWith("warning_") || dispute.getPaymentIntent() == null) {
      return Optional.empty();
    }
    return chargeOf(dispute)
        .map(
            key -> {
              Money amount = Grid.fromStripe(dispute.getAmount(), dispute.getCurrency());
              return new Chargeback(
                  dispute.getId(),
                  key,
                  amount,
                  fee(dispute),
                  dispute.getReason().replace('_', '-'),
                  stateOf(dispute, amount),
                  Instant.ofEpochSecond(dispute.getCreated()),
                  answerBy(dispute),
                  kept(dispute, amount));
            });
  }

  /** Our key: remembered for the payment, or left in it where the page of Stripe took it. */
  private Optional<String> chargeOf(Dispute dispute) {
    String intent = dispute.getPaymentIntent();
    Optional<String> remembered =
        Stream.of(dispute.getCharge(), intent)
            .filter(Objects::nonNull)
            .flatMap(id -> memory.byStripeId(id).stream())
            .map(Sent::key)
            .findFirst();
    if (remembered.isPresent()) {
      return remembered;
    }
    try {
      return Optional.ofNullable(
          stripe.api().paymentIntents().retrieve(intent).getMetadata().get(Stripe.KEY));
    } catch (StripeException error) {
      throw away(error);
    }
  }

  /** Stripe has no word for a part: the lines booked for it tell. */
  private static ChargebackState stateOf(Dispute dispute, Money amount) {
    Money kept = kept(dispute, amount);
    return kept.isPositive() && kept.compareTo(amount) < 0
        ? ChargebackState.PARTLY
        : state(dispute);
  }

  /** What was taken of us and not given back, once it is decided. */
  private static Money kept(Dispute dispute, Money amount) {
    ChargebackState state = state(dispute);
    Money none = Money.zero(amount.currency());
    if (state != ChargebackState.WON && state != ChargebackState.LOST) {
      return none;
    }
    List<BalanceTransaction> booked = booked(dispute);
    boolean comparable =
        !booked.isEmpty()
            && booked.stream().allMatch(one -> dispute.getCurrency().equals(one.getCurrency()));
    boolean gaveBack = booked.stream().anyMatch(one -> one.getAmount() > 0);
    if (comparable && gaveBack) {
      long taken = -booked.stream().mapToLong(BalanceTransaction::getAmount).sum();
      return Grid.fromStripe(Math.max(0, taken), dispute.getCurrency());
    }
    return state == ChargebackState.LOST ? amount : none;
  }

  private static List<BalanceTransaction> booked(Dispute dispute) {
    return dispute.getBalanceTransactions() == null ? List.of() : dispute.getBalanceTransactions();
  }

  private static ChargebackState state(Dispute dispute) {
    return switch (dispute.getStatus()) {
      case "won", "prevented" -> ChargebackState.WON;
      case "lost" -> ChargebackState.LOST;
      case "under_review" -> ChargebackState.CONTESTED;
      default -> ChargebackState.OPEN;
    };
  }

  /** What the lines booked for it cost in all: one takes the fee, a later one may give it back. */
  private static Money fee(Dispute dispute) {
    long fee = booked(dispute).stream().mapToLong(BalanceTransaction::getFee).sum();
    return Grid.fromStripe(Math.max(0, fee), dispute.getCurrency());
  }

  private static Instant answerBy(Dispute dispute) {
    Dispute.EvidenceDetails details = dispute.getEvidenceDetails();
    return Instant.ofEpochSecond(
        details == null || details.getDueBy() == null ? dispute.getCreated() : details.getDueBy());
  }

  private static IllegalStateException away(StripeException error) {
    return new IllegalStateException("Stripe did not answer about a chargeback", error);
  }
}
