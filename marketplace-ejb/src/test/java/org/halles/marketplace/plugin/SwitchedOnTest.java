package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SwitchedOnTest {

  private static final SwitchedOn.Said BEFORE = new SwitchedOn.Said(Set.of(), 1, Setups.NONE);
  private static final SwitchedOn.Said AFTER = new SwitchedOn.Said(Set.of("acme"), 2, Setups.NONE);

  private final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void aSlowReadOfWhatWasBeforeAChangeDoesNotHideTheChange() throws Exception {
    SwitchedOn switchedOn = new SwitchedOn(List.of(), known -> read());
    Thread slow = new Thread(switchedOn::directory);
    slow.start();
    assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();

    switchedOn.forget();
    assertThat(switchedOn.isOff("acme")).isTrue();
    mayEnd.countDown();
    slow.join(30_000);

    assertThat(switchedOn.isOff("acme")).isTrue();
  }

  /** The first to read began before the change and ends long after it. */
  private SwitchedOn.Said read() {
    if (reads.incrementAndGet() > 1) {
      return AFTER;
    }
    reading.countDown();
    try {
      assertThat(mayEnd.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return BEFORE;
  }
}
