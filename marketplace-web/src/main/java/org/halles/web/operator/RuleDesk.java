package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.commission.CommissionRules;
import org.halles.marketplace.commission.Proposals;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;

/** The commission rules in their order, and what vendors propose. */
@Named
@RequestScoped
public class RuleDesk {

  @Inject private CommissionRules rules;
  @Inject private Proposals proposals;
  @Inject private Say say;
  @Inject private Words words;
  @Inject private Language language;

  private List<RuleVersion> inForce;
  private List<RuleVersion> waiting;

  public List<RuleVersion> getInForce() {
    if (inForce == null) {
      inForce = rules.inForce();
    }
    return inForce;
  }

  public List<RuleVersion> getWaiting() {
    if (waiting == null) {
      waiting = proposals.waiting();
    }
    return waiting;
  }

  /** What a rule's configuration says, line by line. */
  public List<String> terms(RuleVersion rule) {
    return rule == null
        ? List.of()
        : new RuleTerms(words, language.getLocale()).of(rule.configuration());
  }

  /** Puts a proposal in force as it reads now. */
  public void accept(RuleVersion proposal) {
    if (say.trying(() -> proposals.accept(proposal.id(), proposal.contentHash(), null))) {
      say.done("operator.rules.accepted", proposal.name());
    }
    again();
  }

  public void reject(UUID id, String name) {
    if (say.trying(() -> proposals.reject(id, ""))) {
      say.done("operator.rules.rejected", name);
    }
    again();
  }

  public void retire(RuleVersion rule) {
    if (say.trying(() -> rules.retire(rule.id()))) {
      say.done("operator.rules.retired", rule.name());
    }
    again();
  }

  private void again() {
    inForce = null;
    waiting = null;
  }
}
