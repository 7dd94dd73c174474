package org.halles.launcher.bench;

import java.util.Locale;

/** The figures in a table; CPU seconds are per 1,000 operations. */
final class Report {

  void header() {
    System.out.printf(
        "%n%-18s %6s %9s %8s %8s %8s   %s%n",
        "",
        "people",
        "a second",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "CPU s per 1,000: server + PostgreSQL = sum (JIT compiler, in server); client");
  }

  void line(String what, Load.Result result) {
    double thousands = result.nanos().length / 1000.0;
    CpuMeter.Spent cpu = result.cpu();
    System.out.printf(
        Locale.ROOT,
        "%-18s %6d %9.1f %8.1f %8.1f %8.1f   %.2f + %.2f = %.2f (%.2f); client %.2f (%.0f %% of all CPU)%n",
        what,
        result.people(),
        result.perSecond(),
        result.percentileMillis(0.50),
        result.percentileMillis(0.95),
        result.percentileMillis(0.99),
        cpu.server() / thousands,
        cpu.postgres() / thousands,
        (cpu.server() + cpu.postgres()) / thousands,
        cpu.compiler() / thousands,
        cpu.client() / thousands,
        100 * cpu.client() / Math.max(cpu.all(), 0.01));
  }

  void ratio(double purchases, double plain) {
    System.out.printf(
        Locale.ROOT,
        "%nThe database alone would do %.1f checkouts a second with 8 connections; whole purchases"
            + " with 8 buyers are %.1f a second: %.1f %% of that limit.%n",
        plain,
        purchases,
        100 * purchases / plain);
  }
}
