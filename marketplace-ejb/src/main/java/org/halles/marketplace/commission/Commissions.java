package org.halles.marketplace.commission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.plugin.Answer;
import org.halles.marketplace.plugin.Conversation;
import org.halles.spi.CommissionProposal;
import org.halles.spi.Money;

/**
 * The engine: walks the rules of each group in the operator's order, takes the first that matches
 * and has something to say, and turns its proposal into an amount. Plugins propose, this disposes.
 */
public final class Commissions {

  private final Conversation plugins;
  private final RuleBook book;

  public Commissions(Conversation plugins, RuleBook book) {
    this.plugins = plugins;
    this.book = book;
  }

  /**
   * What the platform takes of each line of one vendor's part.
   *
   * @return one list per sale, in the order of the sales; empty where no rule applies
   */
  public List<List<Share>> of(List<Sale> sales) {
    List<List<Won>> winners = sales.stream().map(this::winners).toList();
    Map<Won, Money> orderParts = spreadPerOrder(winners);
    return winners.stream().map(won -> amounts(won, orderParts)).toList();
  }

  /** The winning rule of each group for one sale. */
  private List<Won> winners(Sale sale) {
    List<Won> winners = new ArrayList<>();
    for (List<ActiveRule> group : book.groups().values()) {
      for (ActiveRule rule : group) {
        Optional<Won> won = rule.scope().matches(sale.facts()) ? ask(rule, sale) : Optional.empty();
        if (won.isPresent()) {
          winners.add(won.get());
          break;
        }
      }
    }
    return winners;
  }

  /** A rule whose plugin fails is not skipped: the next one may be far cheaper or dearer. */
  private Optional<Won> ask(ActiveRule rule, Sale sale) {
    if (rule.configuration() == null) {
      return Optional.of(fallback(rule, sale, rule.fault()));
    }
    Answer<Optional<CommissionProposal>> answer =
        plugins.propose(rule.kind(), sale.facts(), rule.configuration());
    return answer.failed()
        ? Optional.of(fallback(rule, sale, answer.fault()))
        : answer.value().map(proposal -> new Won(rule, sale, proposal, null));
  }

  private Won fallback(ActiveRule rule, Sale sale, String fault) {
    return new Won(
        rule,
        sale,
        CommissionProposal.of(book.fallback(), "fallback rate, the rule could not answer"),
        fault);
  }

  /** A fixed amount for the whole order goes over the lines its rule won, by largest remainder. */
  private static Map<Won, Money> spreadPerOrder(List<List<Won>> winners) {
    Map<Won, Money> parts = new HashMap<>();
    Map<Object, List<Won>> byRule = new HashMap<>();
    winners.stream()
        .flatMap(List::stream)
        .filter(won -> won.proposal().perOrder() != null)
        .forEach(won -> byRule.computeIfAbsent(won.rule().id(), id -> new ArrayList<>()).add(won));
    for (List<Won> lines : byRule.values()) {
      lines.sort(Comparator.comparing(won -> won.sale().rank()));
      Money whole =
          lines.stream().map(won -> won.proposal().perOrder()).max(Money::compareTo).orElseThrow();
      List<Money> spread =
          whole.allocate(
              lines.stream().map(won -> won.sale().facts().lineTotal().minor()).toList());
      for (int index = 0; index < lines.size(); index++) {
        parts.put(lines.get(index), spread.get(index));
      }
    }
    return parts;
  }

  private List<Share> amounts(List<Won> winners, Map<Won, Money> orderParts) {
    List<Share> shares = new ArrayList<>();
    if (winners.isEmpty()) {
      return shares;
    }
    Money left = winners.get(0).sale().most();
    for (Won won : winners) {
      Share share = new Computation(won.sale().facts(), won.proposal(), left).of(won, orderParts);
      left = left.minus(share.amount());
      shares.add(share);
    }
    return shares;
  }
}
