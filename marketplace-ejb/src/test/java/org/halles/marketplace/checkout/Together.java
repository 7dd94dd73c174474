package org.halles.marketplace.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Real threads that start together. */
public final class Together {

  private Together() {}

  /** Starts all at the same moment; a refusal is a result too. */
  public static List<Object> run(List<Callable<Object>> works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    CyclicBarrier start = new CyclicBarrier(works.size());
    try {
      List<Future<Object>> futures = new ArrayList<>();
      for (Callable<Object> work : works) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    return work.call();
                  } catch (RuntimeException refusal) {
                    return refusal;
                  }
                }));
      }
      List<Object> results = new ArrayList<>();
      for (Future<Object> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
