package org.halles.marketplace.seeded;

import jakarta.enterprise.event.ObserverException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.Trouble;
import org.halles.marketplace.testing.Trouble.PowerCut;
import org.halles.spi.Money;

/** What happens, one deed after the other, at a time of its own and with trouble of its own. */
final class Story {

  private static final double CUTS = 0.2;
  private static final double LOSSES = 0.15;
  private static final int LATEST_CUT = 7;
  private static final Duration A_MOMENT = Duration.ofMillis(10);

  private final Random random;
  private final PlatformClock clock = new PlatformClock();
  private final List<String> told = new ArrayList<>();
  private final Instant begin;
  private Instant now;
  private boolean troubled = true;

  Story(long seed, Instant begin) {
    this.random = new Random(seed);
    this.begin = begin;
    this.now = begin;
  }

  Instant begin() {
    return begin;
  }

  Instant now() {
    return now;
  }

  Random random() {
    return random;
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** Does something with one of them, if there is any. */
  <T> void with(List<T> things, Consumer<T> work) {
    if (!things.isEmpty()) {
      work.accept(oneOf(things));
    }
  }

  /** An amount from one cent to so many. */
  Money cents(int most) {
    return Money.of(1 + random.nextInt(most), Market.EUR);
  }

  void tell(String what) {
    told.add(what);
  }

  void pass(Duration time) {
    now = now.plus(time);
    told.add("  " + time + " pass");
  }

  /** From now on everything works. */
  void calm() {
    troubled = false;
  }

  /** Somebody does something; a refusal is an answer like any other. */
  void deed(String what, Caller who, Callable<?> work) {
    Random luck = new Random(random.nextLong());
    int cut = troubled && luck.nextDouble() < CUTS ? 1 + luck.nextInt(LATEST_CUT) : 0;
    double losses = troubled ? LOSSES : 0;
    told.add(what);
    now = now.plus(A_MOMENT);
    try {
      clock.at(now, () -> Trouble.during(luck, losses, cut, () -> Marketplace.as(who, work)));
    } catch (Refusal refusal) {
      told.add("  refused: " + refusal.code());
    } catch (PowerCut cutOff) {
      told.add("  the power fails " + cutOff.getMessage());
    } catch (ObserverException within) { // how CDI hands an error of an observer on
      if (!(within.getCause() instanceof PowerCut)) {
        throw new AssertionError(what + ": " + within.getCause(), within);
      }
      told.add("  the power fails " + within.getCause().getMessage());
    } catch (Exception unexpected) {
      throw new AssertionError(what + ": " + unexpected, unexpected);
    }
  }

  /** Looks at something now, without trouble. */
  <T> T look(Callable<T> work) {
    now = now.plus(A_MOMENT);
    try {
      return clock.at(now, () -> Marketplace.asSystem(work));
    } catch (RuntimeException unchecked) {
      throw unchecked;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }

  @Override
  public String toString() {
    return String.join("\n", told);
  }
}
