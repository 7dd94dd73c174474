package org.halles.marketplace.commission;

import java.util.List;
import org.halles.marketplace.shared.Texts;

/**
 * How an amount came about, frozen with it, so that any line can be explained for ever, whether or
 * not the rule or its plugin still exists.
 *
 * @param rule the rule's name when it was applied, or the name of the residual
 * @param kind the rule's kind, or null for a residual
 * @param reason what the rule said, in words
 * @param fallback true if the rule's plugin failed and the operator's configured rate was used
 * @param steps the computation, one step a line: base, rate, rounding, floor, cap, clamp
 * @param names the rule's name by language, or null if it has only one
 * @param reasons the reason by language, or null if the rule's plugin knew only one
 */
public record Trace(
    String rule,
    String kind,
    String reason,
    boolean fallback,
    List<Step> steps,
    Texts names,
    Texts reasons) {

  public Trace {
    steps = List.copyOf(steps);
  }

  /** Of names and reasons in one language only. */
  public Trace(String rule, String kind, String reason, boolean fallback, List<Step> steps) {
    this(rule, kind, reason, fallback, steps, null, null);
  }

  /** The same, with other steps. */
  public Trace with(List<Step> others) {
    return new Trace(rule, kind, reason, fallback, others, names, reasons);
  }

  /**
   * One step.
   *
   * @param code stable, translated by the portal: {@code base}, {@code rate}, {@code per-unit},
   *     {@code per-line}, {@code per-order}, {@code floor}, {@code cap}, {@code clamp}, {@code
   *     residual}, {@code minus}, {@code vat}
   * @param detail the figures, such as {@code 12.5 %} or {@code 3 x 0.20 EUR}
   * @param amountMinor the amount after this step, minor units
   */
  public record Step(String code, String detail, long amountMinor) {}
}
