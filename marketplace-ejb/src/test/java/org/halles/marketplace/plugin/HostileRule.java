package org.halles.marketplace.plugin;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;

/** Rules that do what no rule may do. */
public final class HostileRule implements CommissionRule<HostileRule.None> {

  /** Needs no configuration. */
  public record None() {}

  private static volatile boolean looping = true;

  private final String kind;
  private final Supplier<Optional<CommissionProposal>> misdeed;
  private final AtomicInteger calls = new AtomicInteger();

  private HostileRule(String kind, Supplier<Optional<CommissionProposal>> misdeed) {
    this.kind = kind;
    this.misdeed = misdeed;
  }

  public static HostileRule throwing() {
    return new HostileRule(
        "hostile.throwing",
        () -> {
          throw new IllegalStateException("out of order");
        });
  }

  public static HostileRule answeringNull() {
    return new HostileRule("hostile.null", () -> null);
  }

  public static HostileRule recursing() {
    return new HostileRule("hostile.recursing", HostileRule::recurse);
  }

  private static Optional<CommissionProposal> recurse() {
    return recurse().map(proposal -> proposal);
  }

  public static HostileRule missingClass() {
    return new HostileRule(
        "hostile.linkage",
        () -> {
          throw new NoClassDefFoundError("com/acme/Gone");
        });
  }

  /** Ends only when the test says so: it does not even listen to interrupts. */
  public static HostileRule looping() {
    looping = true;
    return new HostileRule(
        "hostile.looping",
        () -> {
          while (looping) {
            Thread.onSpinWait();
          }
          return Optional.empty();
        });
  }

  static void endLoops() {
    looping = false;
  }

  /** Answers well, but only after this many calls that take too long. */
  static HostileRule slowAtFirst(int slowCalls) {
    AtomicInteger left = new AtomicInteger(slowCalls);
    return new HostileRule(
        "hostile.slow",
        () -> {
          if (left.getAndDecrement() > 0) {
            sleep(2_000);
          }
          return Optional.of(CommissionProposal.of(Rate.percent("10"), "ten"));
        });
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  public static HostileRule proposing(String kind, CommissionProposal proposal) {
    return new HostileRule(kind, () -> Optional.of(proposal));
  }

  public static HostileRule absurdRate(String percent) {
    return proposing(
        "hostile.absurd", CommissionProposal.of(Rate.percent(percent), "because I can"));
  }

  public static HostileRule foreignCurrency() {
    return proposing(
        "hostile.foreign",
        CommissionProposal.of(Rate.ZERO, "yen").withPerLine(Money.of(500, "JPY")));
  }

  public int calls() {
    return calls.get();
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Class<None> configuration() {
    return None.class;
  }

  @Override
  public Optional<CommissionProposal> propose(SaleFacts sale, None configuration) {
    calls.incrementAndGet();
    return misdeed.get();
  }
}
