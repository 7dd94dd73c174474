package org.halles.marketplace.plugin;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads foreign code runs on. They belong to nobody, carry no transaction and no security
 * context, and can be given up: whoever waits for one need not wait for ever.
 */
final class Workers {

  private final ThreadPoolExecutor pool;

  /**
   * @param name of the threads
   * @param threads how many at once
   * @param waiting how many tasks may wait for a thread
   */
  Workers(String name, int threads, int waiting) {
    AtomicInteger count = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            task -> {
              Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(Workers.class.getClassLoader());
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * @throws PluginsBusy if all threads are taken and too many tasks wait already
   */
  <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      pool.execute(task);
    } catch (RejectedExecutionException full) {
      throw new PluginsBusy();
    }
    return task;
  }

  /** A call does not come back: others must not miss its thread. */
  synchronized void lostOne() {
    pool.setMaximumPoolSize(pool.getMaximumPoolSize() + 1);
    pool.setCorePoolSize(pool.getCorePoolSize() + 1);
  }

  /** It came back after all. */
  synchronized void regainedOne() {
    pool.setCorePoolSize(pool.getCorePoolSize() - 1);
    pool.setMaximumPoolSize(pool.getMaximumPoolSize() - 1);
  }

  void stop() {
    pool.shutdownNow();
  }
}
