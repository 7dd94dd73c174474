package org.halles.marketplace.plugin;

import java.time.Instant;
import java.util.List;
import org.halles.marketplace.shared.Texts;

/**
 * A plugin as the operator sees it.
 *
 * @param id its stable id, or the jar's name if it has no readable descriptor
 * @param name what operators read
 * @param version its semantic version
 * @param author who answers for it
 * @param location the jar
 * @param spi the versions of the SPI it works with, or empty
 * @param requires the plugins it needs, with their versions
 * @param status whether it takes part
 * @param configurable true if there is something to set for it
 * @param problems what is wrong with it and what to do; empty if all is well
 * @param extensions what it brings
 * @param names the name by language, or null if it has only one
 */
public record PluginView(
    String id,
    String name,
    String version,
    String author,
    String location,
    String spi,
    List<String> requires,
    Status status,
    boolean configurable,
    List<String> problems,
    List<ExtensionView> extensions,
    Texts names) {

  /** Whether a plugin takes part. */
  public enum Status {
    /** Installed, accepted, on. */
    ENABLED,
    /** Installed and accepted; the operator switched it off. */
    DISABLED,
    /** Runs, but something it announced is missing or was refused. */
    INCOMPLETE,
    /** Takes no part. */
    REFUSED
  }

  /** How an extension is doing. */
  public enum Condition {
    WELL,
    /** Failed too often in a row; tried again in a while. */
    PAUSED,
    /** Calls never came back; left alone until the operator switches it on again. */
    QUARANTINED
  }

  public PluginView {
    requires = List.copyOf(requires);
    problems = List.copyOf(problems);
    extensions = List.copyOf(extensions);
  }

  /** The same, with what is wrong with it in other words. */
  public PluginView saying(List<String> problems) {
    return new PluginView(
        id,
        name,
        version,
        author,
        location,
        spi,
        requires,
        status,
        configurable,
        problems,
        extensions,
        names);
  }

  /** True if something it brings is left alone until the operator gives it a new start. */
  public boolean isQuarantined() {
    return extensions.stream().anyMatch(one -> one.calls().condition() == Condition.QUARANTINED);
  }

  /**
   * One thing a plugin brings.
   *
   * @param point {@code commission-rule}, {@code payment-gateway}, {@code shipping-rates}, {@code
   *     tax-rules}, {@code page-panel}, {@code vendor} and the like
   * @param name the kind or id
   * @param calls how its calls went since the start of this server
   * @param places where a panel may stand, such as {@code vendor-dashboard}; empty for all else
   */
  public record ExtensionView(String point, String name, Calls calls, List<String> places) {}

  /**
   * How calls went.
   *
   * @param condition whether it is asked now
   * @param calls how many
   * @param faults how many of them failed or were late
   * @param runaways calls that have not come back yet
   * @param lastFault the last failure, or null
   * @param lastFaultAt when, or null
   * @param p50Micros the median of the last calls in microseconds
   * @param p95Micros 95 % of the last calls were faster
   * @param p99Micros 99 % of the last calls were faster
   * @param lastFaults the newest first, a few of them
   */
  public record Calls(
      Condition condition,
      long calls,
      long faults,
      int runaways,
      String lastFault,
      Instant lastFaultAt,
      long p50Micros,
      long p95Micros,
      long p99Micros,
      List<Fault> lastFaults) {}

  /** One failure: when, and in what words. */
  public record Fault(Instant at, String message) {}
}
