package org.halles.spi;

import java.util.Optional;

/**
 * A kind of commission: what the operator keeps of a sale, as a pure function.
 *
 * <p><b>Life cycle.</b> Halles finds the bean once, at deployment. The operator makes any number of
 * rules of this kind: each is data (a configuration, a scope such as a vendor or a category, a
 * period, a place in an explicit order). For each cart line Halles walks the rules in the
 * operator's order; the first whose scope matches and whose {@link #propose} answers wins in its
 * group, and groups add up. Halles then clamps the proposal to the line, rounds once, and gives the
 * vendor the rest. The result is frozen with the order: a rule changed tomorrow never changes
 * yesterday's sale.
 *
 * <p><b>Contract.</b> Same facts and same configuration give the same proposal, on any thread, in
 * well under the time budget (250 ms, normally microseconds): no clock, no random, no database, no
 * network. An exception, a null or a late answer counts as a fault; Halles falls back to the
 * operator's configured rate and says so on the line. Extend {@code
 * org.halles.testkit.CommissionRuleContract} to prove it.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Weekend implements CommissionRule<Weekend.Terms> {
 *   public record Terms(Rate rate) {}
 *   public String kind() { return "acme.weekend"; }
 *   public Class<Terms> configuration() { return Terms.class; }
 *   public Optional<CommissionProposal> propose(SaleFacts sale, Terms terms) {
 *     return sale.isWeekend() ? Optional.of(CommissionProposal.of(terms.rate(), "weekend"))
 *                             : Optional.empty();
 *   }
 * }
 * }</pre>
 *
 * @param <C> the configuration: a record whose components are texts, whole numbers, booleans,
 *     {@link Rate}, {@link Money}, enums, lists of these or nested records
 */
public interface CommissionRule<C extends Record> {

  /** The stable name of this kind, unique on a platform, such as {@code standard.percentage}. */
  String kind();

  /** The record that configures a rule of this kind. */
  Class<C> configuration();

  /**
   * What this rule asks for a line, or empty if it has nothing to say about it.
   *
   * @param sale the facts of one line; immutable
   * @param configuration what the operator configured
   */
  Optional<CommissionProposal> propose(SaleFacts sale, C configuration);
}
