package org.halles.hostile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.halles.spi.CommissionProposal;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;

/** Commission rules, one for each way to go wrong. */
public final class HostileRules {

  /** Long enough to be given up, short enough that the machine of a test gets its core back. */
  private static final long LOOP_NANOS = TimeUnit.SECONDS.toNanos(15);

  private HostileRules() {}

  /** Throws. */
  @ApplicationScoped
  public static class Throwing extends HostileRule {
    @Override
    public String kind() {
      return "hostile.throwing";
    }

    @Override
    Optional<CommissionProposal> misdeed(SaleFacts sale) {
      throw new IllegalStateException("out of order");
    }
  }

  /** Throws what the compiler believes cannot be thrown. */
  @ApplicationScoped
  public static class Sneaking extends HostileRule {
    @Override
    public String kind() {
      return "hostile.sneaking";
    }

    @Override
    Optional<CommissionProposal> misdeed(SaleFacts sale) {
      throw sneak(new Exception("checked, and yet here"));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneak(Throwable thrown) throws E {
      throw (E) thrown;
    }
  }

  /** Answers null. */
  @ApplicationScoped
  public static class AnsweringNull extends HostileRule {
    @Override
    public String kind() {
      return "hostile.null";
    }

    @Override
    Optional<CommissionProposal> misdeed(SaleFacts sale) {
      return null;
    }
  }

  /** Answers, but long after the time budget. */
  @ApplicationScoped
  public static class Slow extends HostileRule {
    @Override
    public String kind() {
      return "hostile.slow";
    }

    @Override
    Optional<CommissionProposal> misdeed(SaleFacts sale) {
      try {
        Thread.sleep(3_000);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      return Optional.of(CommissionProposal.of(Rate.percent("1"), "too late"));
    }
  }

  /** Turns in a circle and does not listen to interrupts. */
  @ApplicationScoped
  public static class Looping extends HostileRule {
    @Override
    public String kind() {
      return "hostile.looping";
    }

    @Override
    Optional<CommissionProposal> misdeed(SaleFacts sale) {
      for (long start = System.nanoTime(); System.nanoTime() - start < LOOP_NANOS; ) {
        Thread.onSpinWait();
      }
      return Optional.empty();
    }
  }

  /** Calls itself until the stack is full. */
  @ApplicationScoped
  public static class Recursing extends HostileRule {
    @Override
    public String kind() {
      return "hostile.recursing";
    }

    @Override
    Optional<CommissionProposal> misdeed(SaleFacts sale) {
      return misdeed(sale).map(proposal -> proposal.withPerLine(sale.lineTotal()));
    }
  }

  /** Asks for more than the sale is worth, in a currency of its own. */
  @ApplicationScoped
  public static class Absurd extends HostileRule {
    @Override
    public String kind() {
      return "hostile.absurd";
    }

    @Override
    Optional<CommissionProposal> misdeed(SaleFacts sale) {
      return Optional.of(
          CommissionProposal.of(Rate.percent("250"), "because I can")
              .withPerLine(Money.of(Long.MAX_VALUE, "JPY")));
    }
  }

  /** Wants to be paid for selling. */
  @ApplicationScoped
  public static class Negative extends HostileRule {
    @Override
    public String kind() {
      return "hostile.negative";
    }

    @Override
    Optional<CommissionProposal> misdeed(SaleFacts sale) {
      return Optional.of(
          CommissionProposal.of(Rate.ZERO, "less than nothing")
              .withPerLine(Money.of(-1_000, sale.lineTotal().currency())));
    }
  }

  /** Keeps 8 MB of every call, as far as that is bearable; then it answers well. */
  @ApplicationScoped
  public static class Hungry extends HostileRule {
    private static final int MEALS = 8;
    private final List<byte[]> eaten = new ArrayList<>();

    @Override
    public String kind() {
      return "hostile.hungry";
    }

    @Override
    synchronized Optional<CommissionProposal> misdeed(SaleFacts sale) {
      if (eaten.size() < MEALS) {
        eaten.add(new byte[8 << 20]);
      }
      return Optional.of(CommissionProposal.of(Rate.percent("10"), "eaten: " + eaten.size()));
    }
  }
}
