package org.halles.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.halles.launcher.Refusal;
import org.halles.launcher.books.BooksCheck;
import org.halles.launcher.client.Api;
import org.halles.launcher.client.Operator;
import org.halles.launcher.plugin.PluginCommand;

/**
 * {@code halles bench hostile}: what purchases take with plugins that throw, loop, dawdle, recurse
 * and answer nonsense in force at every stall, beside what they take without.
 */
public final class HostileBench {

  private static final String PLUGIN = "hostile-examples";
  private static final int BUYERS = 8;
  private static final int WARM_UP = 400;

  /** So long one call of a plugin may take, as the door of the marketplace has it. */
  private static final double BUDGET_MILLIS = 250;

  private static final List<String> KINDS =
      List.of(
          "throwing",
          "sneaking",
          "null",
          "slow",
          "looping",
          "recursing",
          "absurd",
          "negative",
          "hungry");

  private final Api guest;
  private final PluginCommand plugins;
  private final Path jar;

  /**
   * @param plugins adds to the running marketplace and takes out again
   * @param jar of the hostile examples
   */
  public HostileBench(URI marketplace, PluginCommand plugins, Path jar) {
    this.guest = Api.at(marketplace);
    this.plugins = plugins;
    this.jar = jar;
  }

  /**
   * Measures and prints it: with them, and without them when they were taken out again, so that
   * both begin with code that was loaded just before.
   *
   * @return true if every purchase succeeded, the books balance and the 95th percentile rose by
   *     less than the time budget of a call
   */
  public boolean run(int purchases) throws IOException, InterruptedException {
    Api operator = Operator.signIn(guest);
    List<Stage.Stall> stalls = new Stage(guest, operator).open();
    System.out.printf("Warming up with %d purchases%n", WARM_UP);
    buy(stalls, WARM_UP);
    double[] with = withThem(stalls, purchases);
    tell("with all of them", with);
    double[] without = buy(stalls, purchases);
    tell("without them", without);
    return verdict(without, with);
  }

  private double[] withThem(List<Stage.Stall> stalls, int purchases)
      throws IOException, InterruptedException {
    if (!plugins.put(PLUGIN, jar)) {
      throw new Refusal("The marketplace does not start with %s.", jar);
    }
    List<String> rules = new ArrayList<>();
    try {
      rules.addAll(inForce(Operator.signIn(guest), stalls));
      // no warming up: after a few calls most of them are paused, and that would be measured
      return buy(stalls, purchases);
    } finally {
      try {
        retire(rules);
      } finally {
        plugins.remove(PLUGIN);
      }
    }
  }

  private void retire(List<String> rules) {
    Api operator = Operator.signIn(guest);
    rules.forEach(
        rule ->
            operator
                .post("/api/v1/operator/commission-rules/" + rule + "/retire", Map.of())
                .expect(204));
  }

  private boolean verdict(double[] without, double[] with) {
    double rise = percentile(with, 0.95) - percentile(without, 0.95);
    System.out.printf(
        "%nAll %d purchases succeeded. p95 with them is %.2f times that without: it rose by %.0f"
            + " ms; a call may take %.0f ms.%n",
        with.length, percentile(with, 0.95) / percentile(without, 0.95), rise, BUDGET_MILLIS);
    boolean balanced = BooksCheck.of(Operator.signIn(guest)).print(true);
    return balanced && rise < BUDGET_MILLIS;
  }

  /** At every stall one kind decides first; the ids of the rules. */
  private static List<String> inForce(Api operator, List<Stage.Stall> stalls) {
    return IntStream.range(0, stalls.size())
        .mapToObj(
            index -> {
              String kind = KINDS.get(index % KINDS.size());
              return operator
                  .post(
                      "/api/v1/operator/commission-rules",
                      Map.of(
                          "name",
                          "Bench of " + kind,
                          "kind",
                          "hostile." + kind,
                          "configuration",
                          Map.of(),
                          "scope",
                          Map.of("vendor", stalls.get(index).vendor()),
                          "position",
                          1))
                  .expect(201)
                  .json()
                  .path("id")
                  .asText();
            })
        .toList();
  }

  /** So many whole purchases; one that fails ends the measure. */
  private double[] buy(List<Stage.Stall> stalls, int purchases) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(BUYERS);
    try {
      List<Future<Long>> running =
          IntStream.range(0, purchases)
              .mapToObj(
                  number ->
                      pool.submit(
                          () -> {
                            long start = System.nanoTime();
                            new Buyer(guest, stalls).buy();
                            return System.nanoTime() - start;
                          }))
              .toList();
      LongStream.Builder nanos = LongStream.builder();
      for (Future<Long> one : running) {
        nanos.add(one.get());
      }
      return nanos.build().mapToDouble(taken -> taken / 1e6).sorted().toArray();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static void tell(String what, double[] millis) {
    System.out.printf(
        "%-18s %5d purchases by %d buyers: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f"
            + " ms%n",
        what,
        millis.length,
        BUYERS,
        percentile(millis, 0.50),
        percentile(millis, 0.95),
        percentile(millis, 0.99),
        Arrays.stream(millis).max().orElse(0));
  }

  private static double percentile(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
