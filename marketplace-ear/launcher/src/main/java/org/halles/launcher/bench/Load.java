package org.halles.launcher.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** People in a closed loop: each does the next thing as soon as the last is done. */
final class Load {
  private final int people;
  private final Duration warmUp;
  private final Duration measured;

  Load(int people, Duration warmUp, Duration measured) {
    this.people = people;
    this.warmUp = warmUp;
    this.measured = measured;
  }

  /** One operation; it throws when it did not get what it wanted. */
  interface Operation {
    void run() throws Exception;
  }

  /**
   * What came out of it.
   *
   * @param nanos how long each operation took, ascending
   * @param seconds how long it was measured
   * @param cpu what was spent meanwhile
   */
  record Result(int people, long[] nanos, double seconds, CpuMeter.Spent cpu) {
    double perSecond() {
      return nanos.length / seconds;
    }

    double percentileMillis(double share) {
      int index = (int) Math.ceil(share * nanos.length) - 1;
      return nanos[Math.max(0, index)] / 1e6;
    }
  }

  /** Runs one operation of its own for each person. */
  Result run(CpuMeter meter, IntFunction<Operation> operations) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(people);
    try {
      CountDownLatch warm = new CountDownLatch(people);
      CountDownLatch begin = new CountDownLatch(1);
      List<Future<long[]>> futures =
          IntStream.range(0, people)
              .mapToObj(operations)
              .map(operation -> pool.submit(() -> loop(operation, warm, begin)))
              .toList();
      warm.await();
      CpuMeter.Reading before = meter.read();
      long start = System.nanoTime();
      begin.countDown();
      long[] nanos = futures.stream().flatMapToLong(Load::result).toArray();
      double seconds = (System.nanoTime() - start) / 1e9;
      Arrays.sort(nanos);
      return new Result(people, nanos, seconds, meter.read().since(before));
    } finally {
      pool.shutdownNow();
    }
  }

  private long[] loop(Operation operation, CountDownLatch warm, CountDownLatch begin)
      throws Exception {
    try {
      repeat(operation, warmUp);
    } finally {
      warm.countDown();
    }
    begin.await();
    return repeat(operation, measured);
  }

  private static long[] repeat(Operation operation, Duration limit) throws Exception {
    LongStream.Builder nanos = LongStream.builder();
    long end = System.nanoTime() + limit.toNanos();
    for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
      operation.run();
      nanos.add(System.nanoTime() - start);
    }
    return nanos.build().toArray();
  }

  private static LongStream result(Future<long[]> future) {
    try {
      return Arrays.stream(future.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
