package org.halles.launcher.bench;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.halles.launcher.Refusal;
import org.halles.launcher.client.Api;
import org.halles.launcher.client.Operator;

/** {@code halles bench}: what a purchase and a page cost on this machine. */
public final class Bench {
  private static final Duration MEASURED = Duration.ofSeconds(15);
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration WARMING_SLICE = Duration.ofSeconds(10);
  private static final int FEWEST_SLICES = 6;
  private static final int MOST_SLICES = 24;

  /** Of the server's CPU time: below this it has compiled what there is to compile. */
  private static final double QUIET_COMPILER = 0.05;

  private static final List<Integer> BUYERS = List.of(1, 8, 32);
  private static final int READERS = 8;

  private final Api guest;
  private final JdbcLimit limit;
  private final CpuMeter meter;

  /** Against a marketplace that runs on this machine. */
  public Bench(URI marketplace, Machine machine) {
    this.guest = Api.at(marketplace);
    this.limit = new JdbcLimit(machine.url(), machine.user(), machine.password());
    this.meter = new CpuMeter(machine.servers(), machine.postgres());
  }

  /** Measures everything and prints it; four to seven minutes. */
  public void run() throws SQLException, InterruptedException {
    if (!meter.isComplete()) {
      throw new Refusal(
          "The measure reads CPU times from /proc: it needs Linux, and a marketplace started with"
              + " ./halles run and its embedded PostgreSQL.");
    }
    List<Stage.Stall> stalls = new Stage(guest, Operator.signIn(guest)).open();
    Report report = new Report();
    System.out.println("PostgreSQL: " + limit.durability());
    warm(stalls);
    report.header();
    double purchases = 0;
    for (int buyers : BUYERS) {
      Load.Result result =
          new Load(buyers, WARM_UP, MEASURED).run(meter, person -> new Buyer(guest, stalls)::buy);
      report.line("whole purchase", result);
      purchases = buyers == READERS ? result.perSecond() : purchases;
    }
    read(report, stalls, "list of 24", Buyer::list);
    read(report, stalls, "detail", Buyer::detail);
    read(report, stalls, "search", Buyer::search);
    Load.Result plain = limit.run(READERS, WARM_UP, MEASURED, meter);
    report.line("checkout by JDBC", plain);
    report.ratio(purchases, plain.perSecond());
  }

  /** A server compiles itself for its first few thousand purchases, and for weeks no more. */
  private void warm(List<Stage.Stall> stalls) throws InterruptedException {
    System.out.printf(
        "Warming up until the server hardly compiles itself any more: %d to %d s%n",
        FEWEST_SLICES * WARMING_SLICE.toSeconds(), MOST_SLICES * WARMING_SLICE.toSeconds());
    int purchases = 0;
    double compiling = 1;
    int slice = 0;
    while (slice < FEWEST_SLICES || slice < MOST_SLICES && compiling > QUIET_COMPILER) {
      slice++;
      Load.Result result =
          new Load(READERS, Duration.ZERO, WARMING_SLICE)
              .run(meter, person -> new Buyer(guest, stalls)::buy);
      purchases += result.nanos().length;
      compiling = result.cpu().compiler() / Math.max(result.cpu().server(), 0.01);
    }
    System.out.printf(
        Locale.ROOT,
        "Warm after %d s and %,d purchases: the compiler takes %.0f %% of the server's CPU time%n",
        slice * WARMING_SLICE.toSeconds(),
        purchases,
        100 * compiling);
  }

  private void read(Report report, List<Stage.Stall> stalls, String what, Consumer<Buyer> page)
      throws InterruptedException {
    Load.Operation operation = () -> page.accept(new Buyer(guest, stalls));
    report.line(what, new Load(READERS, WARM_UP, MEASURED).run(meter, person -> operation));
  }
}
